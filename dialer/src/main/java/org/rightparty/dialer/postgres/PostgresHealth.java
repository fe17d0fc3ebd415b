package org.rightparty.dialer.postgres;

import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.rightparty.console.web.Health;
import org.rightparty.database.Database;
import org.rightparty.database.DatabaseFailure;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// What the dialer cannot do without: the database, the telephone link, next month's partitions,
/// and the rulebooks.
public final class PostgresHealth implements Health {
    private static final DateTimeFormatter PARTITION =
            DateTimeFormatter.ofPattern("'attempt_y'yyyy'm'MM", Locale.ROOT);

    private final Database database;
    private final InstantSource clock;
    private final BooleanSupplier telephoneUp;
    private final BooleanSupplier rulebooksLoaded;

    public PostgresHealth(
            Database database,
            InstantSource clock,
            BooleanSupplier telephoneUp,
            BooleanSupplier rulebooksLoaded) {
        this.database = database;
        this.clock = clock;
        this.telephoneUp = telephoneUp;
        this.rulebooksLoaded = rulebooksLoaded;
    }

    @Override
    public Map<String, Boolean> checks() {
        Map<String, Boolean> checks = new LinkedHashMap<>();
        checks.put("database", answers(() -> exists("attempt")));
        checks.put("partitions", answers(() -> exists(nextMonth(clock.instant()))));
        checks.put("telephone", telephoneUp.getAsBoolean());
        checks.put("rulebooks", answers(rulebooksLoaded));
        return checks;
    }

    static String nextMonth(Instant now) {
        return PARTITION.format(LocalDate.ofInstant(now, ZoneOffset.UTC).plusMonths(1));
    }

    private boolean exists(String table) {
        return database.transact(tx ->
                tx.select(
                                DSL.field(
                                        DSL.function(
                                                        "to_regclass",
                                                        SQLDataType.VARCHAR,
                                                        DSL.val(table))
                                                .isNotNull()))
                        .fetchSingle()
                        .value1());
    }

    /// A database that fails is the answer no.
    private static boolean answers(BooleanSupplier check) {
        try {
            return check.getAsBoolean();
        } catch (DatabaseFailure failed) {
            return false;
        }
    }
}
