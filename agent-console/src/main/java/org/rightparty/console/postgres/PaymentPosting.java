package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.BALANCE_ENTRY;
import static org.rightparty.schema.generated.Tables.PAYMENT;
import static org.rightparty.schema.generated.Tables.PROMISE;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.AuditEntry.Actor;
import org.rightparty.compliance.ledger.AuditEntry.Subject;
import org.rightparty.compliance.ledger.Ledger;
import org.rightparty.console.office.Payments.Field;
import org.rightparty.console.office.Payments.Outcome;
import org.rightparty.schema.generated.tables.records.AccountRecord;
import org.rightparty.schema.generated.tables.records.PaymentRecord;
import org.rightparty.vocabulary.AgentId;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Posts one payment in the caller's transaction: the payment, what it changes of the balance, the
/// promises that it keeps, an entry for each.
///
/// It pays principal first, then interest, fees and costs, as far as each is owed; what is left
/// over is credit on the principal. An account on which nothing is owed any more is paid.
record PaymentPosting(AccountRecord account, Given given) {
    private static final List<String> ORDER = List.of("PRINCIPAL", "INTEREST", "FEE", "COST");
    private static final List<String> WORKED = List.of("ACTIVE", "PROMISE", "PLAN");
    private static final Actor COMMAND = new Actor("command");
    private static final ZoneOffset FIRST_TO_BEGIN = ZoneOffset.ofHours(14);

    /// @param source the file or the task it came from
    /// @param by who verified it; empty when a command brought it
    record Given(
            long amountMinor,
            LocalDate paidOn,
            String reference,
            String source,
            Optional<AgentId> by,
            Instant at) {
        @Override
        public String toString() {
            return "Given[paidOn=" + paidOn + "]";
        }
    }

    Outcome post(DSLContext tx, Ledger ledger) {
        if (given.paidOn().isAfter(LocalDate.ofInstant(given.at(), FIRST_TO_BEGIN))) {
            return new Outcome.Refused(
                    Field.PAID_ON, "lies ahead", "give the day on which it was paid");
        }
        tx.selectFrom(ACCOUNT).where(ACCOUNT.ID.eq(account.getId())).forUpdate().fetchSingle();
        Optional<Long> entered = insert(tx);
        if (entered.isEmpty()) {
            return known(tx);
        }
        long payment = entered.get();
        balance(tx, payment);
        List<AuditEntry> entries = new ArrayList<>();
        entries.add(
                entry("payment.posted", Map.of("payment", payment, "source", given.source()))
                        .with(
                                Map.of(
                                        "amount_minor", Long.toString(given.amountMinor()),
                                        "paid_on", given.paidOn().toString(),
                                        "reference", given.reference())));
        int kept = keepPromises(tx, entries);
        boolean inCredit = settle(tx) < 0;
        ledger.append(entries);
        return new Outcome.Posted(payment, kept, inCredit);
    }

    private Optional<Long> insert(DSLContext tx) {
        return tx.insertInto(PAYMENT)
                .set(PAYMENT.CLIENT_ID, account.getClientId())
                .set(PAYMENT.REFERENCE, given.reference())
                .set(PAYMENT.ACCOUNT_ID, account.getId())
                .set(PAYMENT.AMOUNT_MINOR, given.amountMinor())
                .set(PAYMENT.CURRENCY, account.getCurrency())
                .set(PAYMENT.PAID_ON, given.paidOn())
                .set(PAYMENT.SOURCE, given.source())
                .set(PAYMENT.AGENT_ID, given.by().orElse(null))
                .set(PAYMENT.RECORDED_AT, given.at())
                .onConflictDoNothing()
                .returningResult(PAYMENT.ID)
                .fetchOptional()
                .map(row -> row.value1());
    }

    /// The same again changes nothing; another of the same reference is an error of somebody's.
    private Outcome known(DSLContext tx) {
        PaymentRecord there =
                tx.selectFrom(PAYMENT)
                        .where(PAYMENT.CLIENT_ID.eq(account.getClientId()))
                        .and(PAYMENT.REFERENCE.eq(given.reference()))
                        .fetchSingle();
        boolean same =
                there.getAccountId().equals(account.getId())
                        && there.getAmountMinor() == given.amountMinor()
                        && there.getPaidOn().equals(given.paidOn());
        return same
                ? new Outcome.Known(there.getId())
                : new Outcome.Refused(
                        Field.REFERENCE,
                        "belongs to another payment already",
                        "give this payment a reference of its own");
    }

