package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.CLIENT;
import static org.rightparty.schema.generated.Tables.TASK;

import org.jooq.DSLContext;
import org.rightparty.compliance.ledger.Ledger;
import org.rightparty.console.office.Payments;
import org.rightparty.database.Database;
import org.rightparty.schema.generated.tables.records.AccountRecord;
import org.rightparty.vocabulary.ClientId;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Payments of clients' files, in the tables. Selection learns of them by the tables' triggers.
public final class PostgresPayments implements Payments {
    private static final Duration TASK_DUE = Duration.ofDays(7);

    private final Database database;
    private final Function<DSLContext, Ledger> ledger;

    /// @param ledger the audit ledger as seen from inside a transaction
    public PostgresPayments(Database database, Function<DSLContext, Ledger> ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    @Override
    public Optional<ClientId> client(String name) {
        return database.transact(tx ->
                tx.select(CLIENT.ID)
                        .from(CLIENT)
                        .where(CLIENT.NAME.eq(name))
                        .fetchOptional(CLIENT.ID));
    }

    @Override
    public List<Outcome> post(ClientId client, List<Payment> payments, By by) {
        return database.transact(tx -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (Payment payment : payments) {
                outcomes.add(post(tx, client, payment, by));
            }
            return outcomes;
        });
    }

    private Outcome post(DSLContext tx, ClientId client, Payment payment, By by) {
        Optional<AccountRecord> account =
                tx.selectFrom(ACCOUNT)
                        .where(ACCOUNT.CLIENT_ID.eq(client))
                        .and(ACCOUNT.CLIENT_ACCOUNT_NUMBER.eq(payment.accountNumber()))
                        .fetchOptional();
        if (account.isEmpty()) {
            return new Outcome.Refused(
                    Field.ACCOUNT,
                    "is no account of this client here",
                    "write the number as the placement file has it, or place the account first");
        } else if (!account.get().getCurrency().equals(payment.currency().getCurrencyCode())) {
            return new Outcome.Refused(
                    Field.CURRENCY,
                    "is not the account's, which is " + account.get().getCurrency(),
                    "give the amount in the account's currency");
        }
        Outcome outcome =
                new PaymentPosting(
                                account.get(),
                                new PaymentPosting.Given(
                                        payment.amountMinor(),
                                        payment.paidOn(),
                                        payment.reference(),
                                        by.source(),
                                        Optional.empty(),
                                        by.at()))
                        .post(tx, ledger.apply(tx));
        if (outcome instanceof Outcome.Posted posted && posted.inCredit()) {
            refund(tx, account.get(), by);
        }
        return outcome;
    }

    /// Somebody has to pay back what was paid too much, or find the slip of the pen.
    private static void refund(DSLContext tx, AccountRecord account, By by) {
        tx.insertInto(TASK)
                .set(TASK.KIND, "REVIEW")
                .set(TASK.CONSUMER_ID, account.getConsumerId())
                .set(TASK.ACCOUNT_ID, account.getId())
                .set(TASK.TITLE, "More was paid than is owed: pay it back, or mend the amount")
                .set(TASK.DUE_AT, by.at().plus(TASK_DUE))
                .set(TASK.CREATED_AT, by.at())
                .execute();
    }
}
