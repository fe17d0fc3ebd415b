package org.rightparty.dialer.asterisk.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Running the programs of the fixture, and finding ports for them.
public final class Programs {
    private static final int SECONDS_MAX = 60;
    private static final int RTP_FIRST = 40_000;
    private static final int RTP_BLOCKS = 16;
    private static final int LIVES = 3;
    private static final int RTP_PORTS = 500;

    private Programs() {}

    /// The directory with scripts and scenarios.
    static Path directory() {
        Path here = Path.of("").toAbsolutePath();
        Path module = here.endsWith("dialer") ? here : here.resolve("dialer");
        return module.resolve("src/test/real");
    }

    /// Runs a program to its end and answers what it printed.
    ///
    /// @throws IllegalStateException with its output, if it fails
    static String run(Map<String, String> environment, List<String> command) {
        try {
            Path out = Files.createTempFile("rightparty-run", ".out");
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.redirectOutput(out.toFile()).start();
            boolean ended = process.waitFor(SECONDS_MAX, TimeUnit.SECONDS);
            String printed = Files.readString(out, StandardCharsets.UTF_8);
            Files.delete(out);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " failed: " + printed);
            }
            return printed;
        } catch (IOException failed) {
            throw new UncheckedIOException(missing(command.getFirst()), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    static String missing(String what) {
        return what + " is not there: run " + directory().resolve("install") + " as root";
    }

    public static int freeTcpPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    static int freeUdpPort() {
        try (DatagramSocket socket =
                new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /// The first of a block of ports for sound; which block follows from the process id, so that
    /// two test runs seldom share one, and sharing does no harm: Asterisk tries the next port.
    ///
    /// @param life of an Asterisk, from 0: three in a row have ports of their own
    static int firstRtpPort(int life) {
        long block = ProcessHandle.current().pid() % RTP_BLOCKS;
        return RTP_FIRST + ((int) block * LIVES + life % LIVES) * RTP_PORTS;
    }

    static int lastRtpPort(int life) {
        return firstRtpPort(life) + RTP_PORTS - 1;
    }
}
