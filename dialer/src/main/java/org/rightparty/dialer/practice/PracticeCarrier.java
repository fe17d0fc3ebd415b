package org.rightparty.dialer.practice;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The practice carrier's server on 127.0.0.1. Several clients may be connected at once; calls live
/// on when a client goes, so that one which comes back can resynchronise.
public final class PracticeCarrier implements AutoCloseable {
    /// What Asterisk 22 calls its manager interface.
    static final String AMI_VERSION = "11.0.0";

    private static final Logger LOG = LoggerFactory.getLogger(PracticeCarrier.class);
    private static final String BANNER = "Asterisk Call Manager/" + AMI_VERSION;
    private static final int SESSIONS_MAX = 50;

    private final Timeline timeline;
    private final LogIn logIn;
    private final long seed;
    private final ServerSocket server;
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private final ActionDesk desk;
    private int challengesMade;

    private PracticeCarrier(PracticeConfig config, Timeline timeline, ServerSocket server) {
        this.timeline = timeline;
        this.logIn = new LogIn(config.user(), config.secret());
        this.seed = config.seed();
        this.server = server;
        Notices notices = new Notices(timeline, this::tellEverybody);
        Exchange exchange = new Exchange(timeline, notices);
        Trunk trunk = new Trunk(timeline, notices, exchange, new Consumers(config));
        this.desk = new ActionDesk(timeline, notices, exchange, trunk);
    }

    /// Opens the port and serves until closed. The timeline stays the caller's to close.
    ///
    /// @throws UncheckedIOException when the port is taken
    public static PracticeCarrier start(PracticeConfig config, Timeline timeline) {
        try {
            ServerSocket server = new ServerSocket();
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), config.port()));
            PracticeCarrier carrier = new PracticeCarrier(config, timeline, server);
            Thread.ofVirtual().name("practice-listener").start(carrier::listen);
            LOG.info("practice.carrier.up port={}", carrier.port());
            return carrier;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /// Cuts every client's connection, as a failing network would; calls go on.
    public void cutConnections() {
        sessions.forEach(Session::close);
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                admit(server.accept());
            } catch (IOException closed) {
                LOG.debug("practice.carrier.closed");
            }
        }
    }

    private void admit(Socket socket) throws IOException {
        if (sessions.size() >= SESSIONS_MAX) {
            socket.close();
            return;
        }
        socket.setTcpNoDelay(true);
        Session session = new Session(socket);
        sessions.add(session);
        session.serve(
                BANNER,
                (from, message) -> timeline.soon(() -> handle(from, message)),
                () -> sessions.remove(session));
    }

    private void handle(Session session, AmiMessage message) {
        switch (message.get("Action").toLowerCase(Locale.ROOT)) {
            case "challenge" -> challenge(session, message);
            case "login" -> logIn(session, message);
            case "logoff" -> logOff(session, message);
            default -> {
                if (session.loggedIn) {
                    desk.perform(message, session::send);
                } else {
                    session.send(reply(message, "Error", "Permission denied"));
                }
            }
        }
    }

    private void challenge(Session session, AmiMessage message) {
        challengesMade++;
        session.challenge = Long.toString(Math.abs((seed * 31 + challengesMade) % 1_000_000_000L));
        session.send(
                AmiMessage.with("Response", "Success")
                        .addUnlessEmpty("ActionID", message.get("ActionID"))
                        .add("Challenge", session.challenge)
                        .build());
    }

    private void logIn(Session session, AmiMessage message) {
        if (!logIn.accepts(message, session.challenge)) {
            session.send(reply(message, "Error", "Authentication failed"));
            return;
        }
        session.loggedIn = true;
        session.wantsEvents = !message.get("Events").equalsIgnoreCase("off");
        session.send(reply(message, "Success", "Authentication accepted"));
        session.send(
                AmiMessage.with("Event", "FullyBooted")
                        .add("Privilege", "system,all")
                        .add("Uptime", desk.uptime())
                        .add("LastReload", desk.uptime())
                        .add("Status", "Fully Booted")
                        .build());
    }

    private void logOff(Session session, AmiMessage message) {
        session.send(reply(message, "Goodbye", "Thanks for all the fish."));
        session.loggedIn = false;
    }

    private static AmiMessage reply(AmiMessage action, String response, String words) {
        return AmiMessage.with("Response", response)
                .addUnlessEmpty("ActionID", action.get("ActionID"))
                .add("Message", words)
                .build();
    }

    private void tellEverybody(AmiMessage event) {
        for (Session session : sessions) {
            if (session.loggedIn && session.wantsEvents) {
                session.send(event);
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            cutConnections();
        }
    }
}
