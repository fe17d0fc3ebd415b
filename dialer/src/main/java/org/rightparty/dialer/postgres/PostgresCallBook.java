package org.rightparty.dialer.postgres;

import static org.rightparty.schema.generated.Tables.AGENT;
import static org.rightparty.schema.generated.Tables.AGENT_STATE_CHANGE;
import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.CALL_EVENT;
import static org.rightparty.schema.generated.Tables.LIVE_ATTEMPT;
import static org.rightparty.schema.generated.Tables.SCREEN_POP;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.rightparty.console.agent.AgentState;
import org.rightparty.console.agent.PauseReason;
import org.rightparty.console.postgres.Verification;
import org.rightparty.database.Database;
import org.rightparty.database.Pulse;
import org.rightparty.dialer.loop.CallBook;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The book of calls in the tables.
public final class PostgresCallBook implements CallBook {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// A pause from longer ago is not gone on with: whoever logs in now begins another shift.
    private static final Duration PAUSE_KEPT = Duration.ofHours(2);

    private final OpenHours law;
    private final Database database;
    private final Journal journal;
    private final Endings endings;
    private final Pulse pulse;

    /// @param trunks tells by which trunk a call left
    public PostgresCallBook(
            Database database,
            Pulse pulse,
            PostgresCandidates candidates,
            Journal journal,
            TrunkBook trunks) {
        this.law = candidates.law();
        this.database = database;
        this.journal = journal;
        this.endings = new Endings(candidates, journal, trunks);
        this.pulse = pulse;
    }

    @Override
    public void happened(List<Happening> happenings) {
        if (happenings.isEmpty()) {
            return;
        }
        database.transact(tx -> {
            var insert =
                    tx.insertInto(
                            CALL_EVENT,
                            CALL_EVENT.ATTEMPT_ID,
                            CALL_EVENT.AT,
                            CALL_EVENT.KIND,
                            CALL_EVENT.AGENT_ID,
                            CALL_EVENT.DETAIL);
            for (Happening one : happenings) {
                insert =
                        insert.values(
                                one.attempt(),
                                one.at(),
                                one.kind(),
                                one.agent().orElse(null),
                                json(one.detail()));
            }
            CallEntries.of(tx, happenings).forEach(entry -> journal.append(tx, entry));
            return insert.execute();
        });
    }

    private static JSONB json(Map<String, Object> detail) {
        try {
            return JSONB.valueOf(JSON.writeValueAsString(detail));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("detail is no JSON: " + detail.keySet(), impossible);
        }
    }

    @Override
    public void ended(Ending ending) {
        database.transact(tx -> endings.write(tx, ending));
    }

    @Override
    public List<OpenAttempt> open(CampaignId campaign) {
        return database.transact(tx -> open(tx, campaign));
    }

    static List<OpenAttempt> open(DSLContext tx, CampaignId campaign) {
        Field<Instant> answeredAt = first("answered");
        Field<Instant> connectedAt = first("joined");
        return tx.select(
                        ATTEMPT.ID,
                        ATTEMPT.PLACED_AT,
                        ATTEMPT.CONSUMER_ID,
                        ATTEMPT.ACCOUNT_ID,
                        ATTEMPT.PHONE_ID,
                        ATTEMPT.E164,
                        LIVE_ATTEMPT.AGENT_ID,
                        answeredAt,
                        connectedAt,
                        Verification.proofs(LIVE_ATTEMPT.ATTEMPT_ID, LIVE_ATTEMPT.PLACED_AT),
                        LIVE_ATTEMPT.TRANSFERRED_FROM)
                .from(LIVE_ATTEMPT)
                .join(ATTEMPT)
                .on(ATTEMPT.ID.eq(LIVE_ATTEMPT.ATTEMPT_ID))
                .and(ATTEMPT.PLACED_AT.eq(LIVE_ATTEMPT.PLACED_AT))
                .where(LIVE_ATTEMPT.CAMPAIGN_ID.eq(campaign))
                .orderBy(ATTEMPT.PLACED_AT, ATTEMPT.ID)
                .fetch(row ->
                        new OpenAttempt(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5(),
                                new PhoneNumber(row.value6()),
                                Optional.ofNullable(row.value7()),
                                Optional.ofNullable(row.value8()),
                                Optional.ofNullable(row.value9()),
                                Verification.read(row.value10()),
                                Optional.ofNullable(row.value11())));
    }

