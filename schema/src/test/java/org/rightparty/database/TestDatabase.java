package org.rightparty.database;

import com.zaxxer.hikari.HikariDataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.rightparty.database.DatabaseConfig.LogIn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// One embedded PostgreSQL for all tests of a JVM, and a fresh migrated database for each that
/// asks.
///
/// Durability is off: tests that need it start a server of their own.
public final class TestDatabase {
    private static final int POOL = 12;
    private static final int MONTHS = 30;

    /// Several servers start at once while other tests have the machine.
    private static final Duration STARTED_WITHIN = Duration.ofMinutes(2);

    private static final String TEMPLATE = "rightparty_template";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Map<String, Database> MADE = new ConcurrentHashMap<>();
    private static final Optional<Path> HOME = MemoryDirectory.own();
    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    /// A database that nobody else uses, with this year's partitions, under the product's role.
    public static Database fresh() {
        return fresh(POOL);
    }

    /// The same, for so many transactions at once.
    public static Database fresh(int connections) {
        dropClosed();
        String name = "test_" + COUNT.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE + " STRATEGY FILE_COPY");
        Database database = Database.open(config(SERVER, name, connections));
        MADE.put(name, database);
        return database;
    }

    /// Memory is not to be filled with what nobody uses. Each has some two thousand files; a disk
    /// is slow to make new ones after many have gone, so there they stay until the JVM ends.
    private static synchronized void dropClosed() {
        if (HOME.isEmpty()) {
            return;
        }
        MADE.entrySet().removeIf(made -> isClosed(made.getValue()) && drop(made.getKey()));
    }

    private static boolean isClosed(Database database) {
        return ((HikariDataSource) database.dataSource()).isClosed();
    }

    /// @return false when somebody else is still in it
    private static boolean drop(String name) {
        try {
            execute("DROP DATABASE " + name);
            return true;
        } catch (IllegalStateException inUse) {
            return false;
        }
    }

    /// The same database as its owner, who may do what the product may not.
    public static Database asOwner(Database database) {
        return Database.openAsOwner(ownersConfig(database));
    }

    /// How its owner, or another program, opens a database that is open here.
    public static DatabaseConfig.External ownersConfig(Database database) {
        LogIn owner = database.owner();
        return new DatabaseConfig.External(url(database), owner.user(), owner.password(), POOL);
    }

    /// A connection as the owner of the database: whoever wants to tamper with it.
    public static Connection owner(Database database) {
        try {
            LogIn owner = database.owner();
            return DriverManager.getConnection(url(database), owner.user(), owner.password());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String url(Database database) {
        try (Connection pooled = database.dataSource().getConnection()) {
            return pooled.getMetaData().getURL();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres.Builder builder =
                    EmbeddedPostgres.builder().setPGStartupWait(STARTED_WITHIN);
            HOME.ifPresent(builder::setDataDirectory);
            EmbeddedPostgres server = builder.start();
            execute(server, "CREATE DATABASE " + TEMPLATE);
            try (Database template = Database.open(config(server, TEMPLATE, POOL))) {
                LocalDate january = LocalDate.now(ZoneOffset.UTC).withDayOfYear(1);
                new Partitions(template).make(january.minusYears(1), MONTHS);
            }
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static DatabaseConfig.External config(
            EmbeddedPostgres server, String name, int connections) {
        return new DatabaseConfig.External(
                server.getJdbcUrl("postgres", name), "postgres", "postgres", connections);
    }

    private static void execute(String sql) {
        execute(SERVER, sql);
    }

    private static void execute(EmbeddedPostgres server, String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
