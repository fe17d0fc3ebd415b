package org.rightparty.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.rightparty.database.DatabaseConfig.LogIn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;

/// One embedded PostgreSQL for all tests of a JVM, and a fresh migrated database for each that
/// asks.
///
/// Durability is off: tests that need it start a server of their own.
public final class TestDatabase {
    private static final int POOL = 12;
    private static final int MONTHS = 30;
    private static final String TEMPLATE = "rightparty_template";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    /// A database that nobody else uses, with this year's partitions, under the product's role.
    public static Database fresh() {
        return fresh(POOL);
    }

    /// The same, for so many transactions at once.
    public static Database fresh(int connections) {
        return Database.open(made(connections));
    }

    /// The same database as its owner, who may do what the product may not.
    public static Database asOwner(Database database) {
        LogIn owner = database.owner();
        return Database.openAsOwner(
                new DatabaseConfig.External(url(database), owner.user(), owner.password(), POOL));
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

    private static DatabaseConfig.External made(int connections) {
        String name = "test_" + COUNT.incrementAndGet();
        execute(SERVER, "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        return config(SERVER, name, connections);
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder().start();
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

    private static void execute(EmbeddedPostgres server, String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
