package org.rightparty.dialer.whole.bench;

import static org.awaitility.Awaitility.await;

import org.rightparty.database.Database;
import org.rightparty.database.DatabaseConfig;
import org.rightparty.dialer.asterisk.AsteriskConfig;
import org.rightparty.dialer.asterisk.real.RealAsterisk;
import org.rightparty.dialer.asterisk.real.SippCarrier;
import org.rightparty.dialer.robot.AgentRobot;
import org.rightparty.dialer.robot.KillablePostgres;
import org.rightparty.dialer.robot.RightpartyProcess;
import org.rightparty.dialer.robot.TestFloor;
import org.rightparty.dialer.simulation.Scenario;
import org.rightparty.dialer.simulation.Script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A scenario played in real time: the program in its own process, Asterisk, SIPp as carrier and
/// desk phones, PostgreSQL, and robots at the desks. Who answers, and how long everything lasts, is
/// the scenario's; how fast calls are placed and connected is the parts' own.
final class ScriptedFloor implements AutoCloseable {
    /// No agent is quicker than one such conversation.
    private static final double CONVERSATION_S_MIN = 15;

    /// The network gives up before the program does: the simulator counts the ringing from when it
    /// begins, the program from the originate.
    private static final int RINGS_ON_S = 10;

    private static final Duration SEATED_WITHIN = Duration.ofMinutes(3);

    final List<Script.Dial> dials;
    final SippCarrier carrier;
    final RealAsterisk asterisk;
    final KillablePostgres postgres;
    final Database database;
    final TestFloor tables;
    final RightpartyProcess program;
    private final int agents;
    private final List<AgentRobot> robots = new ArrayList<>();

    ScriptedFloor(Path directory, Scenario scenario) {
        Script script = new Script(scenario);
        agents = scenario.agents().count();
        dials = script.dials(people(scenario));
        carrier = SippCarrier.scripted(dials.stream().map(ScriptedFloor::line).toList());
        asterisk = RealAsterisk.start("agree", carrier, Map.of());
        postgres = new KillablePostgres(directory.resolve("postgresql"));
        database =
                Database.open(
                        new DatabaseConfig.External(postgres.url(), "postgres", "postgres", 4));
        tables = new TestFloor(database);
        tables.people(
                IntStream.rangeClosed(1, agents).mapToObj(RealAsterisk::deskLine).toList(),
                "only-for-benchmarks");
        tables.campaign("PREDICTIVE", false, dials.size());
        tables.run("UPDATE campaign SET ring_seconds = " + ringSeconds(scenario));
        program = RightpartyProcess.asInService(directory, settings(directory, scenario));
        List<Script.Agent> habits = script.agents();
        for (int n = 0; n < agents; n++) {
            robots.add(
                    new AgentRobot(
                            program.address(),
                            "agent" + (n + 1),
                            TestFloor.PASSWORD,
                            new Played(habits.get(n)),
                            (who, code, sentence) -> {}));
        }
    }

    /// More than all agents together can want.
    private static int people(Scenario scenario) {
        double talks = scenario.agents().count() * scenario.durationS() / CONVERSATION_S_MIN;
        return (int) Math.ceil(talks / scenario.answerRate().base());
    }

    private static int ringSeconds(Scenario scenario) {
        return (int) Math.ceil(scenario.timing().ringTimeoutS()) + RINGS_ON_S;
    }

    private static String line(Script.Dial dial) {
        return dial.kind() + ";" + dial.setup().toMillis() + ";" + dial.after().toMillis();
    }

    /// An agent whose talks and wrap-ups last what the script says.
    private static final class Played implements AgentRobot.Habits {
        private final Script.Agent agent;
        private Duration wrapUp = Duration.ZERO;

        Played(Script.Agent agent) {
            this.agent = agent;
        }

        @Override
        public Duration talk() {
            Script.Talk next = agent.next();
            wrapUp = next.wrapUp();
            return next.talk();
        }

        @Override
        public Duration wrapUp() {
            return wrapUp;
        }

        @Override
        public boolean verifies() {
            return false;
        }
    }

    private Path settings(Path directory, Scenario scenario) {
        AsteriskConfig reach = asterisk.config("unused");
        String text =
                """
                rightparty {
                  demo.load = false
                  database { url = "%s", user = postgres, password = postgres }
                  telephone {
                    kind = asterisk
                    asterisk { port = %d, secret = "%s", recordings = "%s" }
                    trunks = [
                      { name = "%s", address = "127.0.0.1:5070",
                        channels = %d, calls-per-second = 50, loopback = true }
                    ]
                  }
                }
                """
                        .formatted(
                                postgres.url(),
                                reach.port(),
                                reach.secret(),
                                reach.recordings(),
                                reach.trunks().getFirst().name(),
                                scenario.trunks().most());
        try {
            return Files.writeString(directory.resolve("floor.conf"), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Waits until everybody was ready once, and answers when that was.
    Instant everybodyReady() {
        await("agents at their desks")
                .atMost(SEATED_WITHIN)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> tables.count(READY) == agents);
        return Instant.now();
    }

    private static final String READY =
            "SELECT count(DISTINCT agent_id) FROM agent_state_change WHERE state = 'READY'";

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
