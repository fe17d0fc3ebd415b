package org.rightparty.dialer.placement.web;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.console.administration.By;
import org.rightparty.console.administration.CampaignBook.Draft;
import org.rightparty.console.administration.CampaignBook.Settings;
import org.rightparty.console.fakes.ConsoleFixture;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.placement.file.ImportReport;
import org.rightparty.dialer.placement.file.ImportRequest;
import org.rightparty.dialer.placement.file.MappingJson;
import org.rightparty.dialer.placement.file.PlacementImport.Progress;
import org.rightparty.dialer.placement.postgres.TestOffice;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneNumber;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The examples of `docs/placement-files.md`, as they stand there.
final class PlacementDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/placement-files.md");
    private static final Path EXAMPLE = Path.of("../docs/examples/placement.csv");
    private static final String UNTIL_DONE =
            """
            until curl --silent --cookie session $at/api/placements/1 | grep -q '"kind":"done"'
            do sleep 0.2
            done
            """;
    private static final String SHOWN = "curl --silent --cookie session $at/api/placements/1\n";
    private static final Draft CARDS =
            new Draft(
                    "Cards",
                    Mode.PROGRESSIVE,
                    new Settings(new PhoneNumber("+12025550100"), 25, false, false, 45),
                    List.of());
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-06-15T12:00:00Z"));

    @TempDir Path directory;
    private final Database database = TestDatabase.fresh();
    private final TestOffice office = new TestOffice(database, CLOCK);

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({"csv, 0, 133820", "text, 1, 133820"})
    void a_mapping_reads_the_file_beside_it(String kind, int mapping, long cents)
            throws IOException {
        Path file = Files.writeString(directory.resolve("p." + kind), blocks(kind).getFirst());
        ImportReport report =
                office.imports()
                        .run(
                                ImportRequest.of(file, "Northbank")
                                        .ofPractice()
                                        .withNewClient()
                                        .with(MappingJson.read(blocks("json").get(mapping))),
                                Progress.UNHEARD);
        assertThat(report.tally().accepted()).as("%s", report.tally()).isEqualTo(2);
        assertThat(report.tally().placedMinor()).isEqualTo(cents);
    }

    @Test
    void the_example_file_is_accepted_whole() throws IOException {
        Path file = Files.copy(EXAMPLE, directory.resolve("placement.csv"));
        ImportReport report =
                office.imports()
                        .run(
                                ImportRequest.of(file, "Northbank").ofPractice().withNewClient(),
                                Progress.UNHEARD);
        assertThat(report.tally().accepted()).isEqualTo(5);
        assertThat(report.tally().uncallable()).isZero();
    }

    @Test
    void the_upload_works_as_it_is_written() throws Exception {
        try (ConsoleFixture console = console()) {
            Files.copy(EXAMPLE, directory.resolve("placement.csv"));
            assertThat(run(at(console, blocks("sh").getFirst() + UNTIL_DONE)))
                    .contains("{\"job\":1}", "\"kind\":\"");
        }
    }

    @Test
    void a_new_clients_own_columns_come_with_the_upload_as_it_is_written() throws Exception {
        office.campaigns().add(CARDS, By.command(CLOCK.instant()));
        try (ConsoleFixture console = console()) {
            Files.writeString(directory.resolve("placement.csv"), blocks("csv").getFirst());
            Files.writeString(directory.resolve("mapping.json"), blocks("json").getFirst());
            String logIn = blocks("sh").getFirst().lines().limit(2).collect(joining("\n")) + "\n";
            String said = run(at(console, logIn + blocks("sh").get(1) + UNTIL_DONE + SHOWN));
            assertThat(said)
                    .contains("{\"job\":1}", "windows-1252", "\"accepted\":2", "[\"Cards\"]");
        }
    }

    private ConsoleFixture console() throws IOException {
        Files.writeString(
                directory.resolve("log-in.json"),
                "{\"login\": \"supervisor\", \"password\": \"%s\"}"
                        .formatted(ConsoleFixture.PASSWORD));
        return ConsoleFixture.with(
                new PlacementRoutes(
                        office.imports(),
                        office.book(),
                        office.campaigns(),
                        directory.resolve("uploads"),
                        CLOCK));
    }

    private static String at(ConsoleFixture console, String script) {
        return script.replace("localhost:8080", "localhost:" + console.port());
    }

    private String run(String script) throws Exception {
        Process shell =
                new ProcessBuilder("sh", "-e", "-c", script)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(shell.getInputStream().readAllBytes(), UTF_8);
        assertThat(shell.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).as(said).isZero();
        return said;
    }

    /// The blocks of that language, in order.
    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(DOCUMENT))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }
}
