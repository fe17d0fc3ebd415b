package org.rightparty.dialer.placement.postgres;

import org.rightparty.database.Database;
import org.rightparty.database.DatabaseConfig;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.cli.ImportCommand;
import org.rightparty.dialer.cli.OneLine;

import picocli.CommandLine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// The import command in a JVM of its own, to be killed or to be kept short of memory.
public final class ImportProcess {
    private static final int POOL = 4;
    private static final String USER = "IMPORT_USER";
    private static final String PASSWORD = "IMPORT_PASSWORD";

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
                Database.open(
                        new DatabaseConfig.External(
                                url, System.getenv(USER), System.getenv(PASSWORD), POOL));
        return new TestOffice(database, clock);
    }

    /// Starts it as the launcher does on a file, for practice data of a new client.
    public static Process start(Database database, Path file, String heap, Path output)
            throws IOException {
        String classPath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        DatabaseConfig.External owner = TestDatabase.ownersConfig(database);
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + heap,
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseCompactObjectHeaders",
                                "-cp",
                                classPath,
                                ImportProcess.class.getName(),
                                owner.url(),
                                file.toString(),
                                "--client",
                                "First Example Bank",
                                "--new-client",
                                "--practice")
                        .redirectErrorStream(true)
                        .redirectOutput(new File(output.toString()));
        builder.environment().putAll(Map.of(USER, owner.user(), PASSWORD, owner.password()));
        return builder.start();
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
