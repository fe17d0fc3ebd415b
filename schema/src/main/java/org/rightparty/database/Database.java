package org.rightparty.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.rightparty.database.DatabaseConfig.LogIn;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
    private static final int ENDING_SECONDS_MAX = 2;

    private static final String EXTERNAL_KEY =
            "rightparty.database.user, RIGHTPARTY_DATABASE_PASSWORD and its pg_hba.conf";

    /// A server that is frozen ends no statement by itself.
    private static final int SILENCE_SECONDS_MAX = STATEMENT_SECONDS_MAX + 10;

    private static final String UNDER_ROLE = " -c role=rightparty_app";
    private static final String RUNNER = "rightparty_run";

    private final HikariDataSource pool;
    private final Semaphore gate;
    private final DSLContext dsl;
    private final LogIn owner;
    private final AutoCloseable server;

    /// Whether this thread is in a transaction of this database.
    private final ThreadLocal<Boolean> within = ThreadLocal.withInitial(() -> false);

    private volatile Optional<GateWatch> watch = Optional.empty();

    /// @param user who works with the tables
    /// @param owner who owns them
    /// @param role an option of the connection that gives the user another role; or nothing
    private record Who(LogIn user, LogIn owner, String role) {}

    private record GateWatch(LongSupplier nanos, LongConsumer waitedNanos) {}

    private Database(HikariDataSource pool, LogIn owner, AutoCloseable server) {
        this.pool = pool;
        this.gate = new Semaphore(pool.getMaximumPoolSize(), true);
        Settings settings = new Settings().withRenderSchema(false);
        this.dsl = DSL.using(pool, SQLDialect.POSTGRES, settings);
        this.owner = owner;
        this.server = server;
    }

    /// Who may do everything: for tests and bulk loads alone.
    LogIn owner() {
        return owner;
    }

    /// Starts or reaches the database, migrates it as its owner, and works with it under the
    /// product's role, which can neither change nor delete what is append-only.
    ///
    /// @throws DatabaseFailure when it cannot be started or reached
    public static Database open(DatabaseConfig config) {
        return switch (config) {
            case DatabaseConfig.External e -> {
                LogIn user = new LogIn(e.user(), e.password());
                LogIn owner = e.owner().orElse(user);
                migrate(e.url(), owner, EXTERNAL_KEY, () -> {});
                Who who = new Who(user, owner, UNDER_ROLE);
                yield connect(e.url(), who, e.poolSize(), EXTERNAL_KEY, () -> {});
            }
            case DatabaseConfig.Embedded e -> {
                EmbeddedServer server = EmbeddedServer.start(e.directory());
                migrate(server.url(), superuser(server), server.key(), server);
                Who who = new Who(runner(server), superuser(server), "");
                yield connect(server.url(), who, e.poolSize(), server.key(), server);
            }
        };
    }

    /// As the owner, who may do everything: for tests and bulk loads alone.
    static Database openAsOwner(DatabaseConfig.External e) {
        LogIn owner = new LogIn(e.user(), e.password());
        migrate(e.url(), owner, EXTERNAL_KEY, () -> {});
        Who who = new Who(owner, owner, "");
        return connect(e.url(), who, e.poolSize(), EXTERNAL_KEY, () -> {});
    }

    private static Database connect(
            String url, Who who, int poolSize, String key, AutoCloseable server) {
        LogIn user = who.user();
        HikariConfig hikari = new HikariConfig();
        hikari.setJdbcUrl(url);
        hikari.setUsername(user.user());
        hikari.setPassword(user.password());
        hikari.setMaximumPoolSize(poolSize);
        hikari.setConnectionTimeout(CONNECTION_WAIT_MILLIS_MAX);
        hikari.setInitializationFailTimeout(CONNECTION_WAIT_MILLIS_MAX);
        hikari.setPoolName("rightparty");
        hikari.addDataSourceProperty("prepareThreshold", "1");
        hikari.addDataSourceProperty("reWriteBatchedInserts", "true");
        hikari.addDataSourceProperty("tcpKeepAlive", "true");
        hikari.addDataSourceProperty("logServerErrorDetail", "false"); // it quotes what was typed
        hikari.addDataSourceProperty("socketTimeout", Integer.toString(SILENCE_SECONDS_MAX));
        hikari.addDataSourceProperty("ApplicationName", "rightparty");
        hikari.addDataSourceProperty(
                "options",
                "-c statement_timeout=" + STATEMENT_SECONDS_MAX + "s -c timezone=UTC" + who.role());
        try {
            return new Database(new HikariDataSource(hikari), who.owner(), server);
        } catch (RuntimeException failed) {
            closeQuietly(server, failed);
            throw OpeningFailure.of(url, user.user(), key, failed);
        }
    }

    /// Refuses what a newer program made too, which Flyway would let pass.
    private static void migrate(String url, LogIn owner, String key, AutoCloseable server) {
        try {
            Flyway.configure()
                    .dataSource(url, owner.user(), owner.password())
                    .locations("classpath:migrations")
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
        } catch (RuntimeException failed) {
            closeQuietly(server, failed);
            throw OpeningFailure.of(url, owner.user(), key, failed);
        }
    }

    private static LogIn superuser(EmbeddedServer server) {
        return new LogIn("postgres", server.password());
    }

    /// The embedded server's log-in for the product, made when it is missing. Its password follows
    /// from the superuser's, which cannot be found from it.
    private static LogIn runner(EmbeddedServer server) {
        LogIn superuser = superuser(server);
        LogIn runner = new LogIn(RUNNER, derived(superuser.password()));
        try (Connection connection =
                        DriverManager.getConnection(
                                server.url(), superuser.user(), superuser.password());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "DO $$ BEGIN CREATE ROLE rightparty_run LOGIN IN ROLE rightparty_app;"
                            + " EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;"
                            + " END $$");
            statement.execute(
                    "DO $$ BEGIN ALTER ROLE rightparty_run PASSWORD '"
                            + runner.password()
                            + "'; EXCEPTION WHEN internal_error THEN NULL; END $$");
            return runner;
        } catch (SQLException failed) {
            DatabaseFailure failure = DatabaseFailure.from(failed);
            closeQuietly(server, failure);
            throw failure;
        }
    }

    private static String derived(String password) {
        try {
            byte[] both = (RUNNER + " " + password).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(both));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /// Runs `work` in one transaction and commits it, or rolls everything back when it throws.
    ///
    /// Blocks; call it on virtual threads only.
    ///
    /// @throws DatabaseFailure when the database fails; whatever `work` throws comes through as
    ///     it is
    /// @throws IllegalStateException inside another transaction of the same thread: it would hold
    ///     one connection and wait for a second, and as many of them as there are connections wait
    ///     for ever
    public <T> T transact(Function<DSLContext, T> work) {
        if (within.get()) {
            throw new IllegalStateException("in a transaction already; pass it on as an argument");
        }
        enter();
        within.set(true);
        try {
            return dsl.transactionResult(configuration -> work.apply(configuration.dsl()));
        } catch (DataAccessException failed) {
            throw DatabaseFailure.from(failed);
        } finally {
            within.remove();
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
            settings.setProperty("options", pool.getDataSourceProperties().getProperty("options"));
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

    /// Lets transactions that are under way end first: one that is cut off does not know whether it
    /// was committed.
    @Override
    public void close() {
        int turns = pool.getMaximumPoolSize();
        boolean quiet = allTurnsEnd(turns);
        pool.close();
        if (quiet) {
            gate.release(turns);
        }
        try {
            server.close();
        } catch (Exception failed) {
            throw DatabaseFailure.from(failed);
        }
    }

    private boolean allTurnsEnd(int turns) {
        try {
            return gate.tryAcquire(turns, ENDING_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
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
