package org.rightparty.dialer.postgres;

import static org.rightparty.dialer.postgres.Among.among;
import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;
import static org.rightparty.schema.generated.Tables.CALLBACK;
import static org.rightparty.schema.generated.Tables.DISPOSITION;
import static org.rightparty.schema.generated.Tables.DISPOSITION_CODE;
import static org.rightparty.schema.generated.Tables.PROMISE;

import static java.util.stream.Collectors.groupingBy;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.selection.CandidateFacts.Appointment;
import org.rightparty.dialer.selection.CandidateFacts.Pledge;
import org.rightparty.dialer.selection.CandidateFacts.Talk;
import org.rightparty.dialer.selection.CandidateFacts.Try;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.Outcome;
import org.rightparty.vocabulary.PhoneId;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What has happened with each of many consumers so far.
record Past(
        Map<ConsumerId, List<TryRow>> attempts,
        Map<ConsumerId, List<PledgeRow>> promises,
        Map<ConsumerId, List<AppointmentRow>> callbacks,
        Map<ConsumerId, List<TalkRow>> talks) {
    /// Older attempts say little of a number.
    private static final Duration MEMORY = Duration.ofDays(60);

    /// A call that has no end after this long lost its end in a crash.
    static final Duration CALL_MAX = Duration.ofHours(1);

    /// A promise broken longer ago has no tier of its own any more.
    private static final int PROMISE_DAYS = 60;

    static Past read(DSLContext tx, Collection<ConsumerId> consumers, Instant now) {
        return new Past(
                attempts(tx, consumers, now),
                promises(tx, consumers, now),
                callbacks(tx, consumers),
                talks(tx, consumers));
    }

    /// Attempts that have ended, newest first.
    List<Try> tries(ConsumerId consumer) {
        return attempts.getOrDefault(consumer, List.of()).stream()
                .filter(row -> row.outcome() != null)
                .map(TryRow::ended)
                .toList();
    }

    /// When an attempt that has not ended is taken for lost.
    Optional<Instant> heldUntil(ConsumerId consumer) {
        return attempts.getOrDefault(consumer, List.of()).stream()
                .filter(row -> row.outcome() == null)
                .map(row -> row.placedAt().plus(CALL_MAX))
                .findFirst();
    }

    List<Pledge> pledges(ConsumerId consumer) {
        return promises.getOrDefault(consumer, List.of()).stream().map(PledgeRow::pledge).toList();
    }

    List<Appointment> appointments(ConsumerId consumer, CampaignId campaign) {
        return callbacks.getOrDefault(consumer, List.of()).stream()
                .filter(row -> row.campaign() == null || campaign.equals(row.campaign()))
                .map(AppointmentRow::appointment)
                .toList();
    }

    Optional<Talk> lastTalk(ConsumerId consumer) {
        return talks.getOrDefault(consumer, List.of()).stream().findFirst().map(TalkRow::talk);
    }

    private record TryRow(
            ConsumerId consumer,
            PhoneId phone,
            Instant placedAt,
            @Nullable Outcome outcome,
            @Nullable Instant endedAt) {
        Try ended() {
            if (outcome == null || endedAt == null) {
                throw new IllegalStateException("no end: consumer=" + consumer);
            }
            return new Try(phone, outcome, placedAt, endedAt);
        }
    }

    private static Map<ConsumerId, List<TryRow>> attempts(
            DSLContext tx, Collection<ConsumerId> consumers, Instant now) {
        Instant from = now.minus(MEMORY);
        var later = ATTEMPT_END.as("later");
        return tx
                .select(
                        ATTEMPT.CONSUMER_ID,
                        ATTEMPT.PHONE_ID,
                        ATTEMPT.PLACED_AT,
                        ATTEMPT_END.OUTCOME,
                        ATTEMPT_END.ENDED_AT)
                .from(ATTEMPT)
                .leftJoin(ATTEMPT_END)
                .on(ATTEMPT_END.ATTEMPT_ID.eq(ATTEMPT.ID))
                .and(ATTEMPT_END.PLACED_AT.eq(ATTEMPT.PLACED_AT))
                .and(ATTEMPT_END.PLACED_AT.ge(from))
                .andNotExists(
                        tx.selectOne()
                                .from(later)
                                .where(later.ATTEMPT_ID.eq(ATTEMPT_END.ATTEMPT_ID))
                                .and(later.PLACED_AT.eq(ATTEMPT_END.PLACED_AT))
                                .and(later.REVISION.gt(ATTEMPT_END.REVISION))
                                .and(later.REVISION.gt(DSL.inline((short) 1))))
                .where(among(ATTEMPT.CONSUMER_ID, consumers))
                .and(ATTEMPT.PLACED_AT.ge(from))
                .orderBy(ATTEMPT.PLACED_AT.desc(), ATTEMPT.ID.desc())
                .fetch(row ->
                        new TryRow(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                outcome(row.value4()),
                                row.value5()))
                .stream()
                .collect(groupingBy(TryRow::consumer));
    }

    private static @Nullable Outcome outcome(@Nullable String name) {
        return name == null ? null : Outcome.valueOf(name);
    }

    private record PledgeRow(ConsumerId consumer, Pledge pledge) {}

    private static Map<ConsumerId, List<PledgeRow>> promises(
            DSLContext tx, Collection<ConsumerId> consumers, Instant now) {
        LocalDate oldest = DateLine.firstDay(now).minusDays(PROMISE_DAYS);
        return tx
                .select(
                        PROMISE.CONSUMER_ID,
                        PROMISE.ACCOUNT_ID,
                        PROMISE.DUE_ON,
                        PROMISE.GRACE_DAYS,
                        PROMISE.STATE)
                .from(PROMISE)
                .where(among(PROMISE.CONSUMER_ID, consumers))
                .and(PROMISE.STATE.in(Promises.OPEN_OR_NOT_KEPT))
                .and(PROMISE.STATE.eq("OPEN").or(PROMISE.DUE_ON.ge(oldest)))
                .fetch(row ->
                        new PledgeRow(
                                row.value1(),
                                new Pledge(
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        row.value5().equals("OPEN"))))
                .stream()
                .collect(groupingBy(PledgeRow::consumer));
    }

    private record AppointmentRow(
            ConsumerId consumer, @Nullable CampaignId campaign, Appointment appointment) {}

    private static Map<ConsumerId, List<AppointmentRow>> callbacks(
            DSLContext tx, Collection<ConsumerId> consumers) {
        return tx
                .select(
                        CALLBACK.CONSUMER_ID,
                        CALLBACK.CAMPAIGN_ID,
                        CALLBACK.ACCOUNT_ID,
                        CALLBACK.PHONE_ID,
                        CALLBACK.DUE_AT,
                        CALLBACK.ZONE,
                        CALLBACK.AGENT_ID)
                .from(CALLBACK)
                .where(among(CALLBACK.CONSUMER_ID, consumers))
                .and(CALLBACK.STATE.eq("OPEN"))
                .fetch(row ->
                        new AppointmentRow(
                                row.value1(),
                                row.value2(),
                                new Appointment(
                                        row.value3(),
                                        row.value4(),
                                        row.value5(),
                                        ZoneId.of(row.value6()),
                                        row.value7() != null)))
                .stream()
                .collect(groupingBy(AppointmentRow::consumer));
    }

    private record TalkRow(ConsumerId consumer, Talk talk) {}

    private static Map<ConsumerId, List<TalkRow>> talks(
            DSLContext tx, Collection<ConsumerId> consumers) {
        return tx
                .selectDistinct(
                        DISPOSITION.CONSUMER_ID,
                        DISPOSITION.CONVERSED_AT,
                        DISPOSITION.CONVERSATION,
                        DISPOSITION_CODE.RETRY_MINUTES)
                .on(DISPOSITION.CONSUMER_ID)
                .from(DISPOSITION)
                .join(DISPOSITION_CODE)
                .on(DISPOSITION_CODE.CODE.eq(DISPOSITION.CODE))
                .where(among(DISPOSITION.CONSUMER_ID, consumers))
                .orderBy(DISPOSITION.CONSUMER_ID, DISPOSITION.CONVERSED_AT.desc())
                .fetch(row ->
                        new TalkRow(row.value1(), talk(row.value2(), row.value3(), row.value4())))
                .stream()
                .collect(groupingBy(TalkRow::consumer));
    }

    private static Talk talk(Instant at, boolean spoken, @Nullable Integer minutes) {
        return new Talk(at, spoken, Optional.ofNullable(minutes).map(Duration::ofMinutes));
    }
}
