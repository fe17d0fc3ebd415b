package org.rightparty.dialer.postgres;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;
import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.CALLING_GROUP;
import static org.rightparty.schema.generated.Tables.CAMPAIGN;
import static org.rightparty.schema.generated.Tables.CAMPAIGN_PORTFOLIO;
import static org.rightparty.schema.generated.Tables.DIAL_CANDIDATE;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.rightparty.console.office.Funnel;
import org.rightparty.vocabulary.CampaignId;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts every account of a campaign at the first reason that keeps it from being dialed now: one
/// statement, so that all is counted at the same instant.
public final class PostgresFunnels {
    /// Enough to join a million accounts with a million candidates in memory.
    private static final String MEMORY = "192MB";

    private final OpenHours hours;

    public PostgresFunnels(OpenHours hours) {
        this.hours = hours;
    }

    /// Empty when there is no such campaign.
    public Optional<Funnel> of(DSLContext tx, CampaignId campaign, Instant now) {
        if (!tx.fetchExists(CAMPAIGN, CAMPAIGN.ID.eq(campaign))) {
            return Optional.empty();
        }
        tx.setLocal(name("work_mem"), inline(MEMORY)).execute();
        Map<String, Long> counted = new HashMap<>();
        long dialable = 0;
        for (Bucket bucket : buckets(tx, campaign)) {
            if (!bucket.reason().equals(Reasons.DUE)) {
                counted.merge(bucket.reason(), bucket.accounts(), Long::sum);
            } else if (bucket.group() != null && isOpen(tx, bucket.group(), now)) {
                dialable += bucket.accounts();
            } else {
                counted.merge(Reasons.OUTSIDE_HOURS, bucket.accounts(), Long::sum);
            }
        }
        long all = dialable + counted.values().stream().mapToLong(Long::longValue).sum();
        return Optional.of(new Funnel(campaign, now, all, Reasons.steps(counted), dialable));
    }

    private record Bucket(
            String reason, @org.jspecify.annotations.Nullable Integer group, long accounts) {}

    private static List<Bucket> buckets(DSLContext tx, CampaignId campaign) {
        Field<String> reason = reason().as("reason");
        Field<Integer> group = when(isDue(), DIAL_CANDIDATE.CALLING_GROUP_ID).as("calling_group");
        return tx.select(reason, group, count())
                .from(ACCOUNT)
                .leftJoin(DIAL_CANDIDATE)
                .on(DIAL_CANDIDATE.CONSUMER_ID.eq(ACCOUNT.CONSUMER_ID))
                .and(DIAL_CANDIDATE.CAMPAIGN_ID.eq(campaign))
                .where(
                        ACCOUNT.PORTFOLIO_ID.in(
                                select(CAMPAIGN_PORTFOLIO.PORTFOLIO_ID)
                                        .from(CAMPAIGN_PORTFOLIO)
                                        .where(CAMPAIGN_PORTFOLIO.CAMPAIGN_ID.eq(campaign))))
                .groupBy(reason, group)
                .fetch(row -> new Bucket(row.value1(), row.value2(), row.value3()));
    }

    private static org.jooq.Condition isDue() {
        return ACCOUNT.WORK_STATE
                .in(Reasons.WORKED)
                .and(ACCOUNT.BALANCE_MINOR.gt(0L))
                .and(DIAL_CANDIDATE.ACCOUNT_ID.eq(ACCOUNT.ID))
                .and(DIAL_CANDIDATE.PARKED.eq(inline("")))
                .and(condition(DIAL_CANDIDATE.DUE));
    }

    /// The first that holds, in the order of [Reasons].
    private static Field<String> reason() {
        var number =
                exists(selectOne().from(PHONE).where(PHONE.CONSUMER_ID.eq(ACCOUNT.CONSUMER_ID)));
        return case_().when(
                        ACCOUNT.WORK_STATE.notIn(Reasons.WORKED),
                        inline(Reasons.STATE).concat(ACCOUNT.WORK_STATE))
                .when(ACCOUNT.BALANCE_MINOR.le(0L), inline(Reasons.NOTHING_OWED))
                .when(
                        DIAL_CANDIDATE.CONSUMER_ID.isNull().and(not(number)),
                        inline(Reasons.NO_NUMBER_ON_FILE))
                .when(DIAL_CANDIDATE.CONSUMER_ID.isNull(), inline(Reasons.BEING_CHOSEN))
                .when(DIAL_CANDIDATE.ACCOUNT_ID.ne(ACCOUNT.ID), inline(Reasons.ANOTHER_ACCOUNT))
                .when(DIAL_CANDIDATE.PARKED.ne(inline("")), DIAL_CANDIDATE.PARKED)
                .when(
                        not(condition(DIAL_CANDIDATE.DUE)),
                        inline(Reasons.WAIT).concat(DIAL_CANDIDATE.WAITS_FOR))
                .otherwise(inline(Reasons.DUE));
    }

    private boolean isOpen(DSLContext tx, int group, Instant now) {
        return tx.select(CALLING_GROUP.ZONES, CALLING_GROUP.JURISDICTIONS)
                .from(CALLING_GROUP)
                .where(CALLING_GROUP.ID.eq(group))
                .fetchOptional(row ->
                        hours.open(
                                tx, Arrays.asList(row.value1()), Arrays.asList(row.value2()), now))
                .orElse(false);
    }
}
