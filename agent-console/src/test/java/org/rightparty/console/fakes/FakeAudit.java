package org.rightparty.console.fakes;

import org.rightparty.compliance.audit.Audit;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// A permitted call that was recorded, and a refused one of somebody else.
public final class FakeAudit implements Audit {
    public static final Instant CALLED = Instant.parse("2026-11-18T17:41:58.201Z");
    public static final AttemptId CALL = new AttemptId(9);
    private static final String RULE = "US-FED-7IN7";
    private static final String SENTENCE = "Seven calls in seven days about this debt.";

    private final long further;

    public FakeAudit() {
        this(0);
    }

    /// @param further calls before these two
    public FakeAudit(long further) {
        this.further = further;
    }

    @Override
    public List<Found> search(Query query, int many) {
        if (further > 0) {
            long from = query.after().map(place -> -place.id()).orElse(0L) + 1;
            return LongStream.rangeClosed(from, Math.min(further, from + many - 1))
                    .mapToObj(FakeAudit::before)
                    .toList();
        }
        return List.of(called(), refused()).stream()
                .filter(found -> query.allowed().map(a -> a == found.allowed()).orElse(true))
                .filter(found -> query.name().map(name -> found.name().contains(name)).orElse(true))
                .toList();
    }

    private static Found called() {
        return found(new Place(CALLED, 71));
    }

    private static Found before(long number) {
        return found(new Place(CALLED.minusSeconds(number), -number));
    }

    private static Found found(Place place) {
        return new Found(
                place,
                new ConsumerId(38),
                "Delgado, Maria",
                new AccountId(40),
                Optional.of(new PhoneNumber("+12125550142")),
                Optional.of("Evening"),
                "PREDICTIVE",
                true,
                "OK",
                "",
                "",
                Optional.of(CALL),
                Optional.of("ANSWERED"),
                Optional.of("PROMISE"),
                Optional.of("A. Kim"),
                250_000,
                true);
    }

    private static Found refused() {
        return new Found(
                new Place(CALLED.minusSeconds(116), 70),
                new ConsumerId(39),
                "Osman, Tariq",
                new AccountId(41),
                Optional.of(new PhoneNumber("+12125550177")),
                Optional.of("Evening"),
                "PREDICTIVE",
                false,
                "FREQUENCY_LIMIT",
                RULE,
                SENTENCE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                false);
    }

    @Override
    public Optional<Decision> decision(Place place) {
        boolean called = place.id() == 71;
        return Optional.of(
                new Decision(
                        called ? called() : refused(),
                        "CAMPAIGN",
                        called
                                ? List.of()
                                : List.of(
                                        new Refused(
                                                "FREQUENCY_LIMIT",
                                                RULE,
                                                "us-federal 2026.2",
                                                "12 CFR 1006.14(b)(2)(i)(A)",
                                                SENTENCE)),
                        List.of(
                                new Asked(
                                        RULE,
                                        "us-federal 2026.2",
                                        "12 CFR 1006.14(b)(2)(i)(A)",
                                        SENTENCE,
                                        called ? "PASSES" : "REFUSES",
                                        List.of("calls in seven days: 7"))),
                        "{\"zones\":[\"America/New_York\"],\"phone\":{\"usable\":\"WRONG\"}}",
                        "us-federal 2026.2",
                        "ab".repeat(32),
                        "2026b",
                        Optional.empty(),
                        Optional.of(new Sealed(1_284, "cd".repeat(32)))));
    }

    private static final String PERMITTED =
            "{\"decision\":71,\"facts_sha256\":\"ab12\",\"mode\":\"PREDICTIVE\"}";

    @Override
    public List<Moment> timeline(ConsumerId consumer, int many) {
        return List.of(
                new Moment(CALLED, "dial.permitted", "agent:12", Optional.of(CALL), PERMITTED),
                new Moment(CALLED, "note", "A. Kim", Optional.of(CALL), "Pays on Friday."));
    }

    @Override
    public Optional<Marks> marks(AttemptId attempt) {
        return Optional.of(attempt)
                .filter(CALL::equals)
                .map(_ ->
                        new Marks(
                                new ConsumerId(38),
                                List.of(
                                        new Mark(0, "recording-began"),
                                        new Mark(400, "recording-muted"))));
    }

    @Override
    public List<Abandoned> abandonment(Instant now) {
        return List.of(
                new Abandoned(
                        "Evening", "US-FED-ABN", "last 30 days", 3_411, 87, 4, 25_506, 30_000, 15));
    }

    @Override
    public Choices choices() {
        return new Choices(
                List.of(new Choice(1, "Evening")),
                List.of(new Choice(12, "A. Kim")),
                List.of(
                        new Refusing(RULE, SENTENCE, 1),
                        new Refusing("HOUSE-GAP", "Called a moment ago.", 0)));
    }
}
