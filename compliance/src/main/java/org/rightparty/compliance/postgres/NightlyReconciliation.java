package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.AUDIT_ENTRY;
import static org.rightparty.schema.generated.Tables.LEDGER_CHECKPOINT;

import org.jooq.DSLContext;
import org.jooq.Record1;
import org.rightparty.compliance.ledger.JsonText;
import org.rightparty.database.Database;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Reconciles the days that are over, once a night: at its hour, or as soon after it as the program
/// runs. How far it came stands in the ledger, so that a restart neither repeats nor misses a day.
public final class NightlyReconciliation {
    private static final Duration DAY = Duration.ofDays(1);

    /// A program that did not run for longer placed no calls meanwhile.
    private static final Duration LOOK_BACK = Duration.ofDays(35);

    private final Database database;
    private final Reconciliation reconciliation;
    private final ZoneId zone;
    private final int hour;
    private Instant reached = Instant.MIN;

    /// @param zone the house's
    /// @param hour of its clock, 0 to 23
    public NightlyReconciliation(Database database, PostgresLedger ledger, ZoneId zone, int hour) {
        this.database = database;
        this.reconciliation = new Reconciliation(database, ledger);
        this.zone = zone;
        this.hour = hour;
    }

    /// Reconciles what is due and was not; nothing when nothing is. Blocks.
    ///
    /// @param others reads what others recorded; asked only when something is due
    public synchronized Optional<Reconciliation.Result> look(
            Supplier<Reconciliation.Others> others, Instant now) {
        Instant end = due(now);
        if (!reached.isBefore(end)) {
            return Optional.empty();
        }
        Optional<Instant> begin =
                database.transact(tx -> begin(tx, end)).filter(from -> from.isBefore(end));
        Optional<Reconciliation.Result> result =
                begin.map(from -> reconciliation.reconcileNight(from, end, others.get(), now));
        reached = end;
        return result;
    }

    /// The last midnight whose night has come to its hour.
    private Instant due(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        LocalDate today = here.toLocalDate();
        LocalDate day = here.getHour() < hour ? today.minusDays(1) : today;
        return day.atStartOfDay(zone).toInstant();
    }

    /// From where on nothing was reconciled yet, and so much before that calls which were up then
    /// have ended. What was invented or brought along before the ledger was begun is left out.
    /// Empty when all was reconciled, or no ledger has begun.
    private static Optional<Instant> begin(DSLContext tx, Instant end) {
        Instant last = reached(tx, end.minus(LOOK_BACK)).orElse(Instant.MIN);
        if (!last.isBefore(end)) {
            return Optional.empty();
        }
        Instant from =
                last.equals(Instant.MIN) ? end.minus(DAY) : last.minus(Reconciliation.CALL_MAX);
        return begun(tx).map(begun -> begun.isAfter(from) ? begun : from);
    }

    private static Optional<Instant> reached(DSLContext tx, Instant since) {
        return tx
                .select(AUDIT_ENTRY.PAYLOAD)
                .from(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.AT.ge(since))
                .and(AUDIT_ENTRY.KIND.eq(Reconciliation.FINISHED))
                .fetch(AUDIT_ENTRY.PAYLOAD)
                .stream()
                .flatMap(payload -> reached(payload).stream())
                .max(Instant::compareTo);
    }

    /// Up to when an entry's night reached; empty for what a command reconciled.
    private static Optional<Instant> reached(String payload) {
        return JsonText.object(payload).get("detail") instanceof Map<?, ?> detail
                        && detail.containsKey(Reconciliation.NIGHT)
                        && detail.get("to") instanceof String to
                ? Optional.of(Instant.parse(to))
                : Optional.empty();
    }

    private static Optional<Instant> begun(DSLContext tx) {
        return tx.select(LEDGER_CHECKPOINT.SIGNED_AT)
                .from(LEDGER_CHECKPOINT)
                .orderBy(LEDGER_CHECKPOINT.ID)
                .limit(1)
                .fetchOptional()
                .map(Record1::value1);
    }
}
