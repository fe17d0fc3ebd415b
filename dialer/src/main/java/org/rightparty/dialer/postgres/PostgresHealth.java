package org.rightparty.dialer.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/// What the dialer cannot do without: the database, the telephone link, next month's partitions,
/// and the rulebooks.
public final class PostgresHealth implements Health {
    private static final Map<String, Boolean> NOTHING = Map.of();
    private static final DateTimeFormatter PARTITION =
            DateTimeFormatter.ofPattern("'attempt_y'yyyy'm'MM", Locale.ROOT);

    private final Database database;
    private final InstantSource clock;
    private final BooleanSupplier telephoneUp;
    private final BooleanSupplier rulebooksLoaded;
    private final Executor threads;
    private Optional<CompletableFuture<Map<String, Boolean>>> underWay = Optional.empty();

    /// @param threads starts each task on a thread that may block
    public PostgresHealth(
            Database database,
            InstantSource clock,
            BooleanSupplier telephoneUp,
            BooleanSupplier rulebooksLoaded,
            Executor threads) {
        this.database = database;
        this.clock = clock;
        this.telephoneUp = telephoneUp;
        this.rulebooksLoaded = rulebooksLoaded;
        this.threads = threads;
    }

    /// What has not answered within the second is not there.
    @Override
    public Map<String, Boolean> checks() {
        Map<String, Boolean> checks = new LinkedHashMap<>();
        Map<String, Boolean> tables = asked().completeOnTimeout(NOTHING, 1, SECONDS).join();
        for (String name : List.of("database", "partitions", "rulebooks")) {
            checks.put(name, tables.getOrDefault(name, false));
        }
        checks.put("telephone", telephoneUp.getAsBoolean());
        return checks;
    }

    /// One look at a time: a database that hangs gets no second.
    private synchronized CompletableFuture<Map<String, Boolean>> asked() {
        CompletableFuture<Map<String, Boolean>> look =
                underWay.filter(u -> !u.isDone())
                        .orElseGet(() -> CompletableFuture.supplyAsync(this::look, threads));
        underWay = Optional.of(look);
        return look.copy();
    }

    private Map<String, Boolean> look() {
        Map<String, Boolean> found = new LinkedHashMap<>();
        found.put("database", answers(() -> exists("attempt")));
        found.put("partitions", answers(() -> exists(nextMonth(clock.instant()))));
        found.put("rulebooks", answers(rulebooksLoaded));
        return found;
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
