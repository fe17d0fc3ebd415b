package org.rightparty.dialer.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.console.desk.CallReason;
import org.rightparty.database.Database;
import org.rightparty.database.DatabaseConfig;
import org.rightparty.database.DatabaseFailure;
import org.rightparty.database.Leadership;
import org.rightparty.database.TestDatabase;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The program as it is wired, in its own process, with the practice carrier, a PostgreSQL that can
/// be frozen, and agents at work.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningProgramTest {
    /// A page that lost its socket on a busy machine comes back to a wrap-up.
    private static final String OWED = "Its disposition is still missing.";

    /// Its permit was committed in the moment in which the other test froze the database.
    private static final String STRAY = "This call is from while the database was away.";

    private static final Path DASHBOARD = Path.of("src/main/docker/grafana/dashboards/floor.json");
    private static final Pattern METER = Pattern.compile("\\b(dialer_[a-z_]+)");

    /// Names, account numbers, telephone numbers and balances of [TestFloor]'s people.
    private static final Pattern PERSONAL =
            Pattern.compile("Consumer [0-9]|\\bT-[0-9]|2121[0-9]{6}|1,00[0-9]\\.[0-9]{2}|USD");

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int AGENTS = 3;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<AgentRobot> robots = new ArrayList<>();
    private KillablePostgres postgres;
    private Database database;
    private TestFloor floor;
    private RightpartyProcess program;

    RunningProgramTest(@TempDir Path directory) throws IOException {
        postgres = new KillablePostgres(directory.resolve("postgresql"));
        database =
                Database.open(
                        new DatabaseConfig.External(postgres.url(), "postgres", "postgres", 4));
        floor = new TestFloor(database);
        floor.people(List.of("1001", "1002", "1003"), "only-for-tests-2");
        floor.campaign("PROGRESSIVE", false, 3_000);
        program = new RightpartyProcess(directory, settings(directory));
    }

    private Path settings(Path directory) throws IOException {
        String text =
                """
                rightparty {
                  demo.load = false
                  database { url = "%s", user = postgres, password = postgres }
                  practice.speed = 20
                }
                """
                        .formatted(postgres.url());
        return Files.writeString(directory.resolve("program.conf"), text);
    }

    @BeforeAll
    void begin() {
        for (int n = 1; n <= AGENTS; n++) {
            robots.add(
                    new AgentRobot(
                            program.address(),
                            "agent" + n,
                            TestFloor.PASSWORD,
                            Duration.ofMillis(300),
                            (who, code, sentence) -> {}));
        }
        await("conversations")
                .atMost(LONG)
                .until(() -> floor.count("SELECT count(*) FROM disposition") >= 3);
    }

    @AfterAll
    void end() {
        robots.forEach(AgentRobot::close);
        program.close();
        database.close();
        postgres.close();
    }

    @Test
    void every_meter_of_the_dashboard_is_there() throws Exception {
        Set<String> wanted = new TreeSet<>();
        METER.matcher(Files.readString(DASHBOARD)).results().forEach(m -> wanted.add(m.group(1)));
        assertThat(wanted).hasSizeGreaterThan(8);
        String metrics = get("/metrics").body();
        for (String meter : wanted) {
            assertThat(metrics).contains("\n" + meter);
        }
        assertThat(metrics)
                .contains("\ndialer_telephone_link 1.0")
                .contains("\nhikaricp_connections_active")
                .contains("\nvertx_http_server_")
                .contains("\njvm_memory_used_bytes")
                .contains("\njvm_gc_")
                .contains("\ndialer_import_rows_total");
        assertThat(value(metrics, "dialer_candidates_chosen_total")).isPositive();
        assertThat(value(metrics, "dialer_database_gate_wait_seconds_count")).isPositive();
        assertThat(value(metrics, "dialer_permits_batch_seconds_count")).isPositive();
        assertThat(value(metrics, "dialer_answer_to_screen_seconds_count")).isPositive();
    }

    /// Whatever was logged until now, the trouble of the other tests with it.
    @Test
    void neither_the_log_nor_the_metrics_tell_anything_personal() throws Exception {
        String said = program.output() + get("/metrics").body();
        assertThat(said)
                .contains("dialer_answer_to_screen_seconds_count")
                .hasSizeGreaterThan(2_000);
        assertThat(PERSONAL.matcher(said).results().map(MatchResult::group)).isEmpty();
    }

    /// The sum over all series of a name.
    private static double value(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void the_desk_says_why_the_person_is_called_once_she_is_verified() {
        Set<String> reasons = new TreeSet<>();
        robots.forEach(robot -> reasons.addAll(robot.reasons()));
        assertThat(reasons)
                .isNotEmpty()
                .allMatch(why ->
                        why.equals(CallReason.KEPT_BACK)
                                || why.equals(OWED)
                                || why.equals(STRAY)
                                || why.startsWith("Highest expected value: unverified"));
    }

    @Test
    void is_ready_while_the_database_answers_and_not_ready_within_a_second_when_it_hangs()
            throws Exception {
        HttpResponse<String> well = get("/health/ready");
        assertThat(well.statusCode()).isEqualTo(200);
        assertThat(well.body())
                .contains("\"database\":true")
                .contains("\"partitions\":true")
                .contains("\"rulebooks\":true")
                .contains("\"telephone\":true");
        postgres.freeze();
        try {
            HttpResponse<String> unwell = get("/health/ready");
            assertThat(unwell.statusCode()).isEqualTo(503);
            assertThat(unwell.body()).contains("\"database\":false", "\"telephone\":true");
        } finally {
            postgres.thaw();
        }
        await("ready").atMost(LONG).until(() -> get("/health/ready").statusCode() == 200);
        dialsAgain();
    }

    @Test
    void leads_its_campaigns_again_when_the_right_to_lead_comes_back() {
        try (Leadership other = new Leadership(database)) {
            await("the other process leads")
                    .atMost(LONG)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> takeFromProgram(other));
            await("let go").atMost(LONG).until(() -> program.output().contains("leadership.lost"));
            await("no more permits")
                    .atMost(LONG)
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> !grows());
        }
        dialsAgain();
    }

    private boolean takeFromProgram(Leadership other) throws SQLException {
        try (Connection owner = TestDatabase.owner(database);
                Statement statement = owner.createStatement()) {
            statement.execute(
                    """
                    SELECT count(pg_terminate_backend(pid, 1000)) FROM pg_locks
                    WHERE locktype = 'advisory' AND granted
                        AND objid = x'74707479'::bigint AND classid = x'72696768'::bigint
                    """);
        }
        return other.hold();
    }

    private boolean grows() throws InterruptedException {
        long before = attempts();
        Thread.sleep(1_500);
        return attempts() > before;
    }

    private void dialsAgain() {
        long before = attempts();
        await("dialing").atMost(LONG).until(() -> attempts() > before + 3);
    }

    private long attempts() {
        try {
            return floor.count("SELECT count(*) FROM attempt");
        } catch (DatabaseFailure away) {
            return 0;
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + program.address().getPort() + path);
        return http.send(
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