    private void balance(DSLContext tx, long payment) {
        Map<String, Long> owed =
                tx.select(BALANCE_ENTRY.BUCKET, DSL.sum(BALANCE_ENTRY.AMOUNT_MINOR))
                        .from(BALANCE_ENTRY)
                        .where(BALANCE_ENTRY.ACCOUNT_ID.eq(account.getId()))
                        .groupBy(BALANCE_ENTRY.BUCKET)
                        .fetchMap(row -> row.value1(), row -> row.value2().longValueExact());
        long left = given.amountMinor();
        long[] parts = new long[ORDER.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Math.clamp(owed.getOrDefault(ORDER.get(i), 0L), 0, left);
            left -= parts[i];
        }
        parts[0] += left;
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                entered(tx, payment, ORDER.get(i), parts[i]);
            }
        }
    }

    private void entered(DSLContext tx, long payment, String bucket, long minor) {
        tx.insertInto(BALANCE_ENTRY)
                .set(BALANCE_ENTRY.ACCOUNT_ID, account.getId())
                .set(BALANCE_ENTRY.KIND, "PAYMENT")
                .set(BALANCE_ENTRY.BUCKET, bucket)
                .set(BALANCE_ENTRY.AMOUNT_MINOR, -minor)
                .set(BALANCE_ENTRY.EFFECTIVE_ON, given.paidOn())
                .set(BALANCE_ENTRY.AGENT_ID, given.by().orElse(null))
                .set(BALANCE_ENTRY.SOURCE, "payment " + payment)
                .set(BALANCE_ENTRY.RECORDED_AT, given.at())
                .execute();
    }

    /// Promises that it covers are kept from now on, also one that counted as broken because the
    /// payment was paid in time and told of late.
    private int keepPromises(DSLContext tx, List<AuditEntry> entries) {
        var covered =
                tx.select(PROMISE.ID, PROMISE.DUE_ON, PROMISE.AMOUNT_MINOR)
                        .from(PROMISE)
                        .where(PROMISE.ACCOUNT_ID.eq(account.getId()))
                        .and(PROMISE.STATE.in("OPEN", "PARTIAL", "BROKEN"))
                        .and(PaidTowards.promise().ge(PROMISE.AMOUNT_MINOR))
                        .orderBy(PROMISE.DUE_ON, PROMISE.ID)
                        .forUpdate()
                        .fetch();
        for (var row : covered) {
            tx.update(PROMISE)
                    .set(PROMISE.STATE, "KEPT")
                    .set(PROMISE.PAID_MINOR, row.value3())
                    .set(PROMISE.RESOLVED_AT, given.at())
                    .where(PROMISE.ID.eq(row.value1()))
                    .execute();
            entries.add(
                    entry("promise.kept", Map.of("promise", row.value1()))
                            .with(Map.of("due_on", row.value2().toString())));
        }
        return covered.size();
    }

    /// @return what is owed now
    private long settle(DSLContext tx) {
        long owed =
                tx.select(ACCOUNT.BALANCE_MINOR)
                        .from(ACCOUNT)
                        .where(ACCOUNT.ID.eq(account.getId()))
                        .fetchSingle()
                        .value1();
        if (owed <= 0) {
            tx.update(ACCOUNT)
                    .set(ACCOUNT.WORK_STATE, "PAID")
                    .where(ACCOUNT.ID.eq(account.getId()))
                    .and(ACCOUNT.WORK_STATE.in(WORKED))
                    .execute();
        }
        return owed;
    }

    private AuditEntry entry(String kind, Map<String, Object> detail) {
        return new AuditEntry(
                given.at(),
                kind,
                given.by().map(Actor::agent).orElse(COMMAND),
                Subject.of(account.getConsumerId(), account.getId()),
                detail);
    }
}
