package org.rightparty.console.fakes;

import org.rightparty.console.web.AdministrationRoutes;
import org.rightparty.console.web.Clocks;
import org.rightparty.console.web.ConsoleConfig;
import org.rightparty.console.web.ConsoleServer;
import org.rightparty.console.web.ConsoleServices;
import org.rightparty.console.web.Passwords;
import org.rightparty.console.web.Routes;
import org.rightparty.console.web.Samples;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Role;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// The console over fakes: for the tests of the server and of the pages.
///
/// Logins `agent`, `agent2`, `supervisor`, `officer`, `admin`; the password of all is `practice
/// makes perfect`. Run [#main] with a port to click through the pages: two seconds after an agent
/// is ready, a call comes.
public final class ConsoleFixture implements AutoCloseable {
    public static final String PASSWORD = "practice makes perfect";
    public static final AgentId AGENT = new AgentId(12);
    public static final AgentId AGENT_2 = new AgentId(13);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String HASH = new Passwords(RANDOM).hash(PASSWORD);

    public final FakePeople people =
            new FakePeople()
                    .with(12, "A. Kim", "agent", HASH, Role.AGENT)
                    .with(13, "B. Osei", "agent2", HASH, Role.AGENT)
                    .with(21, "S. Rivera", "supervisor", HASH, Role.SUPERVISOR)
                    .with(31, "O. Lindqvist", "officer", HASH, Role.OFFICER)
                    .with(41, "D. Novak", "admin", HASH, Role.ADMIN);
    public final FakeSessions sessions = new FakeSessions(people);
    public final FakeDesks desks;
    public final FakeFloor floor;

    /// Looks that the console itself noted: `12 persons.searched {…}`.
    public final List<String> looks = new CopyOnWriteArrayList<>();

    public final FakeDrafts drafts = new FakeDrafts();
    public final ConsoleServer server;

    /// Serves on `port`, 0 for any, by the machine's clock.
    public ConsoleFixture(int port) {
        this(ConsoleConfig.onLoopback(port, uploads()), clocks(), administration());
    }

    private static Routes administration() {
        return new AdministrationRoutes(
                new FakeStaffBook(), new FakeCampaignBook(), InstantSource.system(), RANDOM);
    }

    /// Serves routes of other modules too.
    public static ConsoleFixture with(Routes more) {
        return new ConsoleFixture(ConsoleConfig.onLoopback(0, uploads()), clocks(), more);
    }

    /// Serves behind proxies of these addresses, at one moment: no limit of tries loosens.
    public static ConsoleFixture behind(Set<String> proxies) {
        ConsoleConfig plain = ConsoleConfig.onLoopback(0, uploads());
        return new ConsoleFixture(
                new ConsoleConfig(
                        plain.host(),
                        plain.port(),
                        plain.https(),
                        plain.origins(),
                        proxies,
                        plain.metricsFrom(),
                        plain.eventLoops(),
                        plain.sessionIdle(),
                        plain.sessionLength(),
                        plain.telephone(),
                        plain.uploads()),
                new Clocks(InstantSource.system(), () -> 0, RANDOM));
    }

    /// A directory of its own.
    public static Path uploads() {
        try {
            Path made = Files.createTempDirectory("uploads");
            made.toFile().deleteOnExit();
            return made;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Clocks clocks() {
        return new Clocks(InstantSource.system(), System::nanoTime, RANDOM);
    }

    public ConsoleFixture(ConsoleConfig config, Clocks clocks) {
        this(config, clocks, List::of);
    }

    private ConsoleFixture(ConsoleConfig config, Clocks clocks, Routes more) {
        desks = new FakeDesks(clocks.clock(), clocks.nanos());
        floor = new FakeFloor(desks, people, clocks.clock());
        ConsoleServices services =
                new ConsoleServices(
                        desks,
                        floor,
                        people,
                        sessions,
                        new FakeTries(),
                        drafts,
                        new FakeAccounts(),
                        new FakeDispositions(),
                        (by, kind, consumer, detail, _) ->
                                looks.add(
                                        by.value()
                                                + " "
                                                + kind
                                                + consumer.map(c -> " " + c.value()).orElse("")
                                                + " "
                                                + new TreeMap<>(detail)),
                        () -> Map.of("database", true, "telephone", true),
                        () -> "# no metrics\n",
                        more);
        server = ConsoleServer.start(config, services, clocks);
    }

    public int port() {
        return server.port();
    }

    /// The hash of [#PASSWORD], for a further person.
    public String hash() {
        return HASH;
    }

    /// The sample consumer answers and is this agent's.
    public void callFor(AgentId agent) {
        desks.answered(agent, Samples.screen());
    }

    @Override
    public void close() {
        server.close();
    }

    /// @param arguments the port; 8080 when none is given
    public static void main(String[] arguments) {
        int port = arguments.length == 0 ? 8080 : Integer.parseInt(arguments[0]);
        ConsoleFixture fixture = new ConsoleFixture(port);
        Executor soon = CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS);
        fixture.desks.whenReady(agent -> soon.execute(() -> fixture.callFor(agent)));
    }
}
