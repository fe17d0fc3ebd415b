package org.rightparty.console.web;

import static org.rightparty.vocabulary.Role.ADMIN;
import static org.rightparty.vocabulary.Role.OFFICER;

import org.rightparty.compliance.retention.Retention;
import org.rightparty.compliance.retention.Retention.Ground;
import org.rightparty.compliance.retention.Retention.Outcome;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.ConsumerId;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeping and erasing, for officers and administrators: whoever asks for an erasure needs another
/// who approves it.
///
/// - `GET /api/retention` answers who is due, what is held, what is being erased; with `?after=`
/// and a person's number, who is due behind that person
/// - `POST /api/retention/legal-holds` sets a legal hold, `…/:id/release` releases it
/// - `POST /api/retention/erasures` asks, `…/:id/approve` and `…/:id/withdraw` decide
/// - `GET /api/retention/erasures/:id/certificate` answers what was erased, signed
public final class RetentionRoutes implements Routes {
    private static final String ROOT = "/api/retention";
    private static final Access THEY = Access.of(OFFICER, ADMIN);
    private static final int BYTES_MAX = 4_000;
    private static final int ROWS_MAX = 200;
    private static final int REASON_MAX = 1_000;

    private final Retention retention;
    private final Looks looks;
    private final InstantSource clock;

    public RetentionRoutes(Retention retention, Looks looks, InstantSource clock) {
        this.retention = retention;
        this.looks = looks;
        this.clock = clock;
    }

    private interface Order {
        Outcome give(Request request, AgentId by, Instant now);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(ROOT, THEY, this::all),
                order("/legal-holds", this::hold),
                order(
                        "/legal-holds/:id/release",
                        (r, by, now) -> retention.release(id(r), reason(r), by, now)),
                order("/erasures", this::ask),
                order("/erasures/:id/approve", (r, by, now) -> retention.approve(id(r), by, now)),
                order("/erasures/:id/withdraw", (r, by, now) -> retention.withdraw(id(r), by, now)),
                Route.get(ROOT + "/erasures/:id/certificate", THEY, this::certificate));
    }

    private Route order(String path, Order order) {
        return Route.post(
                ROOT + path,
                THEY,
                BYTES_MAX,
                request ->
                        reply(order.give(request, request.held().person().id(), clock.instant())));
    }

    private static Reply reply(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> Reply.wire(new WireRetention.Done(done.id()));
            case Outcome.Refused refused -> Reply.refused(409, refused.code(), refused.sentence());
        };
    }

    private Reply all(Request request) {
        Instant now = clock.instant();
        List<Retention.Due> found = retention.due(after(request), ROWS_MAX + 1, now);
        List<Retention.Due> due = found.subList(0, Math.min(ROWS_MAX, found.size()));
        looks.looked(
                request.held().person().id(),
                "retention.viewed",
                Optional.empty(),
                Map.of("persons", due.size()),
                now);
        return Reply.wire(
                new WireRetention.All(
                        due.stream().map(WireRetention::of).toList(),
                        found.size() > ROWS_MAX,
                        retention.legalHolds(ROWS_MAX).stream().map(WireRetention::of).toList(),
                        retention.erasures(ROWS_MAX).stream().map(WireRetention::of).toList()));
    }

    private static Optional<ConsumerId> after(Request request) {
        return Optional.ofNullable(request.query().get("after"))
                .map(text -> Ids.of(ConsumerId::new, number(text)));
    }

    private Outcome hold(Request request, AgentId by, Instant now) {
        WireRetention.NewHold wanted = WireJson.read(request.body(), WireRetention.NewHold.class);
        return retention.hold(
                Ids.of(ConsumerId::new, wanted.consumer()), checked(wanted.reason()), by, now);
    }

    private Outcome ask(Request request, AgentId by, Instant now) {
        WireRetention.NewErasure wanted =
                WireJson.read(request.body(), WireRetention.NewErasure.class);
        Ground ground =
                Arrays.stream(Ground.values())
                        .filter(g -> g.name().equals(wanted.ground()))
                        .findFirst()
                        .orElseThrow(() -> new WireJson.Malformed("no such ground"));
        return retention.ask(
                Ids.of(ConsumerId::new, wanted.consumer()),
                ground,
                checked(wanted.reason()),
                by,
                now);
    }

    private static String reason(Request request) {
        return checked(WireJson.read(request.body(), WireRetention.Reason.class).reason());
    }

    private static String checked(String reason) {
        String bare = reason.strip();
        if (bare.isEmpty() || bare.length() > REASON_MAX) {
            throw new WireJson.Malformed("a reason has 1 to 1,000 letters");
        }
        return bare;
    }

    private Reply certificate(Request request) {
        return retention
                .certificate(id(request))
                .<Reply>map(text -> new Reply.Text(200, "text/plain", text, Map.of()))
                .orElseGet(() -> Reply.refused(404, "UNKNOWN", "There is no such certificate."));
    }

    private static long id(Request request) {
        return number(request.path().getOrDefault("id", ""));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException wrong) {
            throw new WireJson.Malformed("not a number");
        }
    }
}
