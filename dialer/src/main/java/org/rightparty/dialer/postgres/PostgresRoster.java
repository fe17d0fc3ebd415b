package org.rightparty.dialer.postgres;

import static org.rightparty.schema.generated.Tables.AGENT;
import static org.rightparty.schema.generated.Tables.CALLBACK;
import static org.rightparty.schema.generated.Tables.CAMPAIGN;
import static org.rightparty.schema.generated.Tables.CAMPAIGN_AGENT;
import static org.rightparty.schema.generated.Tables.CANDIDATE_CHANGE;
import static org.rightparty.schema.generated.Tables.DIAL_CANDIDATE;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.AuditEntry.Actor;
import org.rightparty.database.Database;
import org.rightparty.dialer.call.Telephone.AgentLine;
import org.rightparty.dialer.loop.CampaignPolicy;
import org.rightparty.dialer.loop.Roster;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneNumber;
import org.rightparty.vocabulary.Rate;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/// Campaigns and the people who work on them, in the tables.
public final class PostgresRoster implements Roster {
    private final Database database;
    private final Journal journal;
    private final ZoneId house;

    /// @param house the zone whose midnight begins a working day
    public PostgresRoster(Database database, Journal journal, ZoneId house) {
        this.database = database;
        this.journal = journal;
        this.house = house;
    }

    @Override
    public List<CampaignPolicy> campaigns() {
        return database.transact(tx ->
                tx.select(
                                CAMPAIGN.ID,
                                CAMPAIGN.NAME,
                                CAMPAIGN.MODE,
                                CAMPAIGN.ACTIVITY,
                                CAMPAIGN.CALLER_ID,
                                CAMPAIGN.RING_SECONDS,
                                CAMPAIGN.SCREENING,
                                CAMPAIGN.ABANDONMENT_CEILING_PPM,
                                CAMPAIGN.RECORDING,
                                CAMPAIGN.WRAP_UP_TARGET_SECONDS,
                                CAMPAIGN.AIM,
                                CAMPAIGN.AIM_RATE_PPM,
                                CAMPAIGN.AIM_WAIT_SECONDS)
                        .from(CAMPAIGN)
                        .orderBy(CAMPAIGN.ID)
                        .fetch(row ->
                                new CampaignPolicy(
                                        row.value1(),
                                        row.value2(),
                                        Mode.valueOf(row.value3()),
                                        Aims.of(row.value11(), row.value12(), row.value13()),
                                        CampaignPolicy.Activity.valueOf(row.value4()),
                                        new PhoneNumber(row.value5()),
                                        row.value6(),
                                        row.value7(),
                                        Rate.ofPartsPerMillion(row.value8()),
                                        row.value9(),
                                        Duration.ofSeconds(row.value10()))));
    }

    @Override
    public Member member(AgentId agent) {
        return database.transact(tx ->
                tx.select(AGENT.DISPLAY_NAME, AGENT.LINE, AGENT.LINE_KIND)
                        .from(AGENT)
                        .where(AGENT.ID.eq(agent))
                        .and(DSL.condition(AGENT.ACTIVE))
                        .fetchOptional(row ->
                                new Member(
                                        agent,
                                        row.value1(),
                                        new AgentLine(
                                                agent,
                                                row.value2(),
                                                AgentLine.Kind.valueOf(row.value3()))))
                        .orElseThrow(() -> new NoSuchElementException("no agent " + agent)));
    }

    @Override
    public void assigned(AgentId agent, CampaignId campaign, Instant at) {
        database.transact(tx ->
                tx.insertInto(CAMPAIGN_AGENT)
                        .set(CAMPAIGN_AGENT.AGENT_ID, agent)
                        .set(CAMPAIGN_AGENT.CAMPAIGN_ID, campaign)
                        .set(CAMPAIGN_AGENT.SINCE, at)
                        .onConflict(CAMPAIGN_AGENT.AGENT_ID)
                        .doUpdate()
                        .set(CAMPAIGN_AGENT.CAMPAIGN_ID, campaign)
                        .set(CAMPAIGN_AGENT.SINCE, at)
                        .where(CAMPAIGN_AGENT.CAMPAIGN_ID.ne(campaign))
                        .execute());
    }

