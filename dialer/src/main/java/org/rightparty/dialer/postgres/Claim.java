package org.rightparty.dialer.postgres;

import static org.rightparty.schema.generated.Tables.DIAL_CANDIDATE;
import static org.rightparty.schema.generated.Tables.PHONE;

import static java.util.stream.Collectors.toMap;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.dialer.pacing.Lead;
import org.rightparty.dialer.selection.AnswerOdds;
import org.rightparty.dialer.selection.Selection;
import org.rightparty.dialer.selection.Tier;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.PhoneId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes the best candidates out of the pool and puts each to sleep after its verdict.
final class Claim {
    /// A refusal that ends at once would be asked again at once.
    private static final Duration REFUSED_MIN = Duration.ofMinutes(1);

    private static final Duration BUSY = Duration.ofSeconds(5);

    /// What marks a candidate that the gate refused for good, until its facts or the mode change.
    static final String GATE = Selection.REFUSED;

    private static final String OPEN = "open";
    private static final Field<Integer> OPEN_ID =
            DSL.field(DSL.name(OPEN, "id"), SQLDataType.INTEGER);
    private static final Field<Integer> OPEN_ODDS =
            DSL.field(DSL.name(OPEN, "odds"), SQLDataType.INTEGER);
    private static final Field<ConsumerId> HEAD_CONSUMER =
            column("heads", DIAL_CANDIDATE.CONSUMER_ID);
    private static final Field<Short> HEAD_TIER = column("heads", DIAL_CANDIDATE.TIER);
    private static final Field<Integer> HEAD_SCORE = column("heads", DIAL_CANDIDATE.SCORE);
    private static final Field<ConsumerId> TOP_CONSUMER = column("top", DIAL_CANDIDATE.CONSUMER_ID);
    private static final Field<Long> TOP_WORTH =
            DSL.field(DSL.name("top", "worth"), SQLDataType.BIGINT);

    /// Of a candidate that was chosen anew while it was claimed.
    private static final OpenGroup NO_GROUP = new OpenGroup(0, "", Lead.ANY_HOUR, AnswerOdds.USUAL);

    private Claim() {}

    private static <T> Field<T> column(String table, Field<T> column) {
        return DSL.field(DSL.name(table, column.getName()), column.getDataType());
    }

    /// A candidate taken off the pool, locked until the transaction ends.
    ///
    /// @param lead what the pace may know of the number
    record Taken(
            ConsumerId consumer,
            AccountId account,
            PhoneId phone,
            Tier tier,
            String why,
            Lead lead) {
        DialPath path() {
            return tier == Tier.CALLBACK ? DialPath.CALLBACK : DialPath.CAMPAIGN;
        }
    }

    /// The best `count` candidates of the open groups, locked. Merges the heads of the groups, so
    /// that a closed group costs nothing and an open one costs a few index entries; all of a group
    /// are answered alike, so its odds change nothing of the order within. Twice as many heads as
    /// wanted are looked at, because another claim may hold some.
    static List<Taken> best(DSLContext tx, CampaignId campaign, List<OpenGroup> groups, int count) {
        Map<Integer, OpenGroup> byId = groups.stream().collect(toMap(OpenGroup::id, g -> g));
        var mine = DIAL_CANDIDATE.as("mine");
        Table<?> top = top(campaign, groups, 2 * count).asTable("top");
        return tx.select(
                        mine.CONSUMER_ID,
                        mine.ACCOUNT_ID,
                        mine.PHONE_ID,
                        mine.TIER,
                        mine.WHY,
                        mine.ODDS_PERMILLE,
                        mine.CALLING_GROUP_ID,
                        PHONE.LINE_TYPE,
                        PHONE.PLACE)
                .from(top)
                .join(mine)
                .on(mine.CAMPAIGN_ID.eq(campaign))
                .and(mine.CONSUMER_ID.eq(TOP_CONSUMER))
                .join(PHONE)
                .on(PHONE.ID.eq(mine.PHONE_ID))
                .where(DSL.condition(mine.DUE))
                .and(mine.PARKED.eq(DSL.inline("")))
                .orderBy(mine.TIER, TOP_WORTH.desc(), mine.CONSUMER_ID)
                .limit(count)
                .forUpdate()
                .of(mine)
                .skipLocked()
                .fetch(row ->
                        new Taken(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                Tier.of(row.value4()),
                                row.value5(),
                                byId.getOrDefault(row.value7(), NO_GROUP)
                                        .lead(
                                                Tier.of(row.value4()),
                                                DossierReader.kind(row.value8(), row.value9()),
                                                row.value6())));
    }

    /// Whether anybody waits for nothing but the hour.
    static boolean anyoneDue(DSLContext tx, CampaignId campaign) {
        return anyone(tx, campaign, DSL.condition(DIAL_CANDIDATE.DUE));
    }

