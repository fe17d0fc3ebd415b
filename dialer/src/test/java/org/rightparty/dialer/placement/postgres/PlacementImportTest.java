package org.rightparty.dialer.placement.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.ACCOUNT_PARTY;
import static org.rightparty.schema.generated.Tables.ADDRESS;
import static org.rightparty.schema.generated.Tables.AUDIT_ENTRY;
import static org.rightparty.schema.generated.Tables.BALANCE_ENTRY;
import static org.rightparty.schema.generated.Tables.CONSENT;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.HOLD;
import static org.rightparty.schema.generated.Tables.IMPORT_REJECT;
import static org.rightparty.schema.generated.Tables.IMPORT_RUN;
import static org.rightparty.schema.generated.Tables.PHONE;
import static org.rightparty.schema.generated.Tables.PORTFOLIO;

import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.placement.Mapping;
import org.rightparty.dialer.placement.Sample;
import org.rightparty.dialer.placement.Tally;
import org.rightparty.dialer.placement.UnusableFile;
import org.rightparty.dialer.placement.file.ImportReport;
import org.rightparty.dialer.placement.file.ImportReport.Ending;
import org.rightparty.dialer.placement.file.ImportRequest;
import org.rightparty.dialer.placement.file.MappingJson;
import org.rightparty.dialer.placement.file.PlacementImport;
import org.rightparty.dialer.placement.file.PlacementImport.Progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