    @Override
    public void ordered(Actor by, CampaignPolicy policy, Instant at) {
        database.transact(tx -> {
            boolean modeChanged = !mode(tx, policy.id()).equals(policy.mode().name());
            tx.update(CAMPAIGN)
                    .set(CAMPAIGN.MODE, policy.mode().name())
                    .set(CAMPAIGN.ACTIVITY, policy.activity().name())
                    .set(CAMPAIGN.AIM, Aims.code(policy.aim()))
                    .set(CAMPAIGN.AIM_RATE_PPM, Aims.ratePpm(policy.aim()))
                    .set(CAMPAIGN.AIM_WAIT_SECONDS, Aims.waitSeconds(policy.aim()))
                    .where(CAMPAIGN.ID.eq(policy.id()))
                    .execute();
            if (modeChanged) {
                askGateAgain(tx, policy.id());
            }
            journal.append(tx, order(by, policy, at));
            return policy;
        });
    }

    private static String mode(DSLContext tx, CampaignId campaign) {
        return tx.select(CAMPAIGN.MODE)
                .from(CAMPAIGN)
                .where(CAMPAIGN.ID.eq(campaign))
                .forUpdate()
                .fetchSingle()
                .value1();
    }

    /// What the gate refuses to a machine that dials ahead it may permit to a person who presses a
    /// key, and a number that was chosen for one mode may want a consent in another. Landlines want
    /// none in any.
    private static void askGateAgain(DSLContext tx, CampaignId campaign) {
        tx.insertInto(CANDIDATE_CHANGE, CANDIDATE_CHANGE.CONSUMER_ID)
                .select(
                        DSL.select(DIAL_CANDIDATE.CONSUMER_ID)
                                .from(DIAL_CANDIDATE)
                                .where(DIAL_CANDIDATE.CAMPAIGN_ID.eq(campaign))
                                .and(
                                        DIAL_CANDIDATE
                                                .PARKED
                                                .startsWith(Claim.GATE)
                                                .or(
                                                        DIAL_CANDIDATE
                                                                .PARKED
                                                                .eq("")
                                                                .andNotExists(landline()))))
                .execute();
    }

    private static Select<?> landline() {
        return DSL.selectOne()
                .from(PHONE)
                .where(PHONE.ID.eq(DIAL_CANDIDATE.PHONE_ID))
                .and(PHONE.LINE_TYPE.eq("LANDLINE"));
    }

    private static AuditEntry order(Actor by, CampaignPolicy policy, Instant at) {
        return new AuditEntry(
                at,
                "campaign.ordered",
                by,
                AuditEntry.Subject.of(policy.id()),
                Map.of(
                        "mode",
                        policy.mode().name(),
                        "aim",
                        Aims.code(policy.aim()),
                        "activity",
                        policy.activity().name()));
    }

    @Override
    public List<OwnCallback> callbacks(CampaignId campaign, Instant from, Instant until) {
        return database.transact(tx ->
                tx.select(CALLBACK.AGENT_ID, CALLBACK.DUE_AT)
                        .from(CALLBACK)
                        .join(CAMPAIGN_AGENT)
                        .on(CAMPAIGN_AGENT.AGENT_ID.eq(CALLBACK.AGENT_ID))
                        .where(CALLBACK.STATE.eq(DSL.inline("OPEN")))
                        .and(CALLBACK.DUE_AT.gt(from))
                        .and(CALLBACK.DUE_AT.le(until))
                        .and(CAMPAIGN_AGENT.CAMPAIGN_ID.eq(campaign))
                        .orderBy(CALLBACK.DUE_AT)
                        .fetch(row -> new OwnCallback(row.value1(), row.value2())));
    }

    @Override
    public Tallies tallies(CampaignId campaign, Instant now) {
        Instant midnight = now.atZone(house).toLocalDate().atStartOfDay(house).toInstant();
        return database.transact(tx -> Figures.tallies(tx, campaign, midnight));
    }
}
