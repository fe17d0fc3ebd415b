package org.rightparty.dialer.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rightparty.compliance.holds.Bar;
import org.rightparty.database.Database;
import org.rightparty.database.DatabaseConfig;

import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A hold of each kind, set by HTTP while the telephone rings, ends the ringing within a second: in
/// the program as it is wired, in its own process, with its tables and the practice carrier.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HoldEndsRingingTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final long SECOND_MILLIS = 1_000;

    /// The call that began to ring last, when it rings since a moment: its attempt.
    private static final String RINGING =
            """
            SELECT coalesce(max(l.attempt_id), 0)
            FROM live_attempt l JOIN call_event rang ON rang.attempt_id = l.attempt_id
            WHERE rang.kind = 'rang' AND rang.at > clock_timestamp() - interval '2 seconds'
              AND NOT EXISTS (SELECT FROM call_event later WHERE later.attempt_id = l.attempt_id
                AND later.kind IN ('barred', 'answered', 'waiting'))
            """;

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final KillablePostgres postgres;
    private final Database database;
    private final TestFloor floor;
    private final RightpartyProcess program;
    private final AgentRobot agent;
    private String csrf = "";

    HoldEndsRingingTest(@TempDir Path directory) throws IOException {
        postgres = new KillablePostgres(directory.resolve("postgresql"));
        database =
                Database.open(
                        new DatabaseConfig.External(postgres.url(), "postgres", "postgres", 4));
        floor = new TestFloor(database);
        floor.people(List.of("1001"), "only-for-tests-2");
        floor.campaign("PROGRESSIVE", false, 1_000);
        program = new RightpartyProcess(directory, settings(directory));
        agent =
                new AgentRobot(
                        program.address(),
                        "agent1",
                        TestFloor.PASSWORD,
                        Duration.ofMillis(200),
                        (_, _, _) -> {});
    }

    /// Slower than life, so that a call that rings goes on ringing.
    private Path settings(Path directory) throws IOException {
        String text =
                """
                rightparty {
                  demo.load = false
                  database { url = "%s", user = postgres, password = postgres }
                  practice.speed = 0.5
                }
                """
                        .formatted(postgres.url());
        return Files.writeString(directory.resolve("program.conf"), text);
    }

    @BeforeAll
    void logIn() throws IOException, InterruptedException {
        HttpResponse<String> in =
                post("log-in", Map.of("login", "supervisor1", "password", TestFloor.PASSWORD));
        assertThat(in.statusCode()).isEqualTo(200);
        csrf = JSON.readTree(in.body()).path("csrf").asText();
    }

    @AfterAll
    void end() {
        agent.close();
        program.close();
        database.close();
        postgres.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_hold_ends_what_rings_within_a_second(Bar bar) throws IOException, InterruptedException {
        long attempt =
                await("ringing")
                        .atMost(LONG)
                        .pollInterval(Duration.ofMillis(50))
                        .until(() -> floor.count(RINGING), found -> found > 0);
        long account = floor.count("SELECT account_id FROM attempt WHERE id = " + attempt);
        long phone = floor.count("SELECT phone_id FROM attempt WHERE id = " + attempt);
        HttpResponse<String> set = post("compliance/holds", hold(bar, account, phone));
        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
        String ended = "SELECT count(*) FROM attempt_end WHERE attempt_id = " + attempt;
        await("ended").atMost(LONG).until(() -> floor.count(ended) == 1);
        long millis = floor.count(millisFrom(JSON.readTree(set.body()).path("id").asLong(), bar));
        System.out.printf("%s: the ringing ended after %d ms%n", bar, millis);
        assertThat(millis).isBetween(0L, SECOND_MILLIS);
        assertThat(
                        floor.column(
                                "SELECT kind FROM call_event WHERE attempt_id = %d ORDER BY at"
                                        .formatted(attempt)))
                .contains("rang", "barred");
    }

    private static Map<String, Object> hold(Bar bar, long account, long phone) {
        Map<String, Object> hold = new HashMap<>();
        hold.put("bar", bar.name());
        hold.put("account", account);
        hold.put("evidence", "said so elsewhere");
        hold.put("days", List.of());
        if (bar.reach() == Bar.Reach.NUMBER) {
            hold.put("phone", phone);
        }
        if (bar == Bar.INCONVENIENT_TIME) {
            hold.put("from", "11:00");
            hold.put("to", "14:00");
        }
        if (bar == Bar.INCONVENIENT_PLACE) {
            hold.put("place", "HOME");
        }
        return hold;
    }

    /// From the entry of the hold, which is before its commit, to the end of its person's call.
    private static String millisFrom(long hold, Bar bar) {
        return """
        SELECT ceil(extract(epoch FROM max(e.ended_at) - max(h.%s)) * 1000)::bigint
        FROM %s h JOIN attempt a ON a.consumer_id = h.consumer_id
          JOIN attempt_end e ON e.attempt_id = a.id
        WHERE h.id = %d
        """
                .formatted(
                        bar.isWish() ? "set_at" : "recorded_at",
                        bar.isWish() ? "preference" : "hold",
                        hold);
    }

    private HttpResponse<String> post(String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(program.address().resolve("/api/" + path))
                        .header("Content-Type", "application/json")
                        .header("Origin", program.address().toString())
                        .header("X-CSRF-Token", csrf)
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
