package org.rightparty.dialer.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.CALLBACK;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.DSLContext;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.WrapUpRules;
import org.rightparty.console.floor.FloorView.Order;
import org.rightparty.console.office.CallDesk;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;

/// Takes calls and callbacks that are asked for from outside the loop: writes down who asked, and
/// hands them on.
public final class PostgresCallDesk implements CallDesk {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(15);

    private final Database database;
    private final PostgresCandidates candidates;
    private final Journal journal;
    private final InstantSource clock;
    private final BiFunction<AgentId, Order, CompletionStage<Answer>> floor;

    /// @param floor carries out what somebody orders
    PostgresCallDesk(
            Database database,
            PostgresCandidates candidates,
            Journal journal,
            InstantSource clock,
            BiFunction<AgentId, Order, CompletionStage<Answer>> floor) {
        this.database = database;
        this.candidates = candidates;
        this.journal = journal;
        this.clock = clock;
        this.floor = floor;
    }

    @Override
    public Answer call(CampaignId campaign, AccountId account, PhoneId phone, AgentId by) {
        Optional<ConsumerId> consumer =
                database.transact(tx -> {
                    Optional<ConsumerId> whose = whose(tx, account, phone);
                    whose.ifPresent(c -> asked(tx, campaign, c, account, phone, by));
                    return whose;
                });
        return consumer.isPresent()
                ? answer(floor.apply(by, new Order.Call(campaign, account, phone)))
                : unknown();
    }

    private void asked(
            DSLContext tx,
            CampaignId campaign,
            ConsumerId consumer,
            AccountId account,
            PhoneId phone,
            AgentId by) {
        journal.append(
                tx,
                new AuditEntry(
                        clock.instant(),
                        "call.asked",
                        AuditEntry.Actor.agent(by),
                        AuditEntry.Subject.of(consumer, account).in(campaign),
                        Map.of("phone", phone.value())));
    }

    private static Answer answer(CompletionStage<Answer> coming) {
        try {
            return coming.toCompletableFuture().get(ANSWER_MAX.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            return Answer.Declined.because(
                    "NO_ANSWER",
                    "The campaign did not answer in time. Look at the floor before you ask again.");
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a call that was asked for broke", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Answer.Declined.because("STOPPING", "The program is being stopped.");
        }
    }

    @Override
    public Answer callBack(CallBack wanted, AgentId by) {
        Instant now = clock.instant();
        Instant latest = now.plus(Duration.ofDays(WrapUpRules.CALLBACK_DAYS_MAX));
        if (!wanted.dueAt().isAfter(now) || wanted.dueAt().isAfter(latest)) {
            return Answer.Declined.because(
                    "CALLBACK_TIME",
                    "Choose a time within the next " + WrapUpRules.CALLBACK_DAYS_MAX + " days.");
        }
        return database.transact(tx -> {
            Optional<ConsumerId> consumer = whose(tx, wanted.account(), wanted.phone());
            consumer.ifPresent(c -> write(tx, wanted, c, by, now));
            return consumer.isPresent() ? new Answer.Accepted() : unknown();
        });
    }

    private void write(
            DSLContext tx, CallBack wanted, ConsumerId consumer, AgentId by, Instant now) {
        long id =
                tx.insertInto(CALLBACK)
                        .set(CALLBACK.CONSUMER_ID, consumer)
                        .set(CALLBACK.ACCOUNT_ID, wanted.account())
                        .set(CALLBACK.PHONE_ID, wanted.phone())
                        .set(CALLBACK.DUE_AT, wanted.dueAt())
                        .set(CALLBACK.ZONE, wanted.zone().getId())
                        .set(CALLBACK.ASKED_BY_CONSUMER, wanted.askedByConsumer())
                        .set(CALLBACK.CREATED_AT, now)
                        .returningResult(CALLBACK.ID)
                        .fetchSingle()
                        .value1();
        journal.append(
                tx,
                new AuditEntry(
                        now,
                        "callback.asked",
                        AuditEntry.Actor.agent(by),
                        AuditEntry.Subject.of(consumer, wanted.account()),
                        Map.of(
                                "callback",
                                id,
                                "phone",
                                wanted.phone().value(),
                                "due",
                                wanted.dueAt().toString(),
                                "asked_by_consumer",
                                wanted.askedByConsumer())));
        candidates.choose(tx, consumer, now);
    }

    /// The person who owes this and has this number; empty when they are not one person's.
    private static Optional<ConsumerId> whose(DSLContext tx, AccountId account, PhoneId phone) {
        return tx.select(ACCOUNT.CONSUMER_ID)
                .from(ACCOUNT)
                .join(PHONE)
                .on(PHONE.CONSUMER_ID.eq(ACCOUNT.CONSUMER_ID))
                .where(ACCOUNT.ID.eq(account))
                .and(PHONE.ID.eq(phone))
                .fetchOptional(ACCOUNT.CONSUMER_ID);
    }

    private static Answer unknown() {
        return Answer.Declined.because(
                "UNKNOWN", "There is no such account, or the number is not this person's.");
    }
}
