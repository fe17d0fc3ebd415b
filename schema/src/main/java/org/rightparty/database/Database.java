package org.rightparty.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

import javax.sql.DataSource;

/// An open database: a pool of connections behind a fair gate, migrated to this program's tables.
///
/// The gate is compulsory: without it a few virtual threads keep getting the same connections back
/// and the slowest waits for seconds.
public final class Database implements AutoCloseable {
    private static final int STATEMENT_SECONDS_MAX = 60;
    private static final int CONNECTION_WAIT_MILLIS_MAX = 5_000;
    private static final String OWN_CONNECTION_SECONDS_MAX = "2";

    private static final String EXTERNAL_KEY =
            "rightparty.database.user, RIGHTPARTY_DATABASE_PASSWORD and its pg_hba.conf";

    /// A server that is frozen ends no statement by itself.
    private static final int SILENCE_SECONDS_MAX = STATEMENT_SECONDS_MAX + 10;

    private final HikariDataSource pool;
    private final Semaphore gate;
    private final DSLContext dsl;
    private final AutoCloseable server;
    private volatile Optional<GateWatch> watch = Optional.empty();

    private record GateWatch(LongSupplier nanos, LongConsumer waitedNanos) {}

    private Database(HikariDataSource pool, AutoCloseable server) {
        this.pool = pool;
        this.gate = new Semaphore(pool.getMaximumPoolSize(), true);
        Settings settings = new Settings().withRenderSchema(false);
        this.dsl = DSL.using(pool, SQLDialect.POSTGRES, settings);
        this.server = server;
    }

    /// Starts or reaches the database and migrates it.
    ///
    /// @throws DatabaseFailure when it cannot be started or reached
    public static Database open(DatabaseConfig config) {
        return switch (config) {
            case DatabaseConfig.External e ->
                    connect(e.url(), e.user(), e.password(), e.poolSize(), EXTERNAL_KEY, () -> {});
            case DatabaseConfig.Embedded e -> {
                EmbeddedServer server = EmbeddedServer.start(e.directory());
                yield connect(
                        server.url(),
                        "postgres",
                        server.password(),
                        e.poolSize(),
                        server.key(),
                        server);
            }
        };
    }

    private static Database connect(
            String url,
            String user,
            String password,
            int poolSize,
            String key,
            AutoCloseable server) {
        HikariConfig hikari = new HikariConfig();
        hikari.setJdbcUrl(url);
        hikari.setUsername(user);
        hikari.setPassword(password);
        hikari.setMaximumPoolSize(poolSize);
        hikari.setConnectionTimeout(CONNECTION_WAIT_MILLIS_MAX);
        hikari.setInitializationFailTimeout(CONNECTION_WAIT_MILLIS_MAX);
        hikari.setPoolName("rightparty");
        hikari.addDataSourceProperty("prepareThreshold", "1");
        hikari.addDataSourceProperty("reWriteBatchedInserts", "true");
        hikari.addDataSourceProperty("tcpKeepAlive", "true");
        hikari.addDataSourceProperty("socketTimeout", Integer.toString(SILENCE_SECONDS_MAX));
        hikari.addDataSourceProperty("ApplicationName", "rightparty");
        hikari.addDataSourceProperty(
                "options", "-c statement_timeout=" + STATEMENT_SECONDS_MAX + "s -c timezone=UTC");
        try {
            HikariDataSource pool = new HikariDataSource(hikari);
            migrate(pool);
            return new Database(pool, server);
        } catch (RuntimeException failed) {
            closeQuietly(server, failed);
            throw OpeningFailure.of(url, user, key, failed);
        }
    }

    private static void migrate(DataSource pool) {
        Flyway.configure().dataSource(pool).locations("classpath:migrations").load().migrate();
    }

    /// Runs `work` in one transaction and commits it, or rolls everything back when it throws.
    ///
    /// Blocks; call it on virtual threads only.
    ///
    /// @throws DatabaseFailure when the database fails; whatever `work` throws comes through as
    ///     it is
    public <T> T transact(Function<DSLContext, T> work) {
        enter();
        try {
            return dsl.transactionResult(configuration -> work.apply(configuration.dsl()));
        } catch (DataAccessException failed) {
            throw DatabaseFailure.from(failed);
        } finally {
            gate.release();
        }
    }

    private void enter() {
        Optional<GateWatch> watched = watch;
        long before = watched.map(w -> w.nanos().getAsLong()).orElse(0L);
        gate.acquireUninterruptibly();
        watched.ifPresent(w -> w.waitedNanos().accept(w.nanos().getAsLong() - before));
    }

    /// Tells, from now on, how long each transaction waited for its turn.
    ///
    /// @param nanos a monotonic clock
    public void watchGate(LongSupplier nanos, LongConsumer waitedNanos) {
        watch = Optional.of(new GateWatch(nanos, waitedNanos));
    }

    /// A connection outside the pool, for what must outlive transactions or may not wait for a
    /// turn; the caller closes it. No statement on it may take longer than two seconds, and
    /// neither may this.
    public Connection ownConnection() {
        try {
            Properties settings = new Properties();
            settings.setProperty("user", pool.getUsername());
            settings.setProperty("password", pool.getPassword());
            for (String limit : List.of("loginTimeout", "connectTimeout", "socketTimeout")) {
                settings.setProperty(limit, OWN_CONNECTION_SECONDS_MAX);
            }
            return DriverManager.getConnection(pool.getJdbcUrl(), settings);
        } catch (SQLException failed) {
            throw DatabaseFailure.from(failed);
        }
    }

    /// The pool itself, for bulk loading and for tests.
    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
        try {
            server.close();
        } catch (Exception failed) {
            throw DatabaseFailure.from(failed);
        }
    }

    private static void closeQuietly(AutoCloseable server, RuntimeException why) {
        try {
            server.close();
        } catch (Exception also) {
            why.addSuppressed(also);
        }
    }
}
