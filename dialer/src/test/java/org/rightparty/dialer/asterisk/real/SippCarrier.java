package org.rightparty.dialer.asterisk.real;

import org.awaitility.Awaitility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The telephone network and the agents' desk phones, played by SIPp. What a consumer does is told
/// by the last digit of the number: see `consumers.xml`.
public final class SippCarrier implements AutoCloseable {
    private static final String CONSUMERS = "consumers";
    private static final String SECOND = "second";
    private static final int CALLS_MAX = 3000;
    private static final Pattern INVITED = line("INVITE");
    private static final Pattern ENDED = line("END");

    /// A voice that stops because a compiler runs is no voice: before everything else that runs
    /// here. For those who may not, `nice` says so and runs it all the same.
    private static final String PRIORITY = "-15";

    private final int consumersPort = Programs.freeUdpPort();
    private final int agentsPort = Programs.freeUdpPort();
    private Optional<Integer> secondPort = Optional.empty();
    private final Path workDir;
    private final List<Process> processes = new ArrayList<>();

    /// One INVITE as the carrier wrote it down.
    ///
    /// @param number the user part: the number called
    /// @param at when it came
    public record Invite(String number, String callId, Instant at) {}

    /// A call that the carrier saw to its end.
    public record Ended(Invite invite, Instant at) {}

    /// The time ends in seconds since 1970. A line that is still being written does not match.
    private static Pattern line(String word) {
        return Pattern.compile(word + " (\\S+) (\\S+) .*\\s([0-9]+)\\.([0-9]{6})");
    }

    private SippCarrier(Path workDir) {
        this.workDir = workDir;
    }

    public static SippCarrier start() {
        return start("consumers", List.of());
    }

    /// Consumers of whom the n-th to be called does what the n-th line says: see `scripted.xml`.
    public static SippCarrier scripted(List<String> lines) {
        try {
            Path script = Files.createTempFile("rightparty-script", ".csv");
            script.toFile().deleteOnExit();
            Files.writeString(script, "SEQUENTIAL\n" + String.join("\n", lines) + "\n");
            return start("scripted", List.of("-inf", script.toString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// A carrier that wants a registration and a password: see `asking.xml`.
    static SippCarrier asking() {
        return start("asking", List.of());
    }

    /// The same consumers behind a second carrier too.
    static SippCarrier twice() {
        try {
            SippCarrier carrier = start();
            int port = Programs.freeUdpPort();
            carrier.start("consumers", SECOND, port, List.of());
            carrier.secondPort = Optional.of(port);
            return carrier;
        } catch (IOException failed) {
            throw new UncheckedIOException(Programs.missing("sipp"), failed);
        }
    }

    private static SippCarrier start(String consumers, List<String> more) {
        try {
            SippCarrier carrier = new SippCarrier(Files.createTempDirectory("rightparty-sipp"));
            carrier.start(consumers, CONSUMERS, carrier.consumersPort, more);
            carrier.start("agents", "agents", carrier.agentsPort, List.of());
            return carrier;
        } catch (IOException failed) {
            throw new UncheckedIOException(Programs.missing("sipp"), failed);
        }
    }

    private void start(String scenario, String role, int port, List<String> more)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("nice", "-n", PRIORITY, "sipp"));
        command.addAll(List.of("-sf", scenario + ".xml", "-i", "127.0.0.1", "-mi", "127.0.0.1"));
        command.addAll(List.of("-p", Integer.toString(port), "-nostdin"));
        command.addAll(List.of("-l", Integer.toString(CALLS_MAX), "-trace_logs"));
        command.addAll(List.of("-log_file", log(role).toString()));
        command.addAll(more);
        Process process =
                new ProcessBuilder(command)
                        .directory(Programs.directory().resolve("sipp").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(workDir.resolve(role + ".out").toFile())
                        .start();
        processes.add(process);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Awaitility.await("SIPp " + role)
                .atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !process.isAlive() || taken(port));
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    "sipp stopped: "
                            + Files.readString(workDir.resolve(role + ".out"))
                            + "; if "
                            + Programs.missing("sipp"));
        }
    }

    private static boolean taken(int port) {
        try (var probe = new java.net.DatagramSocket(port, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort() != port;
        } catch (IOException taken) {
            return true;
        }
    }

    private Path log(String role) {
        return workDir.resolve(role + ".log");
    }

    /// Where the trunk leads.
    public int consumersPort() {
        return consumersPort;
    }

    /// Where a second trunk leads.
    Optional<Integer> secondPort() {
        return secondPort;
    }

    /// Where the desk phones are.
    int agentsPort() {
        return agentsPort;
    }

    /// Every call that reached the carrier so far, in order.
    public List<Invite> invites() {
        return invites(CONSUMERS);
    }

    /// Those of the second carrier.
    List<Invite> invitesOfSecond() {
        return invites(SECOND);
    }

    /// Calls that both sides ended as they should, in the order in which they came.
    public List<Ended> ended() {
        Map<String, Instant> ends =
                lines(CONSUMERS, ENDED)
                        .collect(Collectors.toMap(parts -> parts.group(2), SippCarrier::at));
        return invites().stream()
                .flatMap(invite ->
                        Stream.ofNullable(ends.get(invite.callId()))
                                .map(at -> new Ended(invite, at)))
                .toList();
    }

    private List<Invite> invites(String role) {
        return lines(role, INVITED)
                .map(parts -> new Invite(parts.group(1), parts.group(2), at(parts)))
                .toList();
    }

    private Stream<Matcher> lines(String role, Pattern line) {
        try {
            return Files.exists(log(role))
                    ? Files.readAllLines(log(role)).stream()
                            .map(text -> line.matcher(text.strip()))
                            .filter(Matcher::matches)
                    : Stream.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Instant at(Matcher parts) {
        return Instant.ofEpochSecond(Long.parseLong(parts.group(3)))
                .plus(Long.parseLong(parts.group(4)), ChronoUnit.MICROS);
    }

    @Override
    public void close() {
        for (Process process : processes) {
            process.destroyForcibly();
            try {
                process.waitFor(2, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
