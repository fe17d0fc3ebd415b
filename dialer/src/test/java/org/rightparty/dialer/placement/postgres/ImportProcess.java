package org.rightparty.dialer.placement.postgres;

import com.zaxxer.hikari.HikariDataSource;

import org.rightparty.database.Database;
import org.rightparty.database.DatabaseConfig;
import org.rightparty.dialer.cli.ImportCommand;
import org.rightparty.dialer.cli.OneLine;

import picocli.CommandLine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// The import command in a JVM of its own, to be killed or to be kept short of memory.
public final class ImportProcess {
    private static final int POOL = 4;

    private ImportProcess() {}

    public static void main(String[] arguments) {
        String url = arguments[0];
        InstantSource clock = InstantSource.system();
        ImportCommand command = new ImportCommand(_ -> opened(url, clock));
        int code =
                OneLine.of(new CommandLine(command))
                        .execute(
                                List.of(arguments)
                                        .subList(1, arguments.length)
                                        .toArray(String[]::new));
        System.out.println("peak memory, MB: " + peakMegabytes());
        System.exit(code);
    }

    private static ImportCommand.Opened opened(String url, InstantSource clock) {
        Database database =
                Database.open(new DatabaseConfig.External(url, "postgres", "postgres", POOL));
        return new TestOffice(database, clock);
    }

    /// Starts it as the launcher does on a file, for practice data of a new client.
    public static Process start(Database database, Path file, String heap, Path output)
            throws IOException {
        String classPath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        String url = ((HikariDataSource) database.dataSource()).getJdbcUrl();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseCompactObjectHeaders",
                        "-cp",
                        classPath,
                        ImportProcess.class.getName(),
                        url,
                        file.toString(),
                        "--client",
                        "First Example Bank",
                        "--new-client",
                        "--practice")
                .redirectErrorStream(true)
                .redirectOutput(new File(output.toString()))
                .start();
    }

    private static long peakMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException elsewhere) {
            return 0;
        }
    }
}
