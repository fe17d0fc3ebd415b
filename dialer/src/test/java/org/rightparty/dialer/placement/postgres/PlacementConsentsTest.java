package org.rightparty.dialer.placement.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.AUDIT_ENTRY;
import static org.rightparty.schema.generated.Tables.CONSENT;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.EMAIL;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.placement.Sample;
import org.rightparty.dialer.placement.file.ImportRequest;
import org.rightparty.dialer.placement.file.PlacementImport.Progress;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// What later files say of ways to reach a person that are here already.
final class PlacementConsentsTest {
    @TempDir Path directory;
    private final Database database = TestDatabase.fresh();
    private final TestOffice office =
            new TestOffice(database, InstantSource.fixed(Instant.parse("2026-06-15T12:00:00Z")));

    @AfterEach
    void close() {
        database.close();
    }

    /// One letter a word on record, `Y` given and `N` refused, in the order of their days.
    @ParameterizedTest
    @CsvSource({
        "Y, 2026-03-01, N, 2026-04-01, YN",
        "Y, 2026-03-01, N, 2026-03-01, NY",
        "Y, 2026-03-01, N, 2026-02-01, Y",
        "Y, 2026-03-01, N,           , YN",
        "Y,           , N,           , NY",
        "Y, 2026-03-01, Y, 2026-03-01, Y",
        "Y, 2026-03-01, Y, 2026-04-01, YY",
        "Y, 2026-03-01, Y,           , Y",
        "N, 2026-03-01, Y, 2026-04-01, NY",
        "N, 2026-03-01, Y, 2026-03-01, N",
        "N, 2026-03-01, Y, 2026-02-01, N",
        "N, 2026-03-01, Y,           , N",
        "N,           , Y,           , N",
        "N, 2026-03-01, N, 2026-04-01, N",
        "N, 2026-03-01, N,           , N",
        " ,           , N, 2026-03-01, N",
        " ,           , Y, 2026-03-01, Y",
        " ,           , Y,           , Y",
        "Y, 2026-03-01,  ,           , Y",
        "N, 2026-03-01,  ,           , N",
    })
    void a_later_word_counts_when_it_is_news(
            String first, String firstDay, String second, String secondDay, String expected)
            throws IOException {
        place(said(Sample.row(), first, firstDay));
        Sample other = Sample.row().with("account_number", "A-9");
        place(said(other, second, secondDay));
        assertThat(words()).isEqualTo(expected);
        assertThat(entries()).isEqualTo(expected.length());
        place(said(other, second, secondDay).with("address2", "in another file, a duplicate"));
        assertThat(words()).isEqualTo(expected);
    }

    @Test
    void a_duplicate_brings_the_word_on_a_number_that_is_here() throws IOException {
        place(said(Sample.row(), "Y", "2026-03-01"));
        place(said(Sample.row(), "N", "2026-04-01").with("phone2", "(614) 555-0102"));
        assertThat(words()).isEqualTo("YN");
    }

    @Test
    void the_rows_of_one_file_are_taken_in_their_order() throws IOException {
        place(
                said(Sample.row(), "Y", "2026-03-01"),
                said(Sample.row().with("account_number", "A-9"), "N", "2026-04-01"));
        assertThat(words()).isEqualTo("YN");
    }

    @Test
    void what_the_person_told_us_outlives_an_old_word_of_the_file() throws IOException {
        place(said(Sample.row(), "Y", "2026-03-01"));
        database.transact(tx ->
                tx.insertInto(CONSENT)
                        .set(CONSENT.CONSUMER_ID, tx.select(CONSUMER.ID).from(CONSUMER))
                        .set(CONSENT.KIND, "TCPA_PRIOR_EXPRESS")
                        .set(CONSENT.GRANTED, false)
                        .set(CONSENT.GIVEN_AT, Instant.parse("2026-05-01T12:00:00Z"))
                        .execute());
        place(said(Sample.row().with("account_number", "A-9"), "Y", ""));
        assertThat(words()).isEqualTo("YN");
    }

    @Test
    void a_refused_address_that_is_here_is_not_to_be_written_to() throws IOException {
        place(mailed("A-1", "Y"));
        place(mailed("A-9", "N"));
        assertThat(words()).isEqualTo("NY");
        assertThat(usable()).containsExactly("OPTED_OUT");
        place(mailed("A-10", "Y"));
        assertThat(usable()).containsExactly("OPTED_OUT");
        assertThat(words()).isEqualTo("NY");
    }

    private static Sample mailed(String account, String consent) {
        return Sample.row()
                .with("account_number", account)
                .with("email1", "ada@example.com")
                .with("email1_consent", consent);
    }

    private static Sample said(Sample row, String consent, String day) {
        return row.with("phone1_consent", consent == null ? "" : consent)
                .with("phone1_consent_date", day == null ? "" : day);
    }

    private String words() {
        return database.transact(tx ->
                tx
                        .select(CONSENT.GRANTED)
                        .from(CONSENT)
                        .orderBy(CONSENT.GIVEN_AT, CONSENT.GRANTED)
                        .fetch(CONSENT.GRANTED)
                        .stream()
                        .map(granted -> granted ? "Y" : "N")
                        .reduce("", String::concat));
    }

    private List<String> usable() {
        return database.transact(tx -> tx.select(EMAIL.USABLE).from(EMAIL).fetch(EMAIL.USABLE));
    }

    private int entries() {
        return database.transact(
                tx -> tx.fetchCount(AUDIT_ENTRY, AUDIT_ENTRY.KIND.startsWith("consent.")));
    }

    private void place(Sample... rows) throws IOException {
        ImportRequest request =
                ImportRequest.of(TestOffice.file(directory, rows), "First Example Bank")
                        .ofPractice()
                        .withNewClient();
        office.imports().run(request, Progress.UNHEARD);
    }
}
