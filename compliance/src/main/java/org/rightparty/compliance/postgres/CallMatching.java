package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rightparty.compliance.postgres.CallRecord.Source;
import org.rightparty.compliance.postgres.Difference.Kind;
import org.rightparty.compliance.rules.Sha256;

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

    private record Ours(long attempt, Instant placedAt, String number, boolean answered) {}

    private static List<Ours> ours(DSLContext tx, Instant from, Instant to) {
        return tx.select(
                        ATTEMPT.ID,
                        ATTEMPT.PLACED_AT,
                        ATTEMPT.E164,
                        DSL.boolOr(ATTEMPT_END.ANSWERED_AT.isNotNull()))
                .from(ATTEMPT)
                .leftJoin(ATTEMPT_END)
                .on(ATTEMPT_END.ATTEMPT_ID.eq(ATTEMPT.ID))
                .and(ATTEMPT_END.PLACED_AT.eq(ATTEMPT.PLACED_AT))
                .where(ATTEMPT.PLACED_AT.ge(from))
                .and(ATTEMPT.PLACED_AT.lt(to))
                .groupBy(ATTEMPT.ID, ATTEMPT.PLACED_AT, ATTEMPT.E164)
                .fetch(row ->
                        new Ours(row.value1().value(), row.value2(), row.value3(), row.value4()));
    }

    List<Difference> compare(List<CallRecord> theirs) {
        List<Difference> found = new ArrayList<>();
        Map<Long, Boolean> answered = new HashMap<>();
        Set<Long> matched = new HashSet<>();
        for (CallRecord call : theirs) {
            Optional<Ours> ours = match(call, matched);
            if (ours.isPresent()) {
                matched.add(ours.get().attempt());
                answered.merge(ours.get().attempt(), call.answered(), Boolean::logicalOr);
                call.number()
                        .filter(number -> !number.equals(ours.get().number()))
                        .ifPresent(
                                _ -> found.add(attempt(Kind.NUMBER_DIFFERS, ours.get().attempt())));
            } else if (isWithin(call.startedAt())) {
                found.add(Difference.of(Kind.CALL_WITHOUT_ATTEMPT, subject(call)));
            }
        }
        for (Ours ours : byAttempt.values()) {
            if (isWithin(ours.placedAt())) {
                Boolean theirAnswer = answered.get(ours.attempt());
                if (theirAnswer == null && ours.answered()) {
                    found.add(attempt(Kind.ANSWER_WITHOUT_CALL, ours.attempt()));
                } else if (theirAnswer != null && theirAnswer != ours.answered()) {
                    found.add(attempt(Kind.ANSWER_DIFFERS, ours.attempt()));
                }
            }
        }
        return found;
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
