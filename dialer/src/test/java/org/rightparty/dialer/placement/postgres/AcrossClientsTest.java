package org.rightparty.dialer.placement.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.CONSUMER;

import org.jooq.Field;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.placement.Sample;
import org.rightparty.dialer.placement.Tally;
import org.rightparty.dialer.placement.file.ImportRequest;
import org.rightparty.dialer.placement.file.PlacementImport;
import org.rightparty.dialer.placement.file.PlacementImport.Progress;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A person is one, whoever the creditor is, where the evidence is strong.
final class AcrossClientsTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-06-15T12:00:00Z"));

    @TempDir Path directory;
    private final Database database = TestDatabase.fresh();
    private final PlacementImport imports = new TestOffice(database, CLOCK).imports();

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    given  | family  | born       | last4 | phone          | linked
                    Ada    | Example | 1980-02-03 | 4320  | (614) 555-0177 | true
                    ADA M. | example | 1980-02-03 | 4320  | (614) 555-0177 | true
                    A      | Example | 1980-02-03 | 4320  | (614) 555-0177 | true
                    Bea    | Example | 1980-02-03 | 4320  | (614) 555-0101 | false
                    Ada    | Sample  | 1980-02-03 | 4320  | (614) 555-0101 | false
                    Ada    | Example | 1980-02-04 | 4320  | (614) 555-0101 | false
                    Ada    | Example | 1980-02-03 | 4321  | (614) 555-0101 | false
                    Ada    | Example |            | 4320  | (614) 555-0101 | false
                    Ada    | Example |            |       | (614) 555-0101 | false
                    """)
    void strong_evidence_alone_links_across_clients(
            String given, String family, String born, String last4, String phone, boolean linked)
            throws IOException {
        place("First Example Bank", person("Ada", "Example", "1980-02-03", "4320"));
        Tally tally =
                place(
                        "Second Example Bank",
                        person(given, family, born == null ? "" : born, last4 == null ? "" : last4)
                                .with("phone1", phone));

        assertThat(tally.accepted()).isEqualTo(1);
        assertThat(tally.linked()).isEqualTo(linked ? 1 : 0);
        assertThat(consumers()).isEqualTo(linked ? 1 : 2);
    }

    @Test
    void the_same_file_for_two_clients_enters_each_person_once() throws IOException {
        Sample[] rows = people(40);
        place("First Example Bank", rows);
        assertThat(place("Second Example Bank", rows).linked()).isEqualTo(40);
        assertThat(consumers()).isEqualTo(40);
    }

    @Test
    void two_clients_files_at_once_enter_each_person_once() throws Exception {
        Sample[] rows = people(400);
        List<Callable<Tally>> both =
                List.of(
                        () -> place("First Example Bank", rows),
                        () -> place("Second Example Bank", rows));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long linked = 0;
            for (Future<Tally> file : threads.invokeAll(both)) {
                linked += file.get().linked();
            }
            assertThat(linked).isEqualTo(400);
        }
        assertThat(consumers()).isEqualTo(400);
        int accounts = database.transact(tx -> tx.fetchCount(ACCOUNT));
        assertThat(accounts).isEqualTo(800);
    }

    @Test
    void accounts_count_as_one_debt_by_the_word_of_one_client_for_them() throws IOException {
        place(
                "First Example Bank",
                loan("L-1", "SL-1"),
                loan("L-2", "SL-1"),
                loan("L-3", "SL-2"),
                loan("L-4", ""));
        place("Second Example Bank", loan("L-1", "SL-1"));

        assertThat(consumers()).isEqualTo(1);
        Field<String> group = DSL.coalesce(ACCOUNT.FREQUENCY_GROUP, "alone");
        List<String> groups =
                database.transact(
                        tx -> tx.select(group).from(ACCOUNT).orderBy(ACCOUNT.ID).fetch(group));
        assertThat(groups.get(0)).endsWith("/SL-1").isEqualTo(groups.get(1));
        assertThat(groups.get(2)).endsWith("/SL-2");
        assertThat(groups.get(3)).isEqualTo("alone");
        assertThat(groups.get(4)).endsWith("/SL-1").isNotEqualTo(groups.get(0));
    }

    private static Sample loan(String account, String group) {
        return person("Ada", "Example", "1980-02-03", "4320")
                .with("account_number", account)
                .with("debt_type", "STUDENT")
                .with("Loan group", group);
    }

    private static Sample[] people(int many) {
        Sample[] rows = new Sample[many];
        for (int i = 0; i < many; i++) {
            rows[i] =
                    person("Ada", "Example", "1980-02-03", "%04d".formatted(i))
                            .with("account_number", "A-" + i)
                            .with("phone1", "6140%06d".formatted(i));
        }
        return rows;
    }

    private static Sample person(String given, String family, String born, String last4) {
        return Sample.row()
                .with("given_name", given)
                .with("family_name", family)
                .with("born_on", born)
                .with("ssn", last4);
    }

    private Tally place(String client, Sample... rows) throws IOException {
        Path file = TestOffice.file(directory, rows);
        return imports.run(
                        ImportRequest.of(file, client).ofPractice().withNewClient(),
                        Progress.UNHEARD)
                .tally();
    }

    private int consumers() {
        return database.transact(tx ->
                tx.select(DSL.countDistinct(CONSUMER.ID)).from(CONSUMER).fetchSingle().value1());
    }
}
