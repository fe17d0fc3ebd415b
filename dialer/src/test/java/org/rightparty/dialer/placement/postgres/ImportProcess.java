package org.rightparty.dialer.placement.postgres;

import com.zaxxer.hikari.HikariDataSource;

import org.rightparty.compliance.zones.ZoneTables;
import org.rightparty.database.Database;
import org.rightparty.database.DatabaseConfig;
import org.rightparty.dialer.cli.ImportCommand;
import org.rightparty.dialer.placement.AfterPlacement;
import org.rightparty.dialer.placement.Mapping;
import org.rightparty.dialer.placement.ZipPrefixes;
import org.rightparty.dialer.placement.file.PlacementImport;

import picocli.CommandLine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The import command in a JVM of its own, to be killed or to be kept short of memory.
public final class ImportProcess {
    private static final int POOL = 4;

    private ImportProcess() {}

    public static void main(String[] arguments) {
        String url = arguments[0];
        InstantSource clock = InstantSource.system();
        ImportCommand command = new ImportCommand(_ -> opened(url, clock));
        int code =
                new CommandLine(command)
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
        PostgresPlacementBook book =
                new PostgresPlacementBook(database, new ZoneLocations(zones()));
        PlacementImport imports =
                new PlacementImport(book, new ZipPrefixes(), AfterPlacement.NOTHING, clock);
        return new ImportCommand.Opened() {
            @Override
            public PlacementImport imports() {
                return imports;
            }

            @Override
            public void save(String client, Mapping mapping) {
                book.saveMapping(book.client(client).orElseThrow().id(), mapping, clock.instant());
            }

            @Override
            public void close() {
                database.close();
            }
        };
    }

    /// Enough for every number and address of `PlacementFiles`.
    static ZoneTables zones() {
        Map<String, ZoneTables.Area> areas = new HashMap<>();
        for (String area : List.of("614", "214", "305", "303", "617", "206")) {
            areas.put(area, new ZoneTables.Area("US", Set.of(ZoneId.of("America/New_York"))));
        }
        Map<String, Set<ZoneId>> regions = new HashMap<>();
        for (String state : List.of("OH", "TX", "FL", "CO", "MA", "WA")) {
            regions.put("US-" + state, Set.of(ZoneId.of("America/New_York")));
        }
        return new ZoneTables(areas, Map.of(), regions);
    }

    /// Starts it on a file, for practice data of a new client.
    public static Process start(Database database, Path file, String heap, Path output)
            throws IOException {
        String classPath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        String url = ((HikariDataSource) database.dataSource()).getJdbcUrl();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
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
