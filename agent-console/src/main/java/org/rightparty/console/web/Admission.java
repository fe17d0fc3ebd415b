package org.rightparty.console.web;

import io.vertx.core.http.HttpServerRequest;

import org.jspecify.annotations.Nullable;
import org.rightparty.console.people.Sessions;
import org.rightparty.console.people.Sessions.Held;
import org.rightparty.vocabulary.Role;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Decides who comes in: session, rate, origin, CSRF token and role, in this order. Blocks.
final class Admission {
    private static final int REQUESTS_AT_ONCE_MAX = 100;
    private static final Duration REQUEST_AFTER = Duration.ofMillis(20);

    private final Sessions sessions;
    private final Clocks clocks;
    private final Duration idleMax;
    private final Origins origins;
    private final TokenBuckets rate;

    Admission(Sessions sessions, Clocks clocks, ConsoleConfig config) {
        this.sessions = sessions;
        this.clocks = clocks;
        this.idleMax = config.sessionIdle();
        this.origins = Origins.of(config);
        this.rate = new TokenBuckets(REQUESTS_AT_ONCE_MAX, REQUEST_AFTER, clocks.nanos());
    }

    /// What was decided.
    sealed interface Verdict {
        /// @param held empty on a route for everyone, and for nobody on one for anybody
        record In(Optional<Held> held) implements Verdict {}

        record Out(Reply reply) implements Verdict {}
    }

    /// The headers that count, taken on the event loop.
    record Papers(
            @Nullable String cookie,
            @Nullable String csrf,
            @Nullable String origin,
            @Nullable String host) {
        static Papers of(HttpServerRequest request) {
            return new Papers(
                    request.getHeader("Cookie"),
                    request.getHeader("X-CSRF-Token"),
                    request.getHeader("Origin"),
                    request.getHeader("Host"));
        }

        @Override
        public String toString() {
            return "Papers[]";
        }
    }

    Verdict decide(Route route, Papers papers) {
        return switch (route.access()) {
            case Access.Everyone everyone ->
                    isForeign(route, papers) ? foreign() : new Verdict.In(Optional.empty());
            case Access.Anybody anybody ->
                    session(papers.cookie())
                            .map(held -> decide(route, EnumSet.allOf(Role.class), papers, held))
                            .orElseGet(() -> new Verdict.In(Optional.empty()));
            case Access.Roles roles -> {
                Optional<Held> held = session(papers.cookie());
                yield held.isPresent()
                        ? decide(route, roles.roles(), papers, held.get())
                        : out(401, "NOT_LOGGED_IN", "Log in first.");
            }
        };
    }

    private Verdict decide(Route route, Set<Role> roles, Papers papers, Held held) {
        if (!rate.take(held.person().id().toString())) {
            return out(429, "TOO_FAST", "Too many requests. Wait a moment.");
        } else if (isForeign(route, papers)) {
            return foreign();
        } else if (route.method().changes() && !proves(papers.csrf(), held)) {
            return out(403, "CSRF", "Reload the page and try again.");
        } else if (held.person().holdsOneOf(roles)) {
            return new Verdict.In(Optional.of(held));
        } else {
            return out(403, "NOT_YOUR_ROLE", "Your role does not allow this.");
        }
    }

    /// A changing request from another site's page. Programs name no origin.
    private boolean isForeign(Route route, Papers papers) {
        return route.method().changes()
                && papers.origin() != null
                && !origins.allow(papers.origin(), papers.host());
    }

    private static boolean proves(@Nullable String csrf, Held held) {
        return csrf != null && Tokens.same(csrf, held.session().csrf());
    }

    /// Who holds the session of this `Cookie` header.
    Optional<Held> session(@Nullable String cookie) {
        return SessionCookie.token(cookie).flatMap(token -> find(Tokens.sha256(token)));
    }

    /// The session still lives.
    boolean stillHeld(Held held) {
        return find(held.session().tokenSha256()).isPresent();
    }

    private Optional<Held> find(String tokenSha256) {
        return sessions.find(tokenSha256, clocks.clock().instant(), idleMax);
    }

    private static Verdict foreign() {
        return out(403, "FOREIGN_ORIGIN", "This page may not do that here.");
    }

    private static Verdict out(int code, String name, String sentence) {
        return new Verdict.Out(Reply.refused(code, name, sentence));
    }
}
