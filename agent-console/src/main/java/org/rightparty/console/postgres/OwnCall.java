package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;
import static org.rightparty.schema.generated.Tables.LIVE_ATTEMPT;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.impl.DSL;
import org.rightparty.console.desk.Answer;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.ConsumerId;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A call of an agent, in which something came up.
///
/// @param verified whether identity was proved in it
record OwnCall(ConsumerId consumer, AccountId account, boolean verified) {
    /// A call may be talked about so long after it.
    private static final Duration LOOK_BACK = Duration.ofDays(1);

    /// Empty when it is no call of this agent, or an old one.
    static Optional<OwnCall> of(DSLContext tx, AttemptId attempt, AgentId by, Instant now) {
        return tx.select(
                        ATTEMPT.CONSUMER_ID,
                        ATTEMPT.ACCOUNT_ID,
                        Verification.proofs(ATTEMPT.ID, ATTEMPT.PLACED_AT))
                .from(ATTEMPT)
                .where(ATTEMPT.ID.eq(attempt))
                .and(ATTEMPT.PLACED_AT.gt(now.minus(LOOK_BACK)))
                .and(spokenBy(by))
                .fetchOptional(OwnCall::call);
    }

    /// Empty when this agent is not on it now.
    static Optional<OwnCall> live(DSLContext tx, AttemptId attempt, AgentId by) {
        return tx.select(
                        ATTEMPT.CONSUMER_ID,
                        ATTEMPT.ACCOUNT_ID,
                        Verification.proofs(ATTEMPT.ID, ATTEMPT.PLACED_AT))
                .from(LIVE_ATTEMPT)
                .join(ATTEMPT)
                .on(ATTEMPT.ID.eq(LIVE_ATTEMPT.ATTEMPT_ID))
                .and(ATTEMPT.PLACED_AT.eq(LIVE_ATTEMPT.PLACED_AT))
                .where(LIVE_ATTEMPT.ATTEMPT_ID.eq(attempt))
                .and(LIVE_ATTEMPT.AGENT_ID.eq(by))
                .fetchOptional(OwnCall::call);
    }

    /// What is said to an agent whose call it is not.
    static Answer notYours() {
        return Answer.Declined.because("NOT_YOUR_CALL", "This is no call of yours.");
    }

    private static OwnCall call(Record3<ConsumerId, AccountId, String> row) {
        return new OwnCall(row.value1(), row.value2(), !Verification.read(row.value3()).isEmpty());
    }

    private static Condition spokenBy(AgentId by) {
        return DSL.exists(
                        DSL.selectOne()
                                .from(LIVE_ATTEMPT)
                                .where(LIVE_ATTEMPT.ATTEMPT_ID.eq(ATTEMPT.ID))
                                .and(LIVE_ATTEMPT.AGENT_ID.eq(by)))
                .or(
                        DSL.exists(
                                DSL.selectOne()
                                        .from(ATTEMPT_END)
                                        .where(ATTEMPT_END.ATTEMPT_ID.eq(ATTEMPT.ID))
                                        .and(ATTEMPT_END.PLACED_AT.eq(ATTEMPT.PLACED_AT))
                                        .and(ATTEMPT_END.AGENT_ID.eq(by))));
    }
}
