package org.rightparty.dialer.postgres;

import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;
import static org.rightparty.schema.generated.Tables.LIVE_ATTEMPT;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.database.Planning;
import org.rightparty.dialer.loop.CallBook.Ending;
import org.rightparty.dialer.selection.RetrySpacing;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.Outcome;
import org.rightparty.vocabulary.PhoneId;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes the end of a call with all that follows from it, once.
final class Endings {
    private static final Duration NUMBER_MEMORY = Duration.ofDays(60);
    private static final int OUTCOMES_MAX = 3;

    private final PostgresCandidates candidates;
    private final Journal journal;
    private final TrunkBook trunks;

    Endings(PostgresCandidates candidates, Journal journal, TrunkBook trunks) {
        this.candidates = candidates;
        this.journal = journal;
        this.trunks = trunks;
    }

    private record Placed(
            ConsumerId consumer,
            AccountId account,
            PhoneId phone,
            @Nullable CampaignId campaign,
            String path) {
        /// The campaign whose abandonment it counts for: a call to somebody who takes a
        /// conversation over counts for none.
        @Nullable CampaignId measured() {
            return path.equals(DialPath.TRANSFER.name()) ? null : campaign;
        }

        AuditEntry.Subject subject(Ending ending) {
            AuditEntry.Subject subject =
                    AuditEntry.Subject.of(consumer, account).during(ending.attempt());
            return campaign == null ? subject : subject.in(campaign);
        }
    }

    /// @return false when the attempt had ended before
    boolean write(DSLContext tx, Ending ending) {
        Planning.byKey(tx);
        Placed placed = placed(tx, ending);
        if (!insert(tx, ending, placed)) {
            return false;
        }
        tx.deleteFrom(LIVE_ATTEMPT).where(LIVE_ATTEMPT.ATTEMPT_ID.eq(ending.attempt())).execute();
        if (ending.outcome() == Outcome.ANSWERED
                && placed.path().equals(DialPath.CALLBACK.name())) {
            Callbacks.kept(tx, placed.consumer(), ending.placedAt());
        } else if (ending.outcome() == Outcome.NOT_IN_SERVICE) {
            giveUpDeadNumber(tx, ending, placed);
        }
        journal.append(
                tx,
                new AuditEntry(
                        ending.endedAt(),
                        "call.ended",
                        AuditEntry.Actor.PROGRAM,
                        placed.subject(ending),
                        detail(ending)));
        candidates.choose(tx, placed.consumer(), ending.endedAt());
        return true;
    }

    /// @throws IllegalStateException when no such attempt was ever reserved
    private static Placed placed(DSLContext tx, Ending ending) {
        return tx.select(
                        ATTEMPT.CONSUMER_ID,
                        ATTEMPT.ACCOUNT_ID,
                        ATTEMPT.PHONE_ID,
                        ATTEMPT.CAMPAIGN_ID,
                        ATTEMPT.PATH)
                .from(ATTEMPT)
                .where(ATTEMPT.ID.eq(ending.attempt()))
                .and(ATTEMPT.PLACED_AT.eq(ending.placedAt()))
                .fetchOptional(row ->
                        new Placed(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5()))
                .orElseThrow(
                        () -> new IllegalStateException("never reserved: " + ending.attempt()));
    }

