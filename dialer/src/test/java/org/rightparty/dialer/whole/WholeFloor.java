package org.rightparty.dialer.whole;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;

import org.rightparty.database.Database;
import org.rightparty.database.DatabaseConfig;
import org.rightparty.dialer.asterisk.AsteriskConfig;
import org.rightparty.dialer.asterisk.real.RealAsterisk;
import org.rightparty.dialer.asterisk.real.SippCarrier;
import org.rightparty.dialer.robot.AgentRobot;
import org.rightparty.dialer.robot.KillablePostgres;
import org.rightparty.dialer.robot.RightpartyProcess;
import org.rightparty.dialer.robot.TestFloor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// A floor of real parts: the program in its own process, Asterisk, SIPp as carrier and desk
/// phones, a durable PostgreSQL, and agents who work by themselves. Everything may be killed.
final class WholeFloor implements AutoCloseable {
    static final String SOFTPHONE = "2001";
    private static final String LINE_SECRET = "only-for-tests-2";
    private static final Duration TALK = Duration.ofSeconds(2);
    private static final Duration TAKEN_UP_WITHIN = Duration.ofMinutes(1);
    private static final String RUNNING =
            "SELECT count(*) FROM campaign WHERE activity = 'RUNNING'";

    final SippCarrier carrier = SippCarrier.start();
    final RealAsterisk asterisk;
    final KillablePostgres postgres;
    final Database database;
    final TestFloor floor;
    final RightpartyProcess program;
    final FirstPlacement placement;

    /// How the import ended.
    final JsonNode imported;

    final Map<String, AtomicInteger> declined = new ConcurrentHashMap<>();
    private final List<AgentRobot> robots = new ArrayList<>();

    /// @param name different for each floor a test run has at a time
    /// @param robots agents on desk phones; `agent1` has the softphone and is left to a page
    WholeFloor(String name, Path directory, int robots, int consumers, String mode) {
        asterisk = RealAsterisk.start(name, carrier, Map.of(SOFTPHONE, LINE_SECRET));
        postgres = new KillablePostgres(directory.resolve("postgresql"));
        database =
                Database.open(
                        new DatabaseConfig.External(postgres.url(), "postgres", "postgres", 4));
        floor = new TestFloor(database);
        List<String> lines = new ArrayList<>(List.of(SOFTPHONE));
        for (int n = 1; n <= robots; n++) {
            lines.add(RealAsterisk.deskLine(n));
        }
        floor.people(lines, LINE_SECRET);
        program = new RightpartyProcess(directory, settings(directory));
        placement = new FirstPlacement(program.address(), consumers);
        imported = begin(mode);
        for (int n = 1; n <= robots; n++) {
            this.robots.add(robot("agent" + (n + 1)));
        }
    }

    /// From a placement file to a campaign that dials. Whatever the hour, it is noon where these
    /// people are.
    private JsonNode begin(String mode) {
        placement.putMessageInForce();
        placement.enterCampaign(mode);
        JsonNode end = placement.upload();
        floor.atNoon();
        placement.startCampaign();
        await("the campaign runs").atMost(TAKEN_UP_WITHIN).until(() -> floor.count(RUNNING) == 1);
        return end;
    }

    private AgentRobot robot(String login) {
        return new AgentRobot(
                program.address(),
                login,
                TestFloor.PASSWORD,
                TALK,
                (who, code, sentence) ->
                        declined.computeIfAbsent(code + " " + sentence, _ -> new AtomicInteger())
                                .incrementAndGet());
    }

    URI address() {
        return program.address();
    }

    private Path settings(Path directory) {
        AsteriskConfig reach = asterisk.config("unused");
        Map<String, Object> values = new HashMap<>();
        values.put("url", postgres.url());
        values.put("port", reach.port());
        values.put("secret", reach.secret());
        values.put("webSocket", "ws://127.0.0.1:" + asterisk.webSocketPort() + "/ws");
        values.put("recordings", reach.recordings());
        values.put("trunk", reach.trunks().getFirst().name());
        String text =
                """
                rightparty {
                  demo.load = false
                  database { url = "${url}", user = postgres, password = postgres }
                  telephone {
                    kind = asterisk
                    asterisk {
                      port = ${port}, secret = "${secret}"
                      web-socket = "${webSocket}", recordings = "${recordings}"
                    }
                    trunks = [
                      { name = "${trunk}", address = "127.0.0.1:5070",
                        channels = 60, calls-per-second = 8, loopback = true }
                    ]
                  }
                }
                """;
        for (Map.Entry<String, Object> value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue().toString());
        }
        try {
            return Files.writeString(directory.resolve("floor.conf"), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// What the desks of agents who were ready said of why no calls came.
    Set<String> noCalls() {
        return robots.stream()
                .flatMap(robot -> robot.noCalls().stream())
                .collect(Collectors.toSet());
    }

    /// The page's softphone stands in its room.
    boolean isPageInRoom() {
        return asterisk.console("core show channels concise")
                .lines()
                .filter(channel -> channel.startsWith("PJSIP/web" + SOFTPHONE + "-"))
                .anyMatch(channel -> channel.contains("!Up!ConfBridge!"));
    }

    /// The page's agent was ready for calls at some time after `instant`.
    boolean wasPageReadySince(Instant instant) {
        return floor.count(
                        """
                        SELECT count(*) FROM agent_state_change c JOIN agent a ON a.id = c.agent_id
                        WHERE a.login = 'agent1' AND c.state = 'READY' AND c.at > '%s'
                        """
                                .formatted(instant))
                > 0;
    }

    /// Conversations in the page that began after `instant` and have their disposition.
    long talksOfPageSince(Instant instant) {
        return floor.count(
                """
                SELECT count(*) FROM disposition d JOIN agent a ON a.id = d.agent_id
                WHERE a.login = 'agent1' AND d.conversed_at > '%s'
                """
                        .formatted(instant));
    }

    /// Calls whose end is written.
    long ended() {
        return floor.count("SELECT count(DISTINCT attempt_id) FROM attempt_end");
    }

    long attempts() {
        return floor.count("SELECT count(*) FROM attempt");
    }

    /// Attempts of which nothing left the house.
    long neverPlaced() {
        return floor.count(
                "SELECT count(*) FROM attempt_end WHERE revision = 1 AND outcome = 'NEVER_PLACED'");
    }

    boolean isSettled(long attempts) {
        return attempts() >= attempts
                && floor.count("SELECT count(*) FROM live_attempt") == 0
                && undisposed() == 0;
    }

    /// Conversations that lack their disposition.
    long undisposed() {
        return floor.count(
                """
                SELECT count(DISTINCT e.attempt_id) FROM attempt_end e
                WHERE e.connected_at IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM disposition d WHERE d.attempt_id = e.attempt_id)
                """);
    }

    @Override
    public void close() {
        robots.forEach(AgentRobot::close);
        program.close();
        database.close();
        postgres.close();
        asterisk.close();
        carrier.close();
    }
}
