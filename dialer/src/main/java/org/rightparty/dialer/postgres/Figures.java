package org.rightparty.dialer.postgres;

import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;
import static org.rightparty.schema.generated.Tables.CAMPAIGN;
import static org.rightparty.schema.generated.Tables.DISPOSITION;
import static org.rightparty.schema.generated.Tables.PROMISE;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.abandonment.AbandonmentBudget;
import org.rightparty.compliance.abandonment.AbandonmentLaw;
import org.rightparty.compliance.abandonment.AbandonmentTally;
import org.rightparty.compliance.postgres.PostgresAbandonment;
import org.rightparty.dialer.loop.CallBook.Abandonment;
import org.rightparty.dialer.loop.Roster.Tallies;
import org.rightparty.dialer.loop.Roster.Tally;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Rate;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A campaign's figures, counted from the ledger of attempts and never kept beside it.
final class Figures {
    private Figures() {}

    /// What is left under the strictest row of the law and the campaign's own ceiling: calls that
    /// people answered over its window, and those of them that found no agent in time.
    static Abandonment abandonment(
            DSLContext tx, CampaignId campaign, AbandonmentLaw law, Instant now) {
        int own =
                tx.select(CAMPAIGN.ABANDONMENT_CEILING_PPM)
                        .from(CAMPAIGN)
                        .where(CAMPAIGN.ID.eq(campaign))
                        .fetchSingle()
                        .value1();
        AbandonmentBudget budget =
                law.strictest(
                        own,
                        row -> PostgresAbandonment.measure(tx, campaign, row, law.clock(), now));
        AbandonmentTally tally = budget.tally();
        return new Abandonment(
                tally.answeredByPeople(),
                tally.abandonedPeople(),
                Rate.ofPartsPerMillion(budget.harbour().ceilingPpm()));
    }

    static Tallies tallies(DSLContext tx, CampaignId campaign, Instant from) {
        Map<AgentId, Tally> agents = new HashMap<>();
        long answered = 0;
        for (var row : answeredByAgent(tx, campaign, from)) {
            answered += row.value2();
            add(agents, row.value1(), new Tally(row.value2(), row.value2(), 0, 0));
        }
        long rightParty = 0;
        long promises = 0;
        for (var row : achievedByAgent(tx, campaign, from)) {
            rightParty += row.value2();
            promises += row.value3();
            add(agents, row.value1(), new Tally(0, 0, row.value2(), row.value3()));
        }
        return new Tallies(
                new Tally(attempts(tx, campaign, from), answered, rightParty, promises), agents);
    }

    private static void add(Map<AgentId, Tally> agents, @Nullable AgentId agent, Tally more) {
        if (agent != null) {
            agents.merge(agent, more, Figures::sum);
        }
    }

    private static Tally sum(Tally one, Tally other) {
        return new Tally(
                one.attempts() + other.attempts(),
                one.answered() + other.answered(),
                one.rightParty() + other.rightParty(),
                one.promises() + other.promises());
    }

    private static long attempts(DSLContext tx, CampaignId campaign, Instant from) {
        return tx.selectCount()
                .from(ATTEMPT)
                .where(ATTEMPT.CAMPAIGN_ID.eq(campaign))
                .and(ATTEMPT.PLACED_AT.ge(from))
                .fetchSingle()
                .value1();
    }

    private static List<Record2<AgentId, Integer>> answeredByAgent(
            DSLContext tx, CampaignId campaign, Instant from) {
        return tx.select(ATTEMPT_END.AGENT_ID, DSL.count())
                .from(ATTEMPT_END)
                .where(answered())
                .and(ATTEMPT_END.CAMPAIGN_ID.eq(campaign))
                .and(ATTEMPT_END.PLACED_AT.ge(from))
                .andNotExists(correction(tx))
                .groupBy(ATTEMPT_END.AGENT_ID)
                .fetch();
    }

    private static List<Record3<AgentId, Integer, Integer>> achievedByAgent(
            DSLContext tx, CampaignId campaign, Instant from) {
        return tx.select(
                        DISPOSITION.AGENT_ID,
                        DSL.countDistinct(DISPOSITION.ATTEMPT_ID)
                                .filterWhere(DSL.condition(DISPOSITION.RIGHT_PARTY)),
                        DSL.count(PROMISE.ID))
                .from(DISPOSITION)
                .leftJoin(PROMISE)
                .on(PROMISE.ATTEMPT_ID.eq(DISPOSITION.ATTEMPT_ID))
                .where(DISPOSITION.CAMPAIGN_ID.eq(campaign))
                .and(DISPOSITION.RECORDED_AT.ge(from))
                .groupBy(DISPOSITION.AGENT_ID)
                .fetch();
    }

    private static Condition answered() {
        return ATTEMPT_END.OUTCOME.in(
                DSL.inline("ANSWERED"), DSL.inline("ANSWERED_DROPPED"), DSL.inline("ABANDONED"));
    }

    /// A later revision takes the place of the row; revisions above the first are few and have an
    /// index of their own.
    private static Select<?> correction(DSLContext tx) {
        var later = ATTEMPT_END.as("later");
        return tx.selectOne()
                .from(later)
                .where(later.ATTEMPT_ID.eq(ATTEMPT_END.ATTEMPT_ID))
                .and(later.PLACED_AT.eq(ATTEMPT_END.PLACED_AT))
                .and(later.REVISION.gt(ATTEMPT_END.REVISION))
                .and(later.REVISION.gt(DSL.inline((short) 1)));
    }
}
