package org.rightparty.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
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

    /// A database that nobody else uses, with this year's partitions.
    public static Database fresh() {
        String name = "test_" + COUNT.incrementAndGet();
        execute(SERVER, "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        return open(SERVER, name);
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder().start();
            execute(server, "CREATE DATABASE " + TEMPLATE);
            try (Database template = open(server, TEMPLATE)) {
                LocalDate january = LocalDate.now(ZoneOffset.UTC).withDayOfYear(1);
                new Partitions(template).make(january.minusYears(1), MONTHS);
            }
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Database open(EmbeddedPostgres server, String name) {
        return Database.open(
                new DatabaseConfig.External(
                        server.getJdbcUrl("postgres", name), "postgres", "postgres", POOL));
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