    private boolean insert(DSLContext tx, Ending ending, Placed placed) {
        Optional<Instant> answered = ending.answeredAt();
        Optional<Instant> connected = ending.connectedAt();
        return tx.insertInto(ATTEMPT_END)
                        .set(ATTEMPT_END.ATTEMPT_ID, ending.attempt())
                        .set(ATTEMPT_END.PLACED_AT, ending.placedAt())
                        .set(ATTEMPT_END.REVISION, (short) 1)
                        .set(ATTEMPT_END.CAMPAIGN_ID, placed.measured())
                        .set(ATTEMPT_END.OUTCOME, ending.outcome().name())
                        .set(ATTEMPT_END.COUNTS, ending.outcome().connected())
                        .set(ATTEMPT_END.ENDED_AT, ending.endedAt())
                        .set(ATTEMPT_END.ANSWERED_AT, answered.orElse(null))
                        .set(ATTEMPT_END.AGENT_ID, ending.agent().orElse(null))
                        .set(ATTEMPT_END.CONNECTED_AT, connected.orElse(null))
                        .set(ATTEMPT_END.WAITED_MS, millis(answered, waitEnd(ending)))
                        .set(ATTEMPT_END.TALK_MS, millis(connected, ending.endedAt()))
                        .set(ATTEMPT_END.TRUNK, trunks.of(ending.attempt()))
                        .set(ATTEMPT_END.CAUSE, ending.cause())
                        .set(ATTEMPT_END.SIP_CODE, ending.sipCode())
                        .set(ATTEMPT_END.HUNG_UP_BY, ending.hungUpBy())
                        .set(ATTEMPT_END.RECORDING, ending.recording())
                        .set(ATTEMPT_END.SOURCE, ending.source())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private static Instant waitEnd(Ending ending) {
        return ending.connectedAt().orElse(ending.endedAt());
    }

    /// Clocks of two machines may disagree by a little: never below zero.
    private static @Nullable Integer millis(Optional<Instant> from, Instant to) {
        return from.map(start -> (int) Math.max(0, Duration.between(start, to).toMillis()))
                .orElse(null);
    }

    private static Map<String, Object> detail(Ending ending) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("outcome", ending.outcome().name());
        detail.put("counts", ending.outcome().connected());
        detail.put("cause", (long) ending.cause());
        detail.put("sip_code", ending.sipCode());
        detail.put("hung_up_by", ending.hungUpBy());
        detail.put("source", ending.source());
        detail.put("recorded", !ending.recording().isEmpty());
        ending.agent().ifPresent(agent -> detail.put("agent", agent.value()));
        ending.answeredAt()
                .ifPresent(at -> {
                    Duration waited = Duration.between(at, waitEnd(ending));
                    detail.put("waited_ms", Math.max(0, waited.toMillis()));
                });
        return detail;
    }

    /// Not in service twice in a row: nobody has that number any more.
    private void giveUpDeadNumber(DSLContext tx, Ending ending, Placed placed) {
        if (RetrySpacing.disconnected(outcomes(tx, placed, ending))) {
            int changed =
                    tx.update(PHONE)
                            .set(PHONE.USABLE, "DISCONNECTED")
                            .set(PHONE.USABLE_SINCE, ending.endedAt())
                            .where(PHONE.ID.eq(placed.phone()))
                            .and(PHONE.USABLE.in("UNVERIFIED", "VERIFIED"))
                            .execute();
            if (changed == 1) {
                journal.append(
                        tx,
                        new AuditEntry(
                                ending.endedAt(),
                                "phone.disconnected",
                                AuditEntry.Actor.PROGRAM,
                                placed.subject(ending),
                                Map.of("phone", placed.phone().value())));
            }
        }
    }

    private static List<Outcome> outcomes(DSLContext tx, Placed placed, Ending ending) {
        return tx.select(ATTEMPT_END.OUTCOME)
                .from(ATTEMPT)
                .join(ATTEMPT_END)
                .on(ATTEMPT_END.ATTEMPT_ID.eq(ATTEMPT.ID))
                .and(ATTEMPT_END.PLACED_AT.eq(ATTEMPT.PLACED_AT))
                .where(ATTEMPT.CONSUMER_ID.eq(placed.consumer()))
                .and(ATTEMPT.PHONE_ID.eq(placed.phone()))
                .and(ATTEMPT.PLACED_AT.ge(ending.placedAt().minus(NUMBER_MEMORY)))
                .orderBy(ATTEMPT.PLACED_AT.desc(), ATTEMPT.ID.desc())
                .limit(OUTCOMES_MAX)
                .fetch(row -> Outcome.valueOf(row.value1()));
    }
}
