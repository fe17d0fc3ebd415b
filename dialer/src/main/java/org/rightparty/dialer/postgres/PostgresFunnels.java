package org.rightparty.dialer.postgres;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;
import static org.rightparty.schema.generated.Tables.CALLING_GROUP;
import static org.rightparty.schema.generated.Tables.CAMPAIGN;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.rightparty.console.office.Funnel;
import org.rightparty.vocabulary.AccountId;
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

    /// The accounts of a campaign, counted by what is known of each and of its person as a
    /// candidate. Persons are looked up by their numbers only where they are no candidates.
    private static final String ALIKE =
            """
            SELECT work_state, owed, chosen, parked, waits_for, due_in, accounts,
                (SELECT count(*) FROM unnest(unchosen) AS person
                    WHERE NOT EXISTS (SELECT FROM phone WHERE consumer_id = person)) AS numberless
            FROM (
                SELECT a.work_state, a.balance_minor > 0 AS owed, c.account_id = a.id AS chosen,
                    c.parked, c.waits_for, CASE WHEN c.due THEN c.calling_group_id END AS due_in,
                    count(*) AS accounts,
                    array_agg(a.consumer_id) FILTER (WHERE c.consumer_id IS NULL
                        AND a.balance_minor > 0 AND a.work_state = ANY (?)) AS unchosen
                FROM account a
                LEFT JOIN dial_candidate c
                    ON c.consumer_id = a.consumer_id AND c.campaign_id = ?
                WHERE a.portfolio_id = ANY (ARRAY(
                    SELECT portfolio_id FROM campaign_portfolio WHERE campaign_id = ?))
                GROUP BY 1, 2, 3, 4, 5, 6
            ) alike
            """;

    /// Accounts of which the same is known as of one of some buckets, by their numbers.
    private static final String BEHIND =
            """
            SELECT a.id
            FROM account a
            LEFT JOIN dial_candidate c
                ON c.consumer_id = a.consumer_id AND c.campaign_id = ?
            WHERE a.portfolio_id = ANY (ARRAY(
                SELECT portfolio_id FROM campaign_portfolio WHERE campaign_id = ?))
            AND a.id > ?
            AND EXISTS (
                SELECT FROM unnest(?, ?, ?, ?, ?, ?)
                    AS alike (work_state, owed, chosen, parked, waits_for, due_in)
                WHERE alike.work_state = a.work_state
                AND alike.owed = (a.balance_minor > 0)
                AND alike.chosen IS NOT DISTINCT FROM (c.account_id = a.id)
                AND alike.parked IS NOT DISTINCT FROM c.parked
                AND alike.waits_for IS NOT DISTINCT FROM c.waits_for
                AND alike.due_in IS NOT DISTINCT FROM
                    CASE WHEN c.due THEN c.calling_group_id END)
            AND ? = (c.consumer_id IS NULL AND a.balance_minor > 0 AND a.work_state = ANY (?)
                AND NOT EXISTS (SELECT FROM phone WHERE consumer_id = a.consumer_id))
            ORDER BY a.id
            LIMIT ?
            """;

    private final OpenHours hours;

    public PostgresFunnels(OpenHours hours) {
        this.hours = hours;
    }

    /// Empty when there is no such campaign.
    public Optional<Funnel> of(DSLContext tx, CampaignId campaign, Instant now) {
        if (!tx.fetchExists(CAMPAIGN, CAMPAIGN.ID.eq(campaign))) {
            return Optional.empty();
        }
        tuned(tx);
        Map<String, Long> counted = new HashMap<>();
        long dialable = 0;
        for (Bucket bucket : buckets(tx, campaign)) {
            String reason = reason(tx, bucket, now);
            if (reason.equals(Funnel.DIALABLE)) {
                dialable += bucket.accounts();
            } else {
                counted.merge(reason, bucket.accounts() - bucket.numberless(), Long::sum);
                counted.merge(Reasons.NO_NUMBER_ON_FILE, bucket.numberless(), Long::sum);
            }
        }
        counted.values().removeIf(accounts -> accounts == 0);
        long all = dialable + counted.values().stream().mapToLong(Long::longValue).sum();
        return Optional.of(new Funnel(campaign, now, all, Reasons.steps(counted), dialable));
    }

    /// What keeps these accounts back, but for persons without a number; that they may be dialed
    /// when nothing does.
    private String reason(DSLContext tx, Bucket bucket, Instant now) {
        String reason = bucket.reason();
        if (!reason.equals(Reasons.DUE)) {
            return reason;
        } else if (bucket.group() != null && isOpen(tx, bucket.group(), now)) {
            return Funnel.DIALABLE;
        } else {
            return Reasons.OUTSIDE_HOURS;
        }
    }

    /// The accounts behind one reason, by their numbers; empty when there is no such campaign.
    public Optional<List<AccountId>> behind(DSLContext tx, Funnel.Page page, Instant now) {
        if (!tx.fetchExists(CAMPAIGN, CAMPAIGN.ID.eq(page.campaign()))) {
            return Optional.empty();
        }
        tuned(tx);
        boolean numberless = page.reason().equals(Reasons.NO_NUMBER_ON_FILE);
        List<Bucket> behind =
                buckets(tx, page.campaign()).stream()
                        .filter(bucket ->
                                numberless
                                        ? bucket.numberless() > 0
                                        : reason(tx, bucket, now).equals(page.reason()))
                        .toList();
        return Optional.of(behind.isEmpty() ? List.of() : accounts(tx, page, behind, numberless));
    }

    /// @param numberless whether of persons who are no candidates and have no number on file; else
    ///     of all others
    private static List<AccountId> accounts(
            DSLContext tx, Funnel.Page page, List<Bucket> behind, boolean numberless) {
        return tx.resultQuery(
                        BEHIND,
                        val(page.campaign().value()),
                        val(page.campaign().value()),
                        val(page.after()),
                        val(behind.stream().map(Bucket::state).toArray(String[]::new)),
                        val(behind.stream().map(Bucket::owed).toArray(Boolean[]::new)),
                        val(behind.stream().map(Bucket::chosen).toArray(Boolean[]::new)),
                        val(behind.stream().map(Bucket::parked).toArray(String[]::new)),
                        val(behind.stream().map(Bucket::waitsFor).toArray(String[]::new)),
                        val(behind.stream().map(Bucket::group).toArray(Integer[]::new)),
                        val(numberless),
                        val(Reasons.WORKED.toArray(String[]::new)),
                        val(page.countMax()))
                .fetch(row -> new AccountId(row.get("id", Long.class)));
    }

    /// All cores work on it: the planner takes every account for a group of its own, and that many
    /// groups would be dear to gather.
    private static void tuned(DSLContext tx) {
        tx.setLocal(name("work_mem"), inline(MEMORY)).execute();
        tx.setLocal(name("parallel_setup_cost"), inline(0)).execute();
        tx.setLocal(name("parallel_tuple_cost"), inline(0)).execute();
    }

    /// Accounts of which the same is known.
    ///
    /// @param chosen whether it is the account to speak about with its person; null when the person
    ///     is no candidate
    /// @param group the calling group, of a candidate that is due
    /// @param numberless those of persons who are no candidates and have no number on file
    private record Bucket(
            String state,
            boolean owed,
            @Nullable Boolean chosen,
            @Nullable String parked,
            @Nullable String waitsFor,
            @Nullable Integer group,
            long accounts,
            long numberless) {
        /// The first that holds, in the order of [Reasons].
        String reason() {
            if (!Reasons.WORKED.contains(state)) {
                return Reasons.STATE + state;
            } else if (!owed) {
                return Reasons.NOTHING_OWED;
            } else if (chosen == null || parked == null) {
                return Reasons.BEING_CHOSEN;
            } else if (!chosen) {
                return Reasons.ANOTHER_ACCOUNT;
            } else if (!parked.isEmpty()) {
                return parked;
            } else {
                return group == null ? Reasons.WAIT + waitsFor : Reasons.DUE;
            }
        }
    }

    private static List<Bucket> buckets(DSLContext tx, CampaignId campaign) {
        return tx.resultQuery(
                        ALIKE,
                        val(Reasons.WORKED.toArray(String[]::new)),
                        val(campaign.value()),
                        val(campaign.value()))
                .fetch(row ->
                        new Bucket(
                                row.get("work_state", String.class),
                                row.get("owed", Boolean.class),
                                row.get("chosen", Boolean.class),
                                row.get("parked", String.class),
                                row.get("waits_for", String.class),
                                row.get("due_in", Integer.class),
                                row.get("accounts", Long.class),
                                row.get("numberless", Long.class)));
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
