package org.rightparty.console.web;

import static org.rightparty.vocabulary.Role.OFFICER;
import static org.rightparty.vocabulary.Role.SUPERVISOR;

import org.rightparty.console.office.Unmasking;
import org.rightparty.vocabulary.ConsumerId;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `POST /api/compliance/unmask` shows what is masked for whoever does not speak with the person,
/// for a reason. It is an entry of the ledger before it is shown.
public final class UnmaskRoutes implements Routes {
    private static final int BYTES_MAX = 1_000;

    private final Unmasking unmasking;
    private final Looks looks;
    private final InstantSource clock;

    public UnmaskRoutes(Unmasking unmasking, Looks looks, InstantSource clock) {
        this.unmasking = unmasking;
        this.looks = looks;
        this.clock = clock;
    }

    /// Why somebody looks. A word of a list: what is typed could hold what the ledger must not.
    enum Reason {
        COMPLAINT,
        CONSUMER_ASKED,
        COURT_OR_REGULATOR,
        WRONG_DATA
    }

    record Wanted(long consumer, String reason) {}

    record Unmasked(
            List<Wire.FoundPhone> phones,
            Optional<LocalDate> bornOn,
            Optional<String> nationalIdLast4) {}

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(
                        "/api/compliance/unmask",
                        Access.of(SUPERVISOR, OFFICER),
                        BYTES_MAX,
                        this::unmask));
    }

    private Reply unmask(Request request) {
        Wanted wanted = WireJson.read(request.body(), Wanted.class);
        ConsumerId consumer = Ids.of(ConsumerId::new, wanted.consumer());
        Reason reason = reason(wanted.reason());
        Optional<Unmasking.Unmasked> found = unmasking.of(consumer);
        if (found.isEmpty()) {
            return Reply.refused(404, "UNKNOWN", "There is no such person.");
        }
        looks.looked(
                request.held().person().id(),
                "person.unmasked",
                Optional.of(consumer),
                Map.of("reason", reason.name()),
                clock.instant());
        return Reply.wire(
                new Unmasked(
                        found.get().phones().stream().map(Masks::open).toList(),
                        found.get().bornOn(),
                        found.get().nationalIdLast4()));
    }

    private static Reason reason(String name) {
        return Arrays.stream(Reason.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WireJson.Malformed("not a reason"));
    }
}
