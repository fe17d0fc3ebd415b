package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.CLIENT;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.rightparty.compliance.ledger.AuditEntry.Subject;
import org.rightparty.compliance.ledger.Ledger;
import org.rightparty.compliance.rules.CollectorRole;
import org.rightparty.console.administration.By;
import org.rightparty.console.administration.ClientBook;
import org.rightparty.console.desk.Answer;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.ClientId;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Clients in `client`.
public final class PostgresClientBook implements ClientBook {
    private final Database database;
    private final AdministrationAudit audit;

    /// @param ledger the audit ledger as seen from inside a transaction
    public PostgresClientBook(Database database, Function<DSLContext, Ledger> ledger) {
        this.database = database;
        this.audit = new AdministrationAudit(ledger);
    }

    @Override
    public List<Entry> clients() {
        return database.transact(
                tx -> tx.selectFrom(CLIENT).orderBy(CLIENT.NAME).fetch(PostgresClientBook::entry));
    }

    private static Entry entry(Record row) {
        return new Entry(
                row.get(CLIENT.ID),
                row.get(CLIENT.NAME),
                new Terms(
                        row.get(CLIENT.LEGAL_NAME),
                        Kind.valueOf(row.get(CLIENT.KIND)),
                        CollectorRole.valueOf(row.get(CLIENT.COLLECTOR_ROLE)),
                        row.get(CLIENT.SETTLEMENT_FLOOR_PPM),
                        row.get(CLIENT.PROMISE_DAYS_MAX),
                        row.get(CLIENT.PROMISE_GRACE_DAYS)));
    }

    @Override
    public Answer agree(ClientId client, Terms terms, By by) {
        Optional<Answer.Fault> fault = terms.fault();
        return fault.isPresent()
                ? new Answer.Declined("NOT_USABLE", "This cannot be agreed.", List.of(fault.get()))
                : database.transact(tx -> set(tx, client, terms, by));
    }

    private Answer set(DSLContext tx, ClientId client, Terms terms, By by) {
        int found =
                tx.update(CLIENT)
                        .set(CLIENT.LEGAL_NAME, terms.legalName().strip())
                        .set(CLIENT.KIND, terms.kind().name())
                        .set(CLIENT.COLLECTOR_ROLE, terms.role().name())
                        .set(CLIENT.SETTLEMENT_FLOOR_PPM, terms.settlementFloorPpm())
                        .set(CLIENT.PROMISE_DAYS_MAX, terms.promiseDaysMax())
                        .set(CLIENT.PROMISE_GRACE_DAYS, terms.promiseGraceDays())
                        .where(CLIENT.ID.eq(client))
                        .execute();
        if (found == 0) {
            return Answer.Declined.because("UNKNOWN", "There is no such client here.");
        }
        audit.append(
                tx,
                by,
                "client.agreed",
                Subject.NONE,
                Map.of(
                        "client", client.value(),
                        "legalName", terms.legalName().strip(),
                        "kind", terms.kind().name(),
                        "role", terms.role().name(),
                        "settlementFloorPpm", terms.settlementFloorPpm(),
                        "promiseDaysMax", terms.promiseDaysMax(),
                        "promiseGraceDays", terms.promiseGraceDays()));
        return new Answer.Accepted();
    }
}