    /// Whether anybody will be due at some time.
    static boolean anyoneAsleep(DSLContext tx, CampaignId campaign) {
        return anyone(tx, campaign, DSL.not(DSL.condition(DIAL_CANDIDATE.DUE)));
    }

    private static boolean anyone(DSLContext tx, CampaignId campaign, Condition when) {
        return tx.fetchExists(
                DSL.selectOne()
                        .from(DIAL_CANDIDATE)
                        .where(DIAL_CANDIDATE.CAMPAIGN_ID.eq(campaign))
                        .and(when)
                        .and(DIAL_CANDIDATE.PARKED.eq(DSL.inline(""))));
    }

    private static Select<?> top(CampaignId campaign, List<OpenGroup> groups, int count) {
        var head = DIAL_CANDIDATE.as("head");
        var heads =
                DSL.select(head.CONSUMER_ID, head.TIER, head.SCORE)
                        .from(head)
                        .where(head.CAMPAIGN_ID.eq(campaign))
                        .and(head.CALLING_GROUP_ID.eq(OPEN_ID))
                        .and(DSL.condition(head.DUE))
                        .and(head.PARKED.eq(DSL.inline("")))
                        .orderBy(head.TIER, head.SCORE.desc(), head.CONSUMER_ID)
                        .limit(count);
        Field<Long> worth = HEAD_SCORE.cast(SQLDataType.BIGINT).mul(OPEN_ODDS).as(TOP_WORTH);
        return DSL.select(HEAD_CONSUMER, HEAD_TIER, worth)
                .from(open(groups))
                .crossJoin(DSL.lateral(heads).as("heads"))
                .orderBy(HEAD_TIER, worth.desc(), HEAD_CONSUMER)
                .limit(count);
    }

    private static Table<?> open(List<OpenGroup> groups) {
        Integer[] ids = groups.stream().map(OpenGroup::id).toArray(Integer[]::new);
        Integer[] odds = groups.stream().map(g -> g.odds().permille()).toArray(Integer[]::new);
        return Unnested.of(
                OPEN,
                List.of(
                        DSL.val(ids, SQLDataType.INTEGER.getArrayDataType()),
                        DSL.val(odds, SQLDataType.INTEGER.getArrayDataType())),
                List.of(OPEN_ID.getName(), OPEN_ODDS.getName()));
    }

    /// Puts candidates to sleep: the granted until their call ends, or is given up on; the refused
    /// until the gate would let them pass, or for good; the busy for a moment.
    static void settle(
            DSLContext tx, CampaignId campaign, List<Reservation> reservations, Instant now) {
        List<Slept> slept = reservations.stream().map(r -> slept(r, now)).toList();
        var sleeping = Slept.table(slept);
        tx.update(DIAL_CANDIDATE)
                .set(DIAL_CANDIDATE.DUE, DSL.inline(false))
                .set(DIAL_CANDIDATE.NEXT_AT, sleeping.until())
                .set(DIAL_CANDIDATE.PARKED, sleeping.parked())
                .set(DIAL_CANDIDATE.WAITS_FOR, sleeping.waitsFor())
                .from(sleeping.rows())
                .where(DIAL_CANDIDATE.CAMPAIGN_ID.eq(campaign))
                .and(DIAL_CANDIDATE.CONSUMER_ID.eq(sleeping.consumer()))
                .execute();
    }

    /// Puts one candidate to sleep without a verdict: it is on an agent's screen, or was given
    /// back.
    static void rest(DSLContext tx, CampaignId campaign, ConsumerId consumer, Instant until) {
        tx.update(DIAL_CANDIDATE)
                .set(DIAL_CANDIDATE.DUE, DSL.inline(false))
                .set(DIAL_CANDIDATE.NEXT_AT, until)
                .set(DIAL_CANDIDATE.WAITS_FOR, Waits.PREVIEW)
                .where(DIAL_CANDIDATE.CAMPAIGN_ID.eq(campaign))
                .and(DIAL_CANDIDATE.CONSUMER_ID.eq(consumer))
                .execute();
    }

    private static Slept slept(Reservation reservation, Instant now) {
        ConsumerId consumer = reservation.request().consumer();
        return switch (reservation) {
            case Reservation.Granted granted ->
                    new Slept(consumer, now.plus(Past.CALL_MAX), "", Waits.CALL);
            case Reservation.Busy busy -> new Slept(consumer, now.plus(BUSY), "", Waits.BUSY);
            case Reservation.Denied denied -> refused(consumer, denied, now);
        };
    }

    private static Slept refused(ConsumerId consumer, Reservation.Denied denied, Instant now) {
        Optional<Instant> next = denied.nextAllowedAt();
        Instant soonest = now.plus(REFUSED_MIN);
        return new Slept(
                consumer,
                next.filter(soonest::isBefore).orElse(soonest),
                next.isPresent() ? "" : GATE + denied.reason().code(),
                next.isPresent() ? GATE + denied.reason().code() : "");
    }
}