    /// When something first happened on the attempt; null when it did not.
    private static Field<Instant> first(String kind) {
        return DSL.field(
                DSL.select(DSL.min(CALL_EVENT.AT))
                        .from(CALL_EVENT)
                        .where(CALL_EVENT.ATTEMPT_ID.eq(LIVE_ATTEMPT.ATTEMPT_ID))
                        .and(CALL_EVENT.AT.ge(LIVE_ATTEMPT.PLACED_AT))
                        .and(CALL_EVENT.KIND.eq(kind)));
    }

    @Override
    public Optional<Holder> holder(ConsumerId consumer) {
        return database.transact(tx ->
                tx.select(AGENT.DISPLAY_NAME, LIVE_ATTEMPT.PLACED_AT)
                        .from(LIVE_ATTEMPT)
                        .leftJoin(AGENT)
                        .on(AGENT.ID.eq(LIVE_ATTEMPT.AGENT_ID))
                        .where(LIVE_ATTEMPT.CONSUMER_ID.eq(consumer))
                        .fetchOptional(row ->
                                new Holder(Optional.ofNullable(row.value1()), row.value2())));
    }

    @Override
    public void taken(AttemptId attempt, AgentId agent) {
        database.transact(tx ->
                tx.update(LIVE_ATTEMPT)
                        .set(LIVE_ATTEMPT.AGENT_ID, agent)
                        .where(LIVE_ATTEMPT.ATTEMPT_ID.eq(attempt))
                        .execute());
    }

    @Override
    public void agentChanged(
            AgentId agent,
            CampaignId campaign,
            AgentState state,
            Optional<AttemptId> attempt,
            Instant at) {
        StateName name = StateName.of(state);
        database.transact(tx ->
                tx.insertInto(AGENT_STATE_CHANGE)
                        .set(AGENT_STATE_CHANGE.AGENT_ID, agent)
                        .set(AGENT_STATE_CHANGE.CAMPAIGN_ID, campaign)
                        .set(AGENT_STATE_CHANGE.STATE, name.state())
                        .set(AGENT_STATE_CHANGE.REASON, name.reason())
                        .set(AGENT_STATE_CHANGE.ATTEMPT_ID, attempt.orElse(null))
                        .set(AGENT_STATE_CHANGE.AT, at)
                        .execute());
    }

    @Override
    public Optional<AgentState.NotReady> pauseLeft(AgentId agent, Instant now) {
        return database.transact(tx ->
                        tx.select(
                                        AGENT_STATE_CHANGE.STATE,
                                        AGENT_STATE_CHANGE.REASON,
                                        AGENT_STATE_CHANGE.AT)
                                .from(AGENT_STATE_CHANGE)
                                .where(AGENT_STATE_CHANGE.AGENT_ID.eq(agent))
                                .and(AGENT_STATE_CHANGE.AT.gt(now.minus(PAUSE_KEPT)))
                                .orderBy(AGENT_STATE_CHANGE.AT.desc(), AGENT_STATE_CHANGE.ID.desc())
                                .limit(1)
                                .fetchOptional())
                .filter(row -> row.value1().equals(StateName.NOT_READY))
                .map(row ->
                        new AgentState.NotReady(PauseReason.valueOf(row.value2()), row.value3()))
                .filter(pause -> pause.reason().isKept());
    }

    @Override
    public void screenShown(
            AttemptId attempt,
            AgentId agent,
            Instant answeredAt,
            Instant pushedAt,
            Instant acknowledgedAt,
            long latencyMicros) {
        database.transact(tx ->
                tx.insertInto(SCREEN_POP)
                        .set(SCREEN_POP.ATTEMPT_ID, attempt)
                        .set(SCREEN_POP.AGENT_ID, agent)
                        .set(SCREEN_POP.ANSWERED_AT, answeredAt)
                        .set(SCREEN_POP.PUSHED_AT, pushedAt)
                        .set(SCREEN_POP.ACKNOWLEDGED_AT, acknowledgedAt)
                        .set(SCREEN_POP.LATENCY_US, latencyMicros)
                        .onConflictDoNothing()
                        .execute());
    }

    @Override
    public void reach() {
        pulse.feel();
    }

    @Override
    public Abandonment abandonment(CampaignId campaign, Instant now) {
        return database.transact(
                tx -> Figures.abandonment(tx, campaign, law.abandonment(tx, now), now));
    }
}
