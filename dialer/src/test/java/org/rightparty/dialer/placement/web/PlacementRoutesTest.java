package org.rightparty.dialer.placement.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.CAMPAIGN_PORTFOLIO;
import static org.rightparty.schema.generated.Tables.CLIENT;
import static org.rightparty.schema.generated.Tables.IMPORT_MAPPING;
import static org.rightparty.schema.generated.Tables.IMPORT_RUN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightparty.console.administration.By;
import org.rightparty.console.administration.CampaignBook.Draft;
import org.rightparty.console.administration.CampaignBook.Settings;
import org.rightparty.console.fakes.ConsoleFixture;
import org.rightparty.console.web.ConsoleClient;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.placement.Sample;
import org.rightparty.dialer.placement.postgres.TestOffice;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneNumber;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Placement files over HTTP: the console's own server in front of real tables.
final class PlacementRoutesTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-06-15T12:00:00Z"));
    private static final String BANK = "First+Example+Bank";
    private static final String NEW_BANK = BANK + "&newClient=true&practice=true";

    @TempDir Path directory;
    private final Database database = TestDatabase.fresh();
    private final TestOffice office = new TestOffice(database, CLOCK);
    private @Nullable ConsoleFixture console;
    private @Nullable ConsoleClient supervisor;

    private ConsoleClient supervisor() {
        ConsoleClient known = supervisor;
        if (known == null) {
            ConsoleFixture opened = ConsoleFixture.with(routes());
            known = ConsoleClient.of(opened.port(), "supervisor");
            console = opened;
            supervisor = known;
        }
        return known;
    }

    private PlacementRoutes routes() {
        return new PlacementRoutes(
                office.imports(),
                office.book(),
                office.campaigns(),
                directory.resolve("uploads"),
                CLOCK);
    }

    @AfterEach
    void close() {
        if (console != null) {
            console.close();
        }
        office.close();
    }

    private static Sample bad() {
        return Sample.row().with("account_number", "A-2").with("zip", "X");
    }

    @Test
    void an_upload_becomes_accounts_and_says_which_rows_it_refused() {
        JsonNode done = uploaded("?name=june.csv&client=" + NEW_BANK, Sample.row(), bad());

        assertThat(done.at("/kind").asText()).isEqualTo("done");
        assertThat(done.at("/ending").asText()).isEqualTo("IMPORTED");
        assertThat(done.at("/client").asText()).isEqualTo("First Example Bank");
        assertThat(done.at("/portfolio").asText()).isEqualTo("june");
        assertThat(done.at("/file").asText()).isEqualTo("june.csv");
        assertThat(counts(done)).containsExactly(2, 1, 0, 1);
        assertThat(done.at("/placedMinor").asLong()).isEqualTo(11_000);
        assertThat(done.at("/filled/PHONE").asInt()).isEqualTo(1);
        assertThat(count(ACCOUNT)).isEqualTo(1);
        HttpResponse<String> rejects = rejects(done);
        assertThat(rejects.body())
                .isEqualTo(
                        "row,field,value,reason,mend\r\n"
                                + "3,zip,X,not a ZIP code,\"write five digits, or nine with a"
                                + " hyphen\"\r\n");
        assertThat(rejects.headers().firstValue("content-disposition"))
                .contains("attachment; filename=\"rejects.csv\"");
    }

    @Test
    void the_same_upload_changes_nothing_and_shows_its_rejects_again() {
        JsonNode first = uploaded("?client=" + NEW_BANK, Sample.row(), bad());
        JsonNode again = uploaded("?client=" + NEW_BANK, Sample.row(), bad());

        assertThat(again.at("/ending").asText()).isEqualTo("KNOWN");
        assertThat(again.at("/startedAt").asText()).isEqualTo(CLOCK.instant().toString());
        assertThat(counts(again)).isEqualTo(counts(first));
        assertThat(rejects(again).body()).isEqualTo(rejects(first).body());
        assertThat(count(ACCOUNT)).isEqualTo(1);
        assertThat(count(IMPORT_RUN)).isEqualTo(1);
    }

    @Test
    void a_dry_run_counts_the_same_and_writes_nothing_not_even_the_client() {
        JsonNode dry = uploaded("?dryRun=true&client=" + NEW_BANK, Sample.row(), bad());

        assertThat(dry.at("/ending").asText()).isEqualTo("DRY_RUN");
        assertThat(counts(dry)).containsExactly(2, 1, 0, 1);
        assertThat(rejects(dry).body()).contains("3,zip,X,");
        assertThat(Stream.of(ACCOUNT, CLIENT, IMPORT_RUN).map(this::count)).containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    query                              | file      | sentence
                    ?client=Nobody                     | sound     | there is no client "Nobody"
                    ?newClient=true&client=New&name=f  | headeronly| f: the file has no rows
                    ?newClient=true&client=New&name=f  | empty     | f: the file is empty
                    ?newClient=true&client=New&name=f  | unquoted  | f: row 3 cannot be read
                    ?newClient=true&client=New&name=f  | columns   | f: no column for
                    """)
    void an_unusable_upload_says_why_and_writes_nothing(
            String query, String file, String sentence) {
        JsonNode failed = uploaded(query, content(file));

        assertThat(failed.at("/kind").asText()).isEqualTo("failed");
        assertThat(failed.at("/sentence").asText()).contains(sentence);
        assertThat(count(CLIENT)).isZero();
        assertThat(get("/" + failed.at("/job").asText() + "/rejects").statusCode()).isEqualTo(404);
    }

    private static String content(String file) {
        String sound = TestOffice.csv(Sample.row());
        return switch (file) {
            case "headeronly" -> sound.lines().findFirst().orElseThrow() + "\n";
            case "empty" -> "";
            case "unquoted" -> sound + "\"A-2,open\n";
            case "columns" -> "account_number,phone\nA-1,6145550101\n";
            default -> sound;
        };
    }

    @Test
    void without_the_mark_of_practice_a_fictional_number_is_refused() {
        JsonNode done = uploaded("?newClient=true&client=" + BANK, Sample.row());

        assertThat(counts(done)).containsExactly(1, 0, 0, 1);
        assertThat(rejects(done).body()).contains("2,phone1,(614) 555-0101,");
    }

    @Test
    void a_preview_shows_how_rows_would_be_read_and_keeps_what_is_secret() {
        JsonNode preview =
                json(
                        post(
                                "/preview?practice=true&client=Nobody",
                                TestOffice.csv(
                                        Sample.row().with("national_id", "987-65-4320"), bad())));

        assertThat(preview.at("/description").asText()).contains("UTF-8");
        assertThat(preview.at("/header/0").asText()).isEqualTo("account_number");
        assertThat(preview.at("/missing")).isEmpty();
        assertThat(preview.at("/lines/0/values/family_name").asText()).isEqualTo("Example");
        assertThat(preview.at("/lines/0/faults")).isEmpty();
        assertThat(preview.at("/lines/1/row").asInt()).isEqualTo(3);
        assertThat(preview.at("/lines/1/faults/0/field").asText()).isEqualTo("zip");
        assertThat(preview.toString()).contains("•••").doesNotContain("4320");
        assertThat(count(CLIENT)).isZero();
    }

    @Test
    void a_preview_shows_fifty_rows_and_names_the_columns_it_misses() {
        StringBuilder text = new StringBuilder("account_number,family_name\n");
        for (int i = 0; i < 60; i++) {
            text.append("A-").append(i).append(",Example\n");
        }
        JsonNode preview = json(post("/preview?client=Nobody", text.toString()));

        assertThat(preview.at("/lines")).hasSize(50);
        assertThat(preview.at("/missing").toString()).contains("\"balance\"", "\"zip\"");
    }

    @Test
    void a_preview_of_no_table_is_refused_in_words() {
        HttpResponse<String> answer = post("/preview?client=Nobody&name=f.csv", "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/code").asText()).isEqualTo("UNUSABLE");
        assertThat(json(answer).at("/sentence").asText()).startsWith("f.csv: the file is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/1", "/1/rejects", "/x", "/9999999999999999", "/-1/rejects"})
    void an_unknown_job_is_not_found(String path) {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void a_saved_mapping_reads_the_clients_next_file() {
        uploaded("?client=" + NEW_BANK, Sample.row());
        String mapping =
                """
                {"format": "csv", "delimiter": ";", "charset": "windows-1252", "columns":
                  {"account_number": "Konto", "family_name": 2, "address1": 3, "city": 4,
                   "state": 5, "zip": 6, "balance": 7, "itemization_amount": 7,
                   "itemization_date": 8},
                 "amounts": "decimal_comma", "dateFormats": ["dd.MM.yyyy"],
                 "defaults": {"debt_type": "CARD", "itemization_type": "CHARGE_OFF",
                   "original_creditor": "B", "current_creditor": "B"}}
                """;
        assertThat(put("/mappings/" + BANK.replace("+", "%20"), mapping).statusCode())
                .isEqualTo(204);
        assertThat(get("/mappings/" + BANK.replace("+", "%20")).body()).contains("Konto");

        String text =
                """
                Konto;Name;Street;City;St;Zip;Saldo;Stand
                K-7;Peña;"1 Main St; rear";Columbus;OH;43004;1.234,56;31.01.2026
                """;
        byte[] bytes = text.getBytes(Charset.forName("windows-1252"));
        JsonNode done = finished(started(bytes, "?client=" + BANK));

        assertThat(counts(done)).containsExactly(1, 1, 0, 0);
        assertThat(done.at("/placedMinor").asLong()).isEqualTo(123_456);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Nobody               | {}              | 404
                    First%20Example%20Bank | {"colums": {}} | 400
                    First%20Example%20Bank | {              | 400
                    """)
    void a_mapping_that_cannot_be_used_is_not_saved(String client, String mapping, int code) {
        uploaded("?client=" + NEW_BANK, Sample.row());
        assertThat(put("/mappings/" + client, mapping).statusCode()).isEqualTo(code);
        assertThat(get("/mappings/" + client).statusCode()).isEqualTo(404);
        assertThat(put("/mappings/" + client, "x".repeat((1 << 20) + 1)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void a_new_client_with_columns_of_its_own_is_entered_with_its_mapping() {
        String mapping = "{\"columns\": {\"account_number\": \"Acct\"}}";
        assertThat(put("/mappings/Never%20Seen", mapping).statusCode()).isEqualTo(404);
        assertThat(put("/mappings/Never%20Seen?newClient=true", "{").statusCode()).isEqualTo(400);
        assertThat(count(CLIENT)).isZero();
        for (int i = 0; i < 2; i++) {
            assertThat(put("/mappings/Never%20Seen?newClient=true", mapping).statusCode())
                    .isEqualTo(204);
        }
        assertThat(count(CLIENT)).isEqualTo(1);
        assertThat(get("/mappings/Never%20Seen").body()).contains("Acct");
    }

    @Test
    void a_mapping_may_come_with_the_upload() {
        String text = TestOffice.csv(Sample.row()).replace("account_number", "Acct");
        String given = "&mapping=" + URLEncoder.encode(columnsOf(text), StandardCharsets.UTF_8);

        JsonNode done = uploaded("?client=" + NEW_BANK + given, text);

        assertThat(counts(done)).containsExactly(1, 1, 0, 0);
        assertThat(count(IMPORT_MAPPING)).isZero();
        HttpResponse<String> broken = post("?client=" + NEW_BANK + "&mapping=%7B", text);
        assertThat(broken.body()).contains("the mapping is not JSON");
    }

    /// Every column under its own name, and `Acct` for the account number.
    private static String columnsOf(String csv) {
        String header = csv.lines().findFirst().orElseThrow();
        return Stream.of(header.split(","))
                .map(name ->
                        "\"%s\": \"%s\""
                                .formatted(name.equals("Acct") ? "account_number" : name, name))
                .collect(Collectors.joining(", ", "{\"columns\": {", "}}"));
    }

    @Test
    void a_named_campaign_dials_what_was_uploaded() {
        HttpResponse<String> unknown =
                post("?campaign=Cards&client=" + NEW_BANK, TestOffice.csv(Sample.row()));
        assertThat(unknown.body()).contains("there is no campaign \\\"Cards\\\"");
        office.campaigns()
                .add(
                        new Draft(
                                "Cards",
                                Mode.PROGRESSIVE,
                                new Settings(new PhoneNumber("+12025550100"), 25, false, false, 45),
                                List.of()),
                        By.command(CLOCK.instant()));

        uploaded("?dryRun=true&campaign=Cards&client=" + NEW_BANK, Sample.row());
        assertThat(count(CAMPAIGN_PORTFOLIO)).isZero();
        JsonNode done = uploaded("?campaign=Cards&client=" + NEW_BANK, Sample.row());
        assertThat(done.at("/dialedBy/0").asText()).isEqualTo("Cards");
        assertThat(count(CAMPAIGN_PORTFOLIO)).isEqualTo(1);
    }

    @Test
    void no_upload_outlives_its_import_and_no_reject_file_a_restart() throws IOException {
        uploaded("?client=" + NEW_BANK, Sample.row(), bad());
        assertThat(files()).singleElement().asString().endsWith(".upload.rejects.csv");
        routes();
        assertThat(files()).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("uploads"))) {
            return files.toList();
        }
    }

    private JsonNode uploaded(String query, Sample... rows) {
        return uploaded(query, TestOffice.csv(rows));
    }

    private JsonNode uploaded(String query, String text) {
        return finished(started(text.getBytes(StandardCharsets.UTF_8), query));
    }

    private String started(byte[] bytes, String query) {
        HttpResponse<String> answer =
                supervisor()
                        .send("POST", "/api/placements" + query, BodyPublishers.ofByteArray(bytes));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json(answer).at("/job").asText();
    }

    private JsonNode finished(String job) {
        await().until(() -> !json(get("/" + job)).at("/kind").asText().equals("running"));
        JsonNode ended = json(get("/" + job));
        ((ObjectNode) ended).put("job", job);
        return ended;
    }

    private HttpResponse<String> rejects(JsonNode done) {
        return get("/" + done.at("/job").asText() + "/rejects");
    }

    private HttpResponse<String> get(String path) {
        return supervisor().get("/api/placements" + path);
    }

    private HttpResponse<String> post(String path, String text) {
        return supervisor().post("/api/placements" + path, text);
    }

    private HttpResponse<String> put(String path, String text) {
        return supervisor().send("PUT", "/api/placements" + path, text);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return ConsoleClient.json(answer);
    }

    private static List<Integer> counts(JsonNode done) {
        Stream<String> names = Stream.of("rowsDone", "accepted", "duplicates", "rejected");
        return names.map(name -> done.at("/" + name).asInt()).toList();
    }

    private int count(Table<?> table) {
        return database.transact(tx -> tx.fetchCount(table));
    }
}
