package org.rightparty.dialer.placement.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.ADDRESS;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.EMAIL;
import static org.rightparty.schema.generated.Tables.HOLD;
import static org.rightparty.schema.generated.Tables.IMPORT_RUN;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.placement.Tally;
import org.rightparty.dialer.placement.file.ImportRequest;
import org.rightparty.dialer.placement.file.PlacementImport;
import org.rightparty.dialer.placement.file.PlacementImport.Progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Batches on two connections, and two files at once, come to the same as one row after another.
final class BatchesSideBySideTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-06-15T12:00:00Z"));
    private static final int ROWS = 3_000;

    @TempDir Path directory;

    /// What a placement came to: who owes which accounts, and how much is known of them.
    private record Outcome(
            Set<Set<String>> accountsByPerson,
            int consumers,
            int phones,
            int addresses,
            int emails,
            int holds) {}

    @Test
    void one_file_of_many_batches_comes_to_the_same_as_many_files_of_few_rows() throws Exception {
        List<String> rows = rows(11);
        assertThat(imported(List.of(rows))).isEqualTo(imported(split(rows, 150)));
    }

    /// Half of the rows show no national id: they are known by their household alone, and only once
    /// an earlier row has shown that the person is the client's too.
    @Test
    void people_of_another_client_come_to_the_same_in_one_file_and_in_many() throws Exception {
        List<String> theirs = rows(14).subList(0, 1_000);
        List<String> ours = new ArrayList<>();
        for (String row : rows(15)) {
            List<String> cells = new ArrayList<>(List.of(row.split(",", -1)));
            cells.set(0, "B" + cells.getFirst());
            if (ours.size() % 2 == 0) {
                cells.set(PlacementFiles.HEADER.indexOf("ssn"), "");
            }
            ours.add(String.join(",", cells));
        }
        Outcome whole = importedAfter(theirs, List.of(ours));
        assertThat(whole).isEqualTo(importedAfter(theirs, split(ours, 150)));
        assertThat(whole.accountsByPerson)
                .as("people of both clients")
                .anyMatch(accounts ->
                        accounts.stream().anyMatch(a -> a.startsWith("A"))
                                && accounts.stream().anyMatch(a -> a.startsWith("B")));
    }

    private Outcome importedAfter(List<String> theirs, List<List<String>> files)
            throws IOException {
        try (Database database = TestDatabase.fresh()) {
            PlacementImport imports = new TestOffice(database, CLOCK).imports();
            run(imports, file("theirs.csv", theirs), "Second Example Bank");
            for (int i = 0; i < files.size(); i++) {
                run(imports, file(files.size() + "-" + i + ".csv", files.get(i)));
            }
            return outcome(database);
        }
    }

    @Test
    void two_files_of_a_client_at_once_enter_each_person_and_account_once() throws Exception {
        List<String> rows = rows(12);
        Outcome alone = imported(List.of(rows));
        try (Database database = TestDatabase.fresh();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            PlacementImport imports = new TestOffice(database, CLOCK).imports();
            run(imports, file("first.csv", rows.subList(0, 1)));
            List<Callable<Tally>> both =
                    List.of(
                            () -> run(imports, file("ahead.csv", rows)),
                            () -> run(imports, file("back.csv", rows.reversed())));
            long accepted = 1;
            for (Future<Tally> file : threads.invokeAll(both)) {
                accepted += file.get().accepted();
            }
            assertThat(accepted).isEqualTo(ROWS);
            Outcome together = outcome(database);
            assertThat(together.accountsByPerson).isEqualTo(alone.accountsByPerson);
            assertThat(together.phones).isEqualTo(alone.phones);
        }
    }

    @Test
    void an_account_is_entered_once_however_far_apart_its_rows_are() throws Exception {
        List<String> rows = rows(13);
        List<String> twice = new ArrayList<>(rows.subList(0, 1_500));
        twice.addAll(rows.subList(0, 1_500));
        try (Database database = TestDatabase.fresh()) {
            PlacementImport imports = new TestOffice(database, CLOCK).imports();
            Tally tally = run(imports, file("twice.csv", twice));
            assertThat(tally.accepted()).isEqualTo(1_500);
            assertThat(tally.rejected()).isEqualTo(1_500);
            long done =
                    database.transact(tx ->
                            tx.select(IMPORT_RUN.ROWS_DONE)
                                    .from(IMPORT_RUN)
                                    .fetchSingle()
                                    .value1());
            assertThat(done).isEqualTo(ROWS);
        }
    }

    private Outcome imported(List<List<String>> files) throws IOException {
        try (Database database = TestDatabase.fresh()) {
            PlacementImport imports = new TestOffice(database, CLOCK).imports();
            for (int i = 0; i < files.size(); i++) {
                run(imports, file(files.size() + "-" + i + ".csv", files.get(i)));
            }
            return outcome(database);
        }
    }

    /// Two of three rows are of somebody who has another account; each brings a number of its own.
    private static List<String> rows(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            int person = chance.nextInt(ROWS / 2);
            List<String> cells =
                    new ArrayList<>(
                            List.of(
                                    PlacementFiles.row(person, new SplittableRandom(person))
                                            .split(",", -1)));
            cells.set(0, "A-" + i);
            cells.set(PlacementFiles.HEADER.indexOf("phone3"), "6140%06d".formatted(i));
            rows.add(String.join(",", cells));
        }
        return rows;
    }

    private static List<List<String>> split(List<String> rows, int size) {
        List<List<String>> parts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += size) {
            parts.add(rows.subList(i, Math.min(rows.size(), i + size)));
        }
        return parts;
    }

    private Path file(String name, List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(String.join(",", PlacementFiles.HEADER)));
        lines.addAll(rows);
        return Files.write(directory.resolve(name), lines);
    }

    private static Tally run(PlacementImport imports, Path file) {
        return run(imports, file, "First Example Bank");
    }

    private static Tally run(PlacementImport imports, Path file, String client) {
        return imports.run(
                        ImportRequest.of(file, client).ofPractice().withNewClient(),
                        Progress.UNHEARD)
                .tally();
    }

    private static Outcome outcome(Database database) {
        return database.transact(tx -> {
            Collection<List<String>> people =
                    tx.select(ACCOUNT.CONSUMER_ID, ACCOUNT.CLIENT_ACCOUNT_NUMBER)
                            .from(ACCOUNT)
                            .fetchGroups(ACCOUNT.CONSUMER_ID, ACCOUNT.CLIENT_ACCOUNT_NUMBER)
                            .values();
            Set<Set<String>> accounts = new HashSet<>();
            people.forEach(numbers -> accounts.add(new TreeSet<>(numbers)));
            return new Outcome(
                    accounts,
                    tx.fetchCount(CONSUMER),
                    tx.fetchCount(PHONE),
                    tx.fetchCount(DSL.selectDistinct(ADDRESS.CONSUMER_ID).from(ADDRESS)),
                    tx.fetchCount(EMAIL),
                    tx.fetchCount(HOLD));
        });
    }
}
