package org.rightparty.dialer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.CLIENT;
import static org.rightparty.schema.generated.Tables.IMPORT_MAPPING;

import org.dhatim.fastexcel.Workbook;
import org.jooq.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.placement.Sample;
import org.rightparty.dialer.placement.postgres.TestOffice;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// The import command as the shell calls it.
final class ImportCommandTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-06-15T12:00:00Z"));

    @TempDir Path directory;
    private final Database database = TestDatabase.fresh();
    private final TestOffice office = new TestOffice(database, CLOCK);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void ends_with_0_when_every_row_was_used() throws IOException {
        Said said = run(file("sound"), "--client", "Bank", "--new-client", "--practice");
        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text()).contains("Imported placement", "for Bank", "accepted", "110.00");
        assertThat(count(ACCOUNT)).isEqualTo(1);
    }

    @Test
    void ends_with_0_when_every_row_was_here_already() throws IOException {
        Path file = file("sound");
        run(file, "--client", "Bank", "--new-client", "--practice");
        Said again = run(file, "--client", "Bank", "--practice");
        assertThat(again.code()).isZero();
        assertThat(again.out())
                .startsWith("This file was imported already at 2026-06-15T12:00:00Z; nothing was")
                .contains("\nThe result of that import:\n  rows ")
                .doesNotContain("\nImported", "seconds");
        Said inAnotherFile = run(file("longer"), "--client", "Bank", "--practice");
        assertThat(inAnotherFile.code()).isZero();
        assertThat(count(ACCOUNT)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"'', 1, 1", "--dry-run, 1, 0"})
    void ends_with_1_when_rows_were_rejected_and_says_where_they_stand(
            String option, int code, int accounts) throws IOException {
        Path file = file("half");
        Said said = run(file, "--client", "Bank", "--new-client", "--practice", option);
        assertThat(said.code()).as(said.text()).isEqualTo(code);
        assertThat(said.text()).contains(file + ".rejects.csv");
        assertThat(Files.readAllLines(Path.of(file + ".rejects.csv")))
                .containsExactly(
                        "row,field,value,reason,mend",
                        "3,zip,X,not a ZIP code,\"write five digits, or nine with a hyphen\"");
        assertThat(count(ACCOUNT)).isEqualTo(accounts);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    file      | options                          | says
                    sound     | --client Nobody                  | enter it with --new-client
                    sound     | --client Nobody --dry-run        | enter it with --new-client
                    missing   | --client B --new-client          | no such file
                    empty     | --client B --new-client          | the file is empty
                    headless  | --client B --new-client          | no column for
                    unquoted  | --client B --new-client          | row 3 cannot be read
                    sound     | --client B --new-client --mapping broken  | not JSON at line
                    sound     | --client B --new-client --mapping unknown | colums
                    sound     | --client B --new-client --mapping nowhere | cannot be read
                    sound     | --client B --mapping column --new-client  | "Acct"
                    sound     |                                  | Missing required option
                    """)
    void ends_with_2_when_file_mapping_or_client_cannot_be_used_and_writes_nothing(
            String file, String options, String says) throws IOException {
        List<String> arguments = new ArrayList<>();
        for (String word : options == null ? new String[0] : options.split(" ")) {
            boolean mapping = !arguments.isEmpty() && arguments.getLast().equals("--mapping");
            arguments.add(mapping ? mapping(word).toString() : word);
        }
        Said said = run(file(file), arguments.toArray(String[]::new));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith("rightparty: ").contains(says).hasLineCount(1);
        assertThat(count(CLIENT)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--dry-run"})
    void a_file_beside_which_no_rejects_can_be_written_is_refused_before_anything_is(String option)
            throws IOException {
        Path file = file("half");
        Files.createDirectory(Path.of(file + ".rejects.csv.part"));
        Said said = run(file, "--client", "Bank", "--new-client", "--practice", option);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text())
                .contains("no reject file can be written beside it", "copy it to a directory");
        assertThat(count(ACCOUNT)).isZero();
        assertThat(count(CLIENT)).isZero();
    }

    @Test
    void a_dry_run_says_which_file_it_wrote() throws IOException {
        Path file = file("half");
        String[] words = {"--client", "Bank", "--new-client", "--practice", "--dry-run"};
        assertThat(run(file, words).text())
                .contains("Checked, nothing imported: ")
                .contains(file + ".rejects.csv (the only file that this check wrote)\n");
        assertThat(run(file("sound"), words).text()).doesNotContain("rejects.csv");
    }

    @ParameterizedTest
    @CsvSource({
        "lacking, '', not a readable .xlsx workbook",
        "lacking, --dry-run, not a readable .xlsx workbook",
        "lacking, --preview, not a readable .xlsx workbook",
        "cut, '', the sheet cannot be read to its end",
        "cut, --preview, the sheet cannot be read to its end"
    })
    void a_broken_workbook_is_told_with_its_name(String file, String option, String says)
            throws IOException {
        Said said = run(file(file), "--client", "Bank", "--new-client", option);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .isEqualTo(
                        "rightparty: %s.xlsx: %s; open and save it again in Excel\n"
                                .formatted(file, says));
        assertThat(count(CLIENT)).isZero();
    }

    @Test
    void a_dry_run_needs_no_client_that_is_to_be_entered() throws IOException {
        Said said =
                run(file("sound"), "--client", "Bank", "--new-client", "--practice", "--dry-run");
        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text()).contains("Checked, nothing imported", "for Bank");
        assertThat(count(CLIENT)).isZero();
    }

    @Test
    void rows_rejected_for_a_forgotten_option_are_tried_again_with_it() throws IOException {
        Path file = file("sound");
        Said forgotten = run(file, "--client", "Bank", "--new-client");
        assertThat(forgotten.code()).isEqualTo(1);
        assertThat(Files.readString(Path.of(file + ".rejects.csv"))).contains("--practice");
        Said same = run(file, "--client", "Bank");
        assertThat(same.text())
                .contains("nothing was changed", "another --mapping, or with --practice");
        Said foreseen = run(file, "--client", "Bank", "--practice", "--dry-run");
        assertThat(foreseen.text()).contains("an import would try its rejected rows again");
        assertThat(count(ACCOUNT)).isZero();
        Said mended = run(file, "--client", "Bank", "--practice");
        assertThat(mended.code()).as(mended.text()).isZero();
        assertThat(mended.text()).contains("rejected rows were tried again");
        assertThat(count(ACCOUNT)).isEqualTo(1);
        Said then = run(file, "--client", "Bank", "--practice", "--dry-run");
        assertThat(then.text()).contains("an import would change nothing");
    }

    @Test
    void rows_rejected_for_another_reason_are_not_said_to_lack_an_option_that_was_given()
            throws IOException {
        Path file = file("half");
        run(file, "--client", "Bank", "--new-client", "--practice");
        Said again = run(file, "--client", "Bank", "--practice");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.text())
                .contains("nothing was changed", "mend them in a new file", "another --mapping.")
                .doesNotContain("--practice");
    }

    @Test
    void a_missing_file_is_told_before_a_database_is_opened() {
        Said said =
                Said.of(
                        Commands.all(
                                _ -> {
                                    throw new AssertionError("opened a database");
                                },
                                _ -> new TestAdministration(database)),
                        "import",
                        "none.csv",
                        "--client",
                        "Nobody");
        assertThat(said)
                .isEqualTo(
                        new Said(
                                2,
                                "",
                                "rightparty: none.csv: there is no such file; check the path\n"));
    }

    @Test
    void a_preview_ends_with_0_and_writes_nothing() throws IOException {
        Said said = run(file("half"), "--client", "Bank", "--preview", "--practice");
        assertThat(said.code()).isZero();
        assertThat(said.text())
                .contains("Columns: account_number", "row 3:", "    zip: not a ZIP code")
                .contains("change it, and give it with --mapping FILE (docs/placement-files.md)");
        Path given = mapping("good");
        Said mapped = run(file("half"), "--client", "Bank", "--preview", "--mapping", given + "");
        assertThat(mapped.code()).isZero();
        assertThat(mapped.text()).doesNotContain("--mapping");
        assertThat(count(CLIENT)).isZero();
    }

    @Test
    void a_preview_shows_every_fault_beside_a_number_that_nobody_can_have() throws IOException {
        Sample row = Sample.row().with("phone1_type", "pigeon").with("phone1_place", "moon");
        Path file = TestOffice.file(directory, row);
        Said preview = run(file, "--client", "Bank", "--preview");
        assertThat(preview.text())
                .contains(
                        "    phone1: a number that nobody", "    phone1_type: ", "phone1_place: ");
        run(file, "--client", "Bank", "--new-client");
        assertThat(Files.readString(Path.of(file + ".rejects.csv")))
                .contains("phone1,", "phone1_type,pigeon,", "phone1_place,moon,");
    }

    @Test
    void a_preview_shows_an_account_that_stands_twice_unless_it_is_here() throws IOException {
        Path file = TestOffice.file(directory, Sample.row(), Sample.row().with("suffix", "Jr"));
        String[] words = {"--client", "Bank", "--new-client", "--practice"};
        Said preview = run(file, with(List.of(words), "--preview"));
        assertThat(preview.text()).contains("    account_number: ");
        run(file("sound"), words);
        Said later = run(file, with(List.of(words), "--preview"));
        assertThat(later.text()).doesNotContain("    account_number: ");
    }

    @Test
    void a_consent_that_is_no_news_is_counted_in_the_report() throws IOException {
        Sample row =
                Sample.row()
                        .with("phone1_consent", "Y")
                        .with("phone1_consent_date", "2026-03-01")
                        .with("email1", "ada@example.com")
                        .with("email1_consent", "N");
        String[] words = {"--client", "Bank", "--new-client", "--practice"};
        Said first = run(TestOffice.file(directory, row), words);
        assertThat(first.text()).containsPattern("consents that changed nothing +0\n");
        Path file = TestOffice.file(directory, row.with("suffix", "Jr"));
        assertThat(run(file, with(List.of(words), "--dry-run")).text()).doesNotContain("consents");
        assertThat(run(file, words).text()).containsPattern("consents that changed nothing +2\n");
        assertThat(run(file, words).text()).containsPattern("consents that changed nothing +2\n");
    }

    @Test
    void a_mapping_is_saved_only_when_asked_and_never_by_a_dry_run() throws IOException {
        String mapping = mapping("good").toString();
        Path file = file("sound");
        List<String> words = List.of("--client", "Bank", "--practice", "--mapping", mapping);
        run(file, with(words, "--new-client"));
        run(file, with(words, "--save-mapping", "--dry-run"));
        assertThat(count(IMPORT_MAPPING)).isZero();
        run(file, with(words, "--save-mapping"));
        assertThat(count(IMPORT_MAPPING)).isEqualTo(1);
    }

    private static String[] with(List<String> words, String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private Path mapping(String name) throws IOException {
        String text =
                switch (name) {
                    case "broken" -> "{";
                    case "unknown" -> "{\"colums\": {}}";
                    case "column" -> "{\"columns\": {\"account_number\": \"Acct\"}}";
                    default -> "{\"amounts\": \"dollars\"}";
                };
        Path file = directory.resolve(name + ".json");
        return name.equals("nowhere") ? file : Files.writeString(file, text);
    }

    private Path file(String name) throws IOException {
        Sample bad = Sample.row().with("account_number", "A-2").with("zip", "X");
        Path empty = Files.createTempFile(directory, "placement", ".csv");
        return switch (name) {
            case "sound" -> TestOffice.file(directory, Sample.row());
            case "longer" -> TestOffice.file(directory, Sample.row().with("suffix", "Jr"));
            case "half" -> TestOffice.file(directory, Sample.row(), bad);
            case "headless" -> Files.writeString(empty, "account_number\nA-1\n");
            case "unquoted" ->
                    Files.writeString(empty, TestOffice.csv(Sample.row()) + "\"A-2,open\n");
            case "missing" -> directory.resolve("missing.csv");
            case "lacking", "cut" -> broken(name);
            default -> empty;
        };
    }

    /// A workbook without its sheet, or with the first half of it.
    private Path broken(String name) throws IOException {
        Path file = directory.resolve(name + ".xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("June").value(0, 0, "account_number");
        }
        try (FileSystem parts = FileSystems.newFileSystem(file)) {
            Path sheet = parts.getPath("/xl/worksheets/sheet1.xml");
            String whole = Files.readString(sheet);
            if (name.equals("cut")) {
                Files.writeString(sheet, whole.substring(0, whole.indexOf("</row>")));
            } else {
                Files.delete(sheet);
            }
        }
        return file;
    }

    private Said run(Path file, String... options) {
        List<String> words = new ArrayList<>(List.of("import", file.toString()));
        List.of(options).stream().filter(word -> !word.isEmpty()).forEach(words::add);
        return Said.of(
                Commands.all(
                        _ -> new KeptOpen(office), _ -> new TestAdministration(office.database())),
                words.toArray(String[]::new));
    }

    private int count(Table<?> table) {
        return database.transact(tx -> tx.fetchCount(table));
    }
}
