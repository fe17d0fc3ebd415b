package org.rightparty.dialer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.database.Database;
import org.rightparty.database.DatabaseConfig;
import org.rightparty.dialer.robot.AgentRobot;
import org.rightparty.dialer.robot.KillablePostgres;
import org.rightparty.dialer.robot.PageAgent;
import org.rightparty.dialer.robot.RightpartyProcess;
import org.rightparty.dialer.robot.TestFloor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// From a person's answer to the screen's acknowledgement, as the product itself measures it on
/// every call: 50 agents on the practice carrier, one of them a real Chromium.
@Tag("bench")
class ScreenBench {
    private static final int AGENTS = 50;
    private static final int CONSUMERS = 20_000;
    private static final int SCREENS = 400;

    /// So many that the slowest alone is not the 99th of a hundred.
    private static final int SCREENS_IN_CHROMIUM = 200;

    private static final Duration TALK = Duration.ofSeconds(5);

    /// So that Chromium comes to its number of screens in minutes.
    private static final Duration TALK_IN_CHROMIUM = Duration.ofMillis(100);

    private static final Duration RUN_MAX = Duration.ofMinutes(8);

    @Test
    void answer_to_screen(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory)
            throws Exception {
        try (KillablePostgres postgres = new KillablePostgres(directory.resolve("postgresql"));
                Database database =
                        Database.open(
                                new DatabaseConfig.External(
                                        postgres.url(), "postgres", "postgres", 4))) {
            TestFloor floor = new TestFloor(database);
            floor.people(
                    IntStream.range(0, AGENTS).mapToObj(n -> Integer.toString(1001 + n)).toList(),
                    "only-for-benchmarks");
            floor.campaign("PREDICTIVE", false, CONSUMERS);
            try (RightpartyProcess program =
                    RightpartyProcess.asInService(directory, settings(directory, postgres.url()))) {
                run(floor, program);
                System.out.println(table(floor) + slowest(floor) + memory(program));
            }
        }
    }

    private static void run(TestFloor floor, RightpartyProcess program)
            throws InterruptedException {
        List<AutoCloseable> agents = new ArrayList<>();
        try (PageAgent page = new PageAgent(program.address(), "agent1", TALK_IN_CHROMIUM)) {
            for (int n = 2; n <= AGENTS; n++) {
                agents.add(
                        new AgentRobot(
                                program.address(),
                                "agent" + n,
                                TestFloor.PASSWORD,
                                TALK,
                                (who, code, sentence) -> {}));
            }
            for (long waited = 0; waited < RUN_MAX.toSeconds(); waited++) {
                Thread.sleep(1_000);
                if (floor.count("SELECT count(*) FROM screen_pop") >= SCREENS
                        && page.talks() >= SCREENS_IN_CHROMIUM) {
                    break;
                }
            }
            assertThat(page.talks()).as("screens in Chromium").isPositive();
        } finally {
            for (AutoCloseable agent : agents) {
                close(agent);
            }
        }
    }

    private static void close(AutoCloseable agent) {
        try {
            agent.close();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String table(TestFloor floor) {
        return """
        answer to screen, 50 agents on the practice carrier
        agents               screens    p50 ms    p90 ms    p99 ms    max ms
        """
                + String.join(
                        "\n",
                        floor.column(
                                """
                                SELECT rpad(CASE WHEN a.login = 'agent1' THEN 'Chromium'
                                        ELSE 'sockets' END, 18)
                                    || lpad(count(*)::text, 10)
                                    || lpad((percentile_disc(0.5) WITHIN GROUP
                                        (ORDER BY latency_us) / 1000)::text, 10)
                                    || lpad((percentile_disc(0.9) WITHIN GROUP
                                        (ORDER BY latency_us) / 1000)::text, 10)
                                    || lpad((percentile_disc(0.99) WITHIN GROUP
                                        (ORDER BY latency_us) / 1000)::text, 10)
                                    || lpad((max(latency_us) / 1000)::text, 10)
                                FROM screen_pop p JOIN agent a ON a.id = p.agent_id
                                GROUP BY a.login = 'agent1'
                                """))
                + "\n";
    }

    /// The slowest, by when they came: those of the first seconds tell of a cold program.
    private static String slowest(TestFloor floor) {
        return "the slowest, by seconds after the first answer\n"
                + slowest(floor, "= 'agent1'", "Chromium")
                + slowest(floor, "<> 'agent1'", "sockets")
                + "the first in Chromium: "
                + String.join(
                        ", ",
                        floor.column(
                                """
                                SELECT latency_us / 1000 || ' ms'
                                FROM screen_pop p JOIN agent a ON a.id = p.agent_id
                                WHERE a.login = 'agent1' ORDER BY answered_at LIMIT 8
                                """))
                + "\n";
    }

    private static String slowest(TestFloor floor, String whose, String name) {
        return name
                + ": "
                + String.join(
                        ", ",
                        floor.column(
                                """
                                SELECT latency_us / 1000 || ' ms after '
                                    || round(extract(epoch FROM answered_at
                                        - (SELECT min(answered_at) FROM screen_pop))) || ' s'
                                FROM screen_pop p JOIN agent a ON a.id = p.agent_id
                                WHERE a.login %s
                                ORDER BY latency_us DESC LIMIT 8
                                """
                                        .formatted(whose)))
                + "\n";
    }

    private static String memory(RightpartyProcess program) throws IOException {
        return "memory of the program: %d MB resident%n".formatted(program.residentMegabytes());
    }

    private static Path settings(Path directory, String url) throws IOException {
        return Files.writeString(
                directory.resolve("bench.conf"),
                """
                rightparty {
                  demo.load = false
                  database { url = "%s", user = postgres, password = postgres }
                  telephone.trunks = [
                    { name = practice, address = "127.0.0.1:5070",
                      channels = 300, calls-per-second = 50, loopback = true }
                  ]
                }
                """
                        .formatted(url));
    }
}
