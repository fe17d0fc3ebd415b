package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.AGENT;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.PHONE_PAYMENT;
import static org.rightparty.schema.generated.Tables.TASK;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.AuditEntry.Actor;
import org.rightparty.compliance.ledger.AuditEntry.Subject;
import org.rightparty.compliance.ledger.Ledger;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.Answer.Declined;
import org.rightparty.console.office.Payments.Outcome;
import org.rightparty.console.office.Tasks;
import org.rightparty.database.Database;
import org.rightparty.schema.generated.tables.records.TaskRecord;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Role;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Tasks in their table. Taking and closing one is an entry in the ledger.
public final class PostgresTasks implements Tasks {
    private static final String PAYMENT_TASK = "VERIFY_PAYMENT";

    private final Database database;
    private final Function<DSLContext, Ledger> ledger;

    /// @param ledger the audit ledger as seen from inside a transaction
    public PostgresTasks(Database database, Function<DSLContext, Ledger> ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    @Override
    public List<Task> open(Set<Role> roles, int many) {
        return read(TASK.DONE_AT.isNull(), roles, many, TASK.DUE_AT.asc(), TASK.ID.asc());
    }

    @Override
    public List<Task> done(Set<Role> roles, int many) {
        return read(TASK.DONE_AT.isNotNull(), roles, many, TASK.DONE_AT.desc(), TASK.ID.desc());
    }

    private List<Task> read(Condition which, Set<Role> roles, int many, OrderField<?>... order) {
        var holder = AGENT.as("holder");
        var closer = AGENT.as("closer");
        return database.transact(tx ->
                tx.select(
                                TASK.asterisk(),
                                CONSUMER.GIVEN_NAME,
                                CONSUMER.FAMILY_NAME,
                                ACCOUNT.CURRENCY,
                                holder.DISPLAY_NAME,
                                closer.DISPLAY_NAME,
                                PHONE_PAYMENT.AMOUNT_MINOR,
                                PHONE_PAYMENT.CURRENCY,
                                PHONE_PAYMENT.METHOD,
                                PHONE_PAYMENT.CONFIRMATION,
                                PHONE_PAYMENT.RECORDED_AT)
                        .from(TASK)
                        .leftJoin(CONSUMER)
                        .on(CONSUMER.ID.eq(TASK.CONSUMER_ID))
                        .leftJoin(ACCOUNT)
                        .on(ACCOUNT.ID.eq(TASK.ACCOUNT_ID))
                        .leftJoin(holder)
                        .on(holder.ID.eq(TASK.AGENT_ID))
                        .leftJoin(closer)
                        .on(closer.ID.eq(TASK.DONE_BY))
                        .leftJoin(PHONE_PAYMENT)
                        .on(PHONE_PAYMENT.ATTEMPT_ID.eq(TASK.ATTEMPT_ID))
                        .and(TASK.KIND.eq(PAYMENT_TASK))
                        .where(which)
                        .and(TASK.ROLE.in(names(roles)))
                        .orderBy(order)
                        .limit(many)
                        .fetch(row ->
                                task(
                                        row,
                                        row.get(holder.DISPLAY_NAME),
                                        row.get(closer.DISPLAY_NAME))));
    }

    private static List<String> names(Set<Role> roles) {
        return Tasks.of(roles).stream().map(Role::name).toList();
    }

    private static Task task(Record row, @Nullable String holder, @Nullable String closer) {
        return new Task(
                row.get(TASK.ID),
                row.get(TASK.KIND),
                row.get(TASK.TITLE),
                Role.valueOf(row.get(TASK.ROLE)),
                row.get(TASK.CREATED_AT),
                row.get(TASK.DUE_AT),
                whom(row),
                Optional.ofNullable(holder).map(name -> new Holder(row.get(TASK.AGENT_ID), name)),
                announced(row),
                Optional.ofNullable(closer)
                        .map(name -> new Done(row.get(TASK.DONE_AT), name, row.get(TASK.RESULT))));
    }

    private static Optional<Whom> whom(Record row) {
        return Optional.ofNullable(row.get(TASK.CONSUMER_ID))
                .map(consumer -> {
                    String name =
                            row.get(CONSUMER.GIVEN_NAME) + " " + row.get(CONSUMER.FAMILY_NAME);
                    return new Whom(consumer, name.strip(), debt(row));
                });
    }

    private static Optional<Debt> debt(Record row) {
        return Optional.ofNullable(row.get(TASK.ACCOUNT_ID))
                .map(account -> new Debt(account, Currency.getInstance(row.get(ACCOUNT.CURRENCY))));
    }

    private static Optional<Announced> announced(Record row) {
        return Optional.ofNullable(row.get(PHONE_PAYMENT.AMOUNT_MINOR))
                .map(minor ->
                        new Announced(
                                ScreenReads.money(minor, row.get(PHONE_PAYMENT.CURRENCY)),
                                row.get(PHONE_PAYMENT.METHOD),
                                row.get(PHONE_PAYMENT.CONFIRMATION),
                                row.get(PHONE_PAYMENT.RECORDED_AT)));
    }

    @Override
    public Answer take(long task, Optional<AgentId> holder, By by) {
        return database.transact(tx -> {
            Optional<TaskRecord> open = open(tx, task, by);
            if (open.isEmpty()) {
                return gone();
            } else if (!Optional.ofNullable(open.get().getAgentId()).equals(holder)) {
                return taken();
            }
            tx.update(TASK)
                    .set(TASK.AGENT_ID, by.who())
                    .set(TASK.TAKEN_AT, by.at())
                    .where(TASK.ID.eq(task))
                    .execute();
            Map<String, Object> detail = new HashMap<>(about(open.get()));
            holder.ifPresent(from -> detail.put("from", from.value()));
            told(tx, open.get(), "task.taken", by, detail, Map.of());
            return new Answer.Accepted();
        });
    }

    private static Optional<TaskRecord> open(DSLContext tx, long task, By by) {
        return tx.selectFrom(TASK)
                .where(TASK.ID.eq(task))
                .and(TASK.DONE_AT.isNull())
                .and(TASK.ROLE.in(names(by.roles())))
                .forUpdate()
                .fetchOptional();
    }

    private static Declined gone() {
        return Declined.because("NOT_OPEN", "There is no such task to be done any more.");
    }

    private static Declined taken() {
        return Declined.because("TAKEN", "Somebody else has taken this task in the meantime.");
    }

    @Override
    public Answer close(Closing closing, By by) {
        return database.transact(tx -> {
            Optional<TaskRecord> open = open(tx, closing.task(), by);
            if (open.isEmpty()) {
                return gone();
            }
            AgentId holder = open.get().getAgentId();
            return holder == null || holder.equals(by.who())
                    ? close(tx, open.get(), closing, by)
                    : taken();
        });
    }

    private Answer close(DSLContext tx, TaskRecord task, Closing closing, By by) {
        Map<String, Object> detail = new HashMap<>(about(task));
        if (closing.paid().isPresent()) {
            Optional<Declined> hindered = hindered(tx, task, by);
            if (hindered.isPresent()) {
                return hindered.get();
            }
            switch (posted(tx, task, closing.paid().get(), by)) {
                case Outcome.Posted posted -> detail.put("payment", posted.id());
                case Outcome.Known known -> detail.put("payment", known.id());
                case Outcome.Refused no -> {
                    return declined(no);
                }
            }
        }
        tx.update(TASK)
                .set(TASK.AGENT_ID, by.who())
                .set(TASK.DONE_AT, by.at())
                .set(TASK.DONE_BY, by.who())
                .set(TASK.RESULT, closing.result())
                .where(TASK.ID.eq(task.getId()))
                .execute();
        told(tx, task, "task.done", by, detail, Map.of("result", closing.result()));
        return new Answer.Accepted();
    }

    /// Why no payment can be verified here by this person.
    private static Optional<Declined> hindered(DSLContext tx, TaskRecord task, By by) {
        if (!task.getKind().equals(PAYMENT_TASK) || task.getAccountId() == null) {
            return Optional.of(
                    Declined.because("NO_PAYMENT", "This task is about no payment of an account."));
        }
        boolean own =
                task.getAttemptId() != null
                        && tx.fetchExists(
                                PHONE_PAYMENT,
                                PHONE_PAYMENT
                                        .ATTEMPT_ID
                                        .eq(task.getAttemptId())
                                        .and(PHONE_PAYMENT.AGENT_ID.eq(by.who())));
        return own
                ? Optional.of(
                        Declined.because(
                                "SAME_PERSON",
                                "Somebody else must verify a payment that you took."))
                : Optional.empty();
    }

    private Outcome posted(DSLContext tx, TaskRecord task, Paid paid, By by) {
        var account =
                tx.selectFrom(ACCOUNT).where(ACCOUNT.ID.eq(task.getAccountId())).fetchSingle();
        PaymentPosting.Given given =
                new PaymentPosting.Given(
                        paid.amountMinor(),
                        paid.paidOn(),
                        paid.reference(),
                        "task " + task.getId(),
                        Optional.of(by.who()),
                        by.at());
        return new PaymentPosting(account, given).post(tx, ledger.apply(tx));
    }

    private static Declined declined(Outcome.Refused no) {
        String what =
                switch (no.field()) {
                    case ACCOUNT -> "The account ";
                    case AMOUNT -> "The amount ";
                    case CURRENCY -> "The currency ";
                    case PAID_ON -> "The day ";
                    case REFERENCE -> "The reference ";
                };
        return Declined.because("NOT_POSTED", what + no.reason() + ": " + no.mend() + ".");
    }

    private static Map<String, Object> about(TaskRecord task) {
        return Map.of("task", task.getId(), "kind", task.getKind());
    }

    private void told(
            DSLContext tx,
            TaskRecord task,
            String kind,
            By by,
            Map<String, Object> detail,
            Map<String, String> personal) {
        Subject subject =
                new Subject(
                        Optional.ofNullable(task.getConsumerId()),
                        Optional.ofNullable(task.getAccountId()),
                        Optional.ofNullable(task.getAttemptId()),
                        Optional.empty());
        ledger.apply(tx)
                .append(
                        List.of(
                                new AuditEntry(
                                                by.at(),
                                                kind,
                                                Actor.agent(by.who()),
                                                subject,
                                                detail)
                                        .with(personal)));
    }
}
