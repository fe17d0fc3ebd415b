package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rightparty.compliance.postgres.CallRecord.Ending;
import org.rightparty.compliance.postgres.CallRecord.Source;
import org.rightparty.compliance.postgres.Difference.Kind;
import org.rightparty.compliance.rules.Sha256;
import org.rightparty.vocabulary.Outcome;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds for each call that somebody else recorded the attempt it belongs to: by the attempt's
/// number where the record carries it, else by telephone number and time.
final class CallMatching {
    private static final Duration APART = Duration.ofMinutes(2);
    private static final int SUBJECT_DIGITS = 16;
    private static final String RANG = Outcome.RING_NO_ANSWER.name();
    private static final String BUSY = Outcome.BUSY.name();
    private static final String NEVER_PLACED = Outcome.NEVER_PLACED.name();

    private final Map<Long, Ours> byAttempt = new HashMap<>();
    private final Map<String, List<Ours>> byNumber = new HashMap<>();
    private final Instant from;
    private final Instant to;
    private final Source source;

    CallMatching(DSLContext tx, Instant from, Instant to, Source source) {
        this.from = from;
        this.to = to;
        this.source = source;
        for (Ours ours : ours(tx, from.minus(APART), to.plus(APART))) {
            byAttempt.put(ours.attempt(), ours);
            byNumber.computeIfAbsent(ours.number(), _ -> new ArrayList<>()).add(ours);
        }
    }

    /// @param outcome of its latest revision; empty while it has no end
    private record Ours(
            long attempt, Instant placedAt, String number, boolean answered, String outcome) {}

    private static List<Ours> ours(DSLContext tx, Instant from, Instant to) {
        return tx.select(
                        ATTEMPT.ID,
                        ATTEMPT.PLACED_AT,
                        ATTEMPT.E164,
                        DSL.boolOr(ATTEMPT_END.ANSWERED_AT.isNotNull()),
                        DSL.coalesce(
                                DSL.arrayGet(
                                        DSL.arrayAgg(ATTEMPT_END.OUTCOME)
                                                .orderBy(ATTEMPT_END.REVISION.desc()),
                                        1),
                                ""))
                .from(ATTEMPT)
                .leftJoin(ATTEMPT_END)
                .on(ATTEMPT_END.ATTEMPT_ID.eq(ATTEMPT.ID))
                .and(ATTEMPT_END.PLACED_AT.eq(ATTEMPT.PLACED_AT))
                .where(ATTEMPT.PLACED_AT.ge(from))
                .and(ATTEMPT.PLACED_AT.lt(to))
                .groupBy(ATTEMPT.ID, ATTEMPT.PLACED_AT, ATTEMPT.E164)
                .fetch(row ->
                        new Ours(
                                row.value1().value(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5()));
    }

    List<Difference> compare(List<CallRecord> theirs) {
        List<Difference> found = new ArrayList<>();
        Map<Long, Ending> endings = new HashMap<>();
        Set<Long> matched = new HashSet<>();
        for (CallRecord call : theirs) {
            Optional<Ours> ours = match(call, matched);
            if (ours.isPresent()) {
                matched.add(ours.get().attempt());
                endings.merge(
                        ours.get().attempt(),
                        call.ending(),
                        (one, other) -> one.compareTo(other) <= 0 ? one : other);
                call.number()
                        .filter(number -> !number.equals(ours.get().number()))
                        .ifPresent(
                                _ -> found.add(attempt(Kind.NUMBER_DIFFERS, ours.get().attempt())));
            } else if (isWithin(call.startedAt())) {
                found.add(Difference.of(Kind.CALL_WITHOUT_ATTEMPT, subject(call)));
            }
        }
        boolean tellsOfUnanswered =
                source == Source.SWITCH || theirs.stream().anyMatch(call -> !call.answered());
        for (Ours ours : byAttempt.values()) {
            if (isWithin(ours.placedAt())) {
                Optional.ofNullable(endings.get(ours.attempt()))
                        .map(theirEnding -> difference(ours, theirEnding))
                        .orElseGet(() -> lacking(ours, tellsOfUnanswered))
                        .ifPresent(kind -> found.add(attempt(kind, ours.attempt())));
            }
        }
        return found;
    }

    private static Optional<Kind> difference(Ours ours, Ending theirs) {
        if (ours.answered() != (theirs == Ending.ANSWERED)) {
            return Optional.of(Kind.ANSWER_DIFFERS);
        }
        boolean rangForOne =
                (theirs == Ending.BUSY && ours.outcome().equals(RANG))
                        || (theirs == Ending.RANG && ours.outcome().equals(BUSY));
        return rangForOne ? Optional.of(Kind.ENDING_DIFFERS) : Optional.empty();
    }

    /// What left nothing for the carrier is in no other record, nor what is still under way; a
    /// carrier's file without any unanswered call is one of answered calls alone.
    private static Optional<Kind> lacking(Ours ours, boolean tellsOfUnanswered) {
        if (ours.answered()) {
            return Optional.of(Kind.ANSWER_WITHOUT_CALL);
        }
        boolean left = !ours.outcome().isEmpty() && !ours.outcome().equals(NEVER_PLACED);
        return left && tellsOfUnanswered
                ? Optional.of(Kind.ATTEMPT_WITHOUT_CALL)
                : Optional.empty();
    }

    private Difference attempt(Kind kind, long attempt) {
        return new Difference(kind, "attempt " + attempt + " by " + source, Optional.of(attempt));
    }

    private Optional<Ours> match(CallRecord call, Set<Long> matched) {
        if (call.attempt().isPresent()) {
            return call.attempt().map(byAttempt::get);
        }
        return call.number().map(byNumber::get).stream()
                .flatMap(List::stream)
                .filter(ours -> !matched.contains(ours.attempt()))
                .filter(ours ->
                        Duration.between(ours.placedAt(), call.startedAt()).abs().compareTo(APART)
                                <= 0)
                .findFirst();
    }

    private boolean isWithin(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    /// The recorder's own reference may hold a telephone number: only its hash is kept.
    private static String subject(CallRecord call) {
        String reference = call.source() + " " + call.reference() + " " + call.startedAt();
        return call.source()
                + " record "
                + Sha256.hex(reference.getBytes(StandardCharsets.UTF_8))
                        .substring(0, SUBJECT_DIGITS);
    }
}
