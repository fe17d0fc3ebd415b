package org.rightparty.console.web;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;

import org.rightparty.console.desk.WrapUpRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.BindException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Serves the console: pages, HTTP and sockets, on event loops; what blocks is on virtual threads.
public final class ConsoleServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleServer.class);

    /// The longest note, every character of it escaped, and the rest of a wrap-up.
    private static final int FRAME_BYTES_MAX = 6 * WrapUpRules.NOTE_CHARACTERS_MAX + 32 * 1024;

    private static final int IDLE_SECONDS_MAX = 120;

    /// A placement's mapping comes as a parameter.
    private static final int REQUEST_LINE_BYTES_MAX = 16 * 1024;

    private static final Duration START_MAX = Duration.ofSeconds(20);

    private final Vertx vertx;
    private final Blocking blocking;
    private final ConsoleConfig config;
    private final AtomicInteger port = new AtomicInteger();
    private final List<Route> routes = new ArrayList<>();

    private ConsoleServer(Vertx vertx, Blocking blocking, ConsoleConfig config) {
        this.vertx = vertx;
        this.blocking = blocking;
        this.config = config;
    }

    /// The server could not listen; the message says why and what to do.
    public static final class CannotListen extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CannotListen(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// Puts meters on the event loops.
    public interface Meters {
        /// @return `builder` with `options`, and with meters
        VertxBuilder on(VertxBuilder builder, VertxOptions options);
    }

    /// Starts to serve and returns when it does.
    ///
    /// @throws CannotListen when the port is taken or the address is not ours
    public static ConsoleServer start(
            ConsoleConfig config, ConsoleServices services, Clocks clocks) {
        return start(config, services, clocks, VertxBuilder::with);
    }

    /// As [#start(ConsoleConfig, ConsoleServices, Clocks)], measured.
    public static ConsoleServer start(
            ConsoleConfig config, ConsoleServices services, Clocks clocks, Meters meters) {
        VertxOptions options = new VertxOptions().setEventLoopPoolSize(config.eventLoops());
        Vertx vertx = meters.on(Vertx.builder(), options).build();
        ConsoleServer server = new ConsoleServer(vertx, new Blocking(), config);
        try {
            server.deploy(services, clocks);
            LOG.info("console.listening host={} port={}", config.host(), server.port());
            return server;
        } catch (RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    /// The port it listens on.
    public int port() {
        return port.get();
    }

    /// What it serves besides the pages and `/metrics`.
    public List<Route> routes() {
        return List.copyOf(routes);
    }

    private void deploy(ConsoleServices services, Clocks clocks) {
        Admission admission = new Admission(services.sessions(), clocks, config);
        FloorHub floors = new FloorHub(vertx, services.floor(), clocks.nanos());
        SocketDoor sockets = new SocketDoor(services, clocks, config, admission, blocking, floors);
        routes.addAll(new ConsoleRoutes(services, clocks, config, sockets::loggedOut).routes());
        routes.addAll(services.more().routes());
        HttpDoor requests = new HttpDoor(services, config, admission, blocking, routes);
        await(
                vertx.deployVerticle(
                        () -> new Door(requests, sockets),
                        new DeploymentOptions().setInstances(config.eventLoops())));
    }

    /// One event loop's share of the server.
    private final class Door extends AbstractVerticle {
        private final HttpDoor requests;
        private final SocketDoor sockets;

        Door(HttpDoor requests, SocketDoor sockets) {
            this.requests = requests;
            this.sockets = sockets;
        }

        @Override
        public void start(Promise<Void> started) {
            HttpServer http = vertx.createHttpServer(options());
            http.requestHandler(requests.router(vertx));
            http.webSocketHandshakeHandler(knock -> sockets.knock(vertx, knock));
            http.listen(config.port() == 0 ? -1 : config.port(), config.host())
                    .onSuccess(listening -> port.set(listening.actualPort()))
                    .<Void>mapEmpty()
                    .onComplete(started);
        }
    }

    private static HttpServerOptions options() {
        return new HttpServerOptions()
                .setMaxInitialLineLength(REQUEST_LINE_BYTES_MAX)
                .setMaxWebSocketFrameSize(FRAME_BYTES_MAX)
                .setMaxWebSocketMessageSize(FRAME_BYTES_MAX)
                .setIdleTimeout(IDLE_SECONDS_MAX)
                .setHttp2ClearTextEnabled(false)
                .setTcpNoDelay(true);
    }

    private void await(Future<?> future) {
        try {
            future.toCompletionStage()
                    .toCompletableFuture()
                    .orTimeout(START_MAX.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                    .join();
        } catch (java.util.concurrent.CompletionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            String where = config.host() + ":" + config.port();
            throw new CannotListen(
                    cause instanceof BindException
                            ? "Cannot listen on "
                                    + where
                                    + ": another program uses this port, or the address is not"
                                    + " this machine's. Choose another port."
                            : "Cannot listen on " + where,
                    cause);
        }
    }

    /// Stops to serve; sockets close, desks stay as they are.
    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        blocking.close();
    }
}
