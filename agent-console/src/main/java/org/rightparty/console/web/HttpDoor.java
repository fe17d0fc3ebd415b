package org.rightparty.console.web;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import org.rightparty.console.people.Sessions.Held;
import org.rightparty.vocabulary.Role;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where requests come in. Nothing of a body is read before its sender is admitted.
final class HttpDoor {
    private final ConsoleServices services;
    private final ConsoleConfig config;
    private final Admission admission;
    private final Blocking blocking;
    private final List<Route> routes;
    private final Intake intake;
    private final Pages pages = new Pages();

    HttpDoor(
            ConsoleServices services,
            ConsoleConfig config,
            Admission admission,
            Blocking blocking,
            List<Route> routes) {
        this.services = services;
        this.config = config;
        this.admission = admission;
        this.blocking = blocking;
        this.routes = List.copyOf(routes);
        this.intake = new Intake(config.uploads());
    }

    /// All routes, then the pages.
    Router router(Vertx vertx) {
        Router router = Router.router(vertx);
        router.route().handler(this::secure);
        for (Route route : routes) {
            router.route(HttpMethod.valueOf(route.method().name()), route.path())
                    .handler(context -> serve(context, route));
        }
        router.route("/api/*").handler(HttpDoor::noSuchRoute);
        router.route("/health/*").handler(HttpDoor::noSuchRoute);
        router.get("/metrics").handler(this::metrics);
        router.get().handler(this::page);
        router.route().failureHandler(Replies::failed);
        return router;
    }

    private void secure(RoutingContext context) {
        String phoneUrl =
                switch (config.telephone()) {
                    case ConsoleConfig.Telephone.Practice p -> "";
                    case ConsoleConfig.Telephone.Asterisk a -> a.webSocketUrl();
                };
        Pages.secure(context.response(), config.https(), phoneUrl);
        context.next();
    }

    private void serve(RoutingContext context, Route route) {
        HttpServerRequest request = context.request();
        Context here = context.vertx().getOrCreateContext();
        Admission.Papers papers = Admission.Papers.of(request);
        context.response().putHeader("Cache-Control", "no-store");
        request.pause();
        blocking.run(here, () -> admission.decide(route, papers))
                .compose(verdict ->
                        switch (verdict) {
                            case Admission.Verdict.In in ->
                                    perform(context, here, route, in.held());
                            case Admission.Verdict.Out out -> turnAway(context, out);
                        })
                .onSuccess(reply -> Replies.send(context.response(), reply))
                .onFailure(cause -> Replies.fail(context.response(), cause, route.path()));
    }

    private static Future<Reply> turnAway(RoutingContext context, Admission.Verdict.Out out) {
        context.response().putHeader("Connection", "close");
        context.request().resume();
        return Future.succeededFuture(out.reply());
    }

    private Future<Reply> perform(
            RoutingContext context, Context here, Route route, Optional<Held> held) {
        HttpServerRequest request = context.request();
        String address =
                Forwarded.client(
                        request.remoteAddress().hostAddress(),
                        request.headers().getAll("X-Forwarded-For"),
                        config.proxies());
        Map<String, String> path = context.pathParams();
        Map<String, String> query = new HashMap<>();
        context.queryParams().forEach((k, v) -> query.putIfAbsent(k, v));
        Optional<Path> file = intake.fileFor(route.takes());
        return Intake.read(context.vertx(), request, route.takes(), file)
                .map(body -> new Request(held, address, path, query, body, file))
                .compose(asked -> blocking.run(here, () -> route.handling().handle(asked)))
                .eventually(() -> delete(context.vertx(), file));
    }

    /// Unless whoever handled the request took the file away.
    private static Future<Void> delete(Vertx vertx, Optional<Path> file) {
        return file.map(f -> delete(vertx, f.toString())).orElse(Future.succeededFuture());
    }

    private static Future<Void> delete(Vertx vertx, String file) {
        return vertx.fileSystem()
                .exists(file)
                .compose(there ->
                        there ? vertx.fileSystem().delete(file) : Future.succeededFuture());
    }

    /// For a scraper on this machine or in a network that the house names, or an administrator.
    private void metrics(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean local = isLocal(request) || config.metricsFrom().hold(peer(request));
        Admission.Papers papers = Admission.Papers.of(request);
        blocking.run(
                        context.vertx().getOrCreateContext(),
                        () -> metrics(local || isAdmin(admission.session(papers.cookie()))))
                .onSuccess(reply -> Replies.send(context.response(), reply))
                .onFailure(cause -> Replies.fail(context.response(), cause, "/metrics"));
    }

    private Reply metrics(boolean allowed) {
        return allowed
                ? new Reply.Text(
                        200, "text/plain; version=0.0.4", services.metrics().get(), Map.of())
                : Reply.refused(403, "NOT_YOUR_ROLE", "Your role does not allow this.");
    }

    private static boolean isAdmin(Optional<Held> held) {
        return held.isPresent() && held.get().person().holdsOneOf(Set.of(Role.ADMIN));
    }

    private static String peer(HttpServerRequest request) {
        return request.remoteAddress().hostAddress();
    }

    /// From this machine and not through a proxy on it.
    private static boolean isLocal(HttpServerRequest request) {
        String address = peer(request);
        boolean loopback = address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1");
        return loopback
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null;
    }

    private void page(RoutingContext context) {
        Context here = context.vertx().getOrCreateContext();
        blocking.run(here, () -> pages.find(context.normalizedPath()))
                .onSuccess(found ->
                        found.ifPresentOrElse(
                                page -> Replies.page(context.request(), page),
                                () -> noSuchRoute(context)))
                .onFailure(cause -> Replies.fail(context.response(), cause, "pages"));
    }

    private static void noSuchRoute(RoutingContext context) {
        Replies.send(context.response(), Reply.refused(404, "NOT_FOUND", "There is nothing here."));
    }
}
