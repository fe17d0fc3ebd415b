package org.rightparty.dialer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.database.Database;
import org.rightparty.dialer.cli.Commands;
import org.rightparty.dialer.robot.AgentRobot;
import org.rightparty.dialer.robot.RightpartyProcess;
import org.rightparty.dialer.robot.TestFloor;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The way of the README from an empty database to a recorded disposition, by the commands it
/// names, while the program runs.
final class NewcomerTest {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final Path EXAMPLE = Path.of("../docs/examples/placement.csv");

    /// The seed says who of the few people picks up: with this one somebody does.
    private static final String OWN =
            "rightparty { demo.load = false, practice { seed = 226, speed = 10 } }\n";

    @TempDir Path directory;

    @Test
    void own_accounts_come_from_an_empty_database_to_a_recorded_disposition() throws Exception {
        Path settings = Files.writeString(directory.resolve("own.conf"), OWN);
        String password =
                Files.writeString(directory.resolve("pw"), TestFloor.PASSWORD + "\n").toString();
        Path file = Files.copy(EXAMPLE, directory.resolve("placement.csv"));
        try (RightpartyProcess program = new RightpartyProcess(directory, settings)) {
            await("the greeting is whole")
                    .atMost(LONG)
                    .until(() -> program.output().contains("Ctrl-C stops everything"));
            assertThat(program.output())
                    .contains("not loaded", "0 led", "./rightparty user add LOGIN --role admin")
                    .doesNotContain("kept", "asterisk.restarted", "the password is");
            command("user", "add", "ada", "--role", "admin", "--password-file", password);
            command("user", "add", "bo", "--role", "agent", "--password-file", password);
            command(
                    List.of("campaign", "add", "Cards", "--mode", "progressive"),
                    List.of("--caller-id", "+12025550100"));
            String imported =
                    command(
                            List.of("import", file.toString(), "--client", "Northbank"),
                            List.of("--new-client", "--practice", "--campaign", "Cards"));
            assertThat(imported).contains("accepted", "Dialed by: Cards");
            assertThat(command("campaign", "show", "Cards"))
                    .containsPattern("accounts of campaign [0-9]+\n")
                    .contains("may be dialed now");
            String set = command("campaign", "set", "Cards", "--ring-seconds", "40");
            assertThat(set).contains("Cards: caller id +12025550100; rings 40 s at most");
            command("campaign", "start", "Cards");
            firstDisposition(program);
        }
    }

    /// Whatever the hour, it is noon where these people are.
    private void firstDisposition(RightpartyProcess program) {
        try (Database database = Database.open(config().database())) {
            TestFloor floor = new TestFloor(database);
            floor.atNoon();
            await("the order is taken up")
                    .atMost(LONG)
                    .until(() ->
                            floor.count("SELECT count(*) FROM campaign WHERE activity = 'RUNNING'")
                                    == 1);
            try (AgentRobot robot =
                    new AgentRobot(
                            program.address(),
                            "bo",
                            TestFloor.PASSWORD,
                            Duration.ofMillis(300),
                            (who, code, sentence) -> {})) {
                await("a recorded disposition")
                        .atMost(LONG)
                        .until(() -> floor.count("SELECT count(*) FROM disposition") > 0);
                assertThat(robot.reasons()).isNotEmpty();
            }
            assertThat(floor.column("SELECT DISTINCT ring_seconds::text FROM attempt"))
                    .containsExactly("40");
            assertThat(
                            floor.column(
                                    "SELECT DISTINCT actor FROM audit_entry"
                                            + " WHERE kind = 'campaign.ordered'"))
                    .containsExactly("command");
        }
    }

    private DialerConfig config() {
        return DialerConfig.read(
                Optional.empty(), Map.of("directory", directory.resolve("data").toString()));
    }

    private String command(List<String> first, List<String> rest) {
        return command(
                java.util.stream.Stream.concat(first.stream(), rest.stream())
                        .toArray(String[]::new));
    }

    private String command(String... words) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        String[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--data";
        all[words.length + 1] = directory.resolve("data").toString();
        int code =
                Commands.all(PlacementOffice::open, AdministrationOffice::open)
                        .setOut(out)
                        .setErr(out)
                        .execute(all);
        assertThat(code).as(text.toString()).isZero();
        return text.toString();
    }
}