final class PlacementImportTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-06-15T12:00:00Z"));
    @TempDir Path directory;
    private final Database database = TestDatabase.fresh();
    private final TestOffice office = new TestOffice(database, CLOCK);
    private final PlacementImport imports = office.imports();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_row_becomes_an_account_with_everything_it_says() throws IOException {
        ImportReport report =
                run(
                        file(
                                Sample.row()
                                        .with("phone1_consent", "Y")
                                        .with("cosigner1_full_name", "Bob Example")
                                        .with("cosigner1_phone", "614-555-0109")
                                        .with("dispute", "Y")
                                        .with("cease", "Y")));

        assertThat(report.ending()).isEqualTo(Ending.IMPORTED);
        assertThat(report.tally().accepted()).isEqualTo(1);
        assertThat(report.tally().placedMinor()).isEqualTo(11_000);
        assertThat(report.tally().holds()).isEqualTo(2);
        assertThat(count(CONSUMER)).isEqualTo(2);
        assertThat(count(ACCOUNT_PARTY)).isEqualTo(2);
        assertThat(count(PHONE)).isEqualTo(2);
        assertThat(count(ADDRESS)).isEqualTo(2);
        assertThat(count(CONSENT)).isEqualTo(1);
        assertThat(count(BALANCE_ENTRY)).isEqualTo(3);
        long balance =
                database.transact(tx ->
                        tx.select(ACCOUNT.BALANCE_MINOR).from(ACCOUNT).fetchSingle().value1());
        assertThat(balance).isEqualTo(11_000);
    }

    @Test
    void the_same_file_changes_nothing_the_second_time() throws IOException {
        Path file = file(Sample.row());
        run(file);

        ImportReport again = run(file);

        assertThat(count(AUDIT_ENTRY)).isEqualTo(2);
        assertThat(again.ending()).isEqualTo(Ending.KNOWN);
        assertThat(again.startedAt()).isEqualTo(CLOCK.instant());
        assertThat(again.tally().accepted()).isEqualTo(1);
        assertThat(count(ACCOUNT)).isEqualTo(1);
    }

    @Test
    void rejected_rows_are_tried_again_only_when_they_would_be_read_in_another_way()
            throws IOException {
        Path file =
                file(
                        Sample.row(),
                        Sample.row().with("account_number", "A-2").with("debt_type", "Visa!"));
        assertThat(run(file).tally().rejected()).isEqualTo(1);
        assertThat(run(file).ending()).isEqualTo(Ending.KNOWN);

        Mapping translating =
                MappingJson.read("{\"translations\": {\"debt_type\": {\"Visa!\": \"CARD\"}}}");
        ImportReport again = imports.run(request(file).with(translating), Progress.UNHEARD);

        assertThat(again.ending()).isEqualTo(Ending.RETRIED);
        assertThat(counts(again)).containsExactly(1L, 1L, 0L);
        assertThat(count(ACCOUNT)).isEqualTo(2);
        assertThat(count(IMPORT_RUN)).isEqualTo(2);
        assertThat(rejects(again)).isEmpty();
        assertThat(run(file).ending()).isEqualTo(Ending.KNOWN);
    }

    @Test
    void a_known_account_is_a_duplicate_whose_new_restrictions_count() throws IOException {
        run(file(Sample.row()));

        ImportReport later = run(file(Sample.row().with("city", "Dublin").with("cease", "Y")));

        assertThat(later.tally().duplicates()).isEqualTo(1);
        assertThat(later.tally().accepted()).isZero();
        assertThat(count(ACCOUNT)).isEqualTo(1);
        assertThat(count(ADDRESS)).isEqualTo(1);
        assertThat(count(HOLD)).isEqualTo(1);
    }

    @Test
    void an_account_that_stands_in_the_file_twice_is_rejected_once() throws IOException {
        ImportReport report = run(file(Sample.row(), Sample.row().with("city", "Dublin")));

        assertThat(report.tally().accepted()).isEqualTo(1);
        assertThat(report.tally().rejected()).isEqualTo(1);
        assertThat(rejects(report))
                .containsExactly(
                        "row,field,value,reason,mend",
                        "3,account_number,A-1,stands in the file twice,the first row was taken;"
                                + " correct the"
                                + " number or leave this row out");
    }

    @Test
    void every_fault_stands_in_the_table_and_in_the_file_beside_the_input() throws IOException {
        ImportReport report =
                run(
                        file(
                                Sample.row().with("zip", "90210").with("debt_type", "=1+1"),
                                Sample.row()));

        assertThat(count(IMPORT_REJECT)).isEqualTo(2);
        assertThat(rejects(report))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains("'=1+1"));
        assertThat(report.tally().accepted()).isEqualTo(1);
    }

    @Test
    void a_dry_run_reports_the_same_and_writes_nothing() throws IOException {
        run(file(Sample.row().with("account_number", "A-0")));
        Path file =
                file(
                        Sample.row().with("account_number", "A-0"),
                        Sample.row(),
                        Sample.row(),
                        Sample.row().with("account_number", "A-2").with("zip", ""));

        ImportReport dry = imports.run(request(file).dry(), Progress.UNHEARD);

        assertThat(dry.ending()).isEqualTo(Ending.DRY_RUN);
        assertThat(counts(dry)).containsExactly(1L, 1L, 2L);
        assertThat(rejects(dry)).hasSize(3);
        assertThat(count(ACCOUNT)).isEqualTo(1);
        assertThat(count(IMPORT_RUN)).isEqualTo(1);
        assertThat(counts(run(file))).isEqualTo(counts(dry));
    }

    @Test
    void the_same_person_is_known_again_by_identity_or_by_household() throws IOException {
        Sample first = Sample.row().with("born_on", "1980-02-03").with("ssn", "4320");
        ImportReport report =
                run(
                        file(
                                first,
                                Sample.row().with("account_number", "A-2"),
                                Sample.row()
                                        .with("account_number", "A-3")
                                        .with("born_on", "1980-02-03")
                                        .with("ssn", "4320")
                                        .with("phone1", "614-555-0177")
                                        .with("address1", "9 Other Rd"),
                                Sample.row().with("account_number", "A-4").with("ssn", "9999"),
                                Sample.row().with("account_number", "A-5").with("suffix", "Jr")));
        run(file(Sample.row().with("account_number", "A-6")));

        assertThat(report.tally().linked()).isEqualTo(2);
        Set<String> ofFirst =
                database.transact(tx ->
                        tx.select(ACCOUNT.CLIENT_ACCOUNT_NUMBER)
                                .from(ACCOUNT)
                                .where(
                                        ACCOUNT.CONSUMER_ID.eq(
                                                DSL.select(DSL.min(CONSUMER.ID)).from(CONSUMER)))
                                .fetchSet(ACCOUNT.CLIENT_ACCOUNT_NUMBER));
        assertThat(ofFirst).containsExactlyInAnyOrder("A-1", "A-2", "A-3", "A-6");
        assertThat(count(CONSUMER)).isEqualTo(3);
    }

    @Test
    void an_import_cut_short_goes_on_where_it_stopped() {
        Path file = PlacementFiles.sound(directory.resolve("big.csv"), 3_500, 7);
        Progress cut =
                (tally, rows) -> {
                    if (tally.rowsDone() >= 2_000) {
                        throw new IllegalStateException("cut");
                    }
                };

        assertThatThrownBy(() -> imports.run(request(file), cut)).hasMessage("cut");
        assertThat(count(ACCOUNT)).isIn(2_000, 3_000);
        ImportReport rest = run(file);

        assertThat(rest.ending()).isEqualTo(Ending.RESUMED);
        assertThat(rest.tally().accepted()).isEqualTo(3_500);
        assertThat(count(ACCOUNT)).isEqualTo(3_500);
    }

    @Test
    void progress_of_the_rest_counts_the_rows_of_the_whole_file() {
        Path file = cutShort();
        List<String> heard = new ArrayList<>();
        imports.run(request(file), (tally, rows) -> heard.add(tally.rowsDone() + " of " + rows));
        assertThat(heard).last().isEqualTo("3500 of 3500");
        assertThat(heard).allMatch(line -> line.endsWith(" of 3500"));
        assertThat(heard).hasSizeBetween(1, 2);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    portfolio | practice | mapping                   | sentence
                    Elsewhere | true     | {}                        | began with --portfolio "big"
                    ''        | false    | {}                        | began with --practice;
                    ''        | true     | {"amounts":"minor_units"} | began with another mapping
                    """)
    void what_was_cut_short_is_not_finished_with_other_options(
            String portfolio, boolean practice, String mapping, String sentence) {
        Path file = cutShort();
        int rows = count(ACCOUNT);
        ImportRequest other =
                new ImportRequest(
                        file,
                        "big.csv",
                        "First Example Bank",
                        portfolio,
                        MappingJson.read(mapping),
                        ImportRequest.Effect.IMPORT,
                        false,
                        practice);

        assertThatThrownBy(() -> imports.run(other, Progress.UNHEARD))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("was cut short after")
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> imports.run(other.dry(), Progress.UNHEARD))
                .hasMessageContaining(sentence);
        assertThat(count(ACCOUNT)).isEqualTo(rows);
        assertThat(count(PORTFOLIO)).isEqualTo(1);
        assertThat(run(file).tally().accepted()).isEqualTo(3_500);
    }

    @Test
    void the_rest_is_read_as_it_was_begun_whatever_the_client_agreed_on_since() {
        Path file = cutShort();
        office.save(
                "First Example Bank",
                MappingJson.read("{\"amounts\": \"minor_units\", \"header\": false}"));
        ImportReport rest = run(file);
        assertThat(rest.ending()).isEqualTo(Ending.RESUMED);
        assertThat(rest.tally().accepted()).isEqualTo(3_500);
    }

    /// A file of 3,500 rows of which the first two or three thousand are in.
    private Path cutShort() {
        Path file = PlacementFiles.sound(directory.resolve("big.csv"), 3_500, 7);
        assertThatThrownBy(() ->
                        imports.run(
                                request(file),
                                (tally, rows) -> {
                                    if (tally.rowsDone() >= 2_000) {
                                        throw new IllegalStateException("cut");
                                    }
                                }))
                .hasMessage("cut");
        return file;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void every_row_is_accepted_a_duplicate_or_rejected_with_a_reason(long seed) throws IOException {
        SplittableRandom chance = new SplittableRandom(seed);
        List<String> lines = new ArrayList<>(List.of(String.join(",", PlacementFiles.HEADER)));
        for (int i = 0; i < 1_500; i++) {
            lines.add(damaged(PlacementFiles.row(chance.nextInt(1_200), chance), chance));
        }
        Path file = Files.write(directory.resolve("seed" + seed + ".csv"), lines);

        Tally tally = run(file).tally();

        assertThat(tally.rowsDone()).isEqualTo(1_500);
        assertThat(tally.accepted() + tally.duplicates() + tally.rejected()).isEqualTo(1_500);
        assertThat(count(ACCOUNT)).isEqualTo((int) tally.accepted());
        int rejected =
                database.transact(tx ->
                        tx.select(DSL.countDistinct(IMPORT_REJECT.ROW_NUMBER))
                                .from(IMPORT_REJECT)
                                .fetchSingle()
                                .value1());
        assertThat(rejected).isEqualTo((int) tally.rejected());
    }

    /// One cell in three rows is lost, spoiled or split.
    private static String damaged(String row, SplittableRandom chance) {
        List<String> cells = new ArrayList<>(List.of(row.split(",", -1)));
        if (chance.nextInt(3) == 0) {
            String[] damage = {"", "?", "-1", "x,y", "'; DROP TABLE", "\\N", "\t", "9999999999999"};
            cells.set(chance.nextInt(cells.size()), damage[chance.nextInt(damage.length)]);
        }
        return String.join(",", cells);
    }

    @Test
    void says_in_one_line_what_is_wrong_with_file_or_client() throws IOException {
        Path file = file(Sample.row());
        assertThatThrownBy(() -> imports.run(ImportRequest.of(file, "Nobody"), Progress.UNHEARD))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("there is no client \"Nobody\"");
        Path headerOnly = Files.writeString(directory.resolve("h.csv"), header());
        assertThatThrownBy(() -> run(headerOnly))
                .isInstanceOf(UnusableFile.class)
                .hasMessage(
                        "h.csv: the file has no rows after its header; ask the client to send it"
                                + " again");
    }

    private static String header() {
        return String.join(",", Sample.row().header()) + "\n";
    }

    private ImportReport run(Path file) {
        return imports.run(request(file), Progress.UNHEARD);
    }

    private static ImportRequest request(Path file) {
        return ImportRequest.of(file, "First Example Bank").ofPractice().withNewClient();
    }

    private Path file(Sample... rows) throws IOException {
        return TestOffice.file(directory, rows);
    }

    private static List<Long> counts(ImportReport report) {
        Tally tally = report.tally();
        return List.of(tally.accepted(), tally.duplicates(), tally.rejected());
    }

    private static List<String> rejects(ImportReport report) throws IOException {
        Path file = report.rejects();
        return file == null ? List.of() : Files.readAllLines(file);
    }

    private int count(Table<?> table) {
        return database.transact(tx -> tx.fetchCount(table));
    }
}
