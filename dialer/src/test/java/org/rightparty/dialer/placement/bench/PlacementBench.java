package org.rightparty.dialer.placement.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.ACCOUNT;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightparty.database.Database;
import org.rightparty.database.DatabaseConfig;
import org.rightparty.database.Partitions;
import org.rightparty.dialer.placement.postgres.ImportProcess;
import org.rightparty.dialer.placement.postgres.PlacementFiles;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/// How fast placement files are imported, and with how little memory: the import command in a JVM
/// of its own with a heap of 128 MB, into the database that comes with the program, as durable as
/// it is there.
@Tag("bench")
final class PlacementBench {
    private static final String HEAP = "128m";
    private static final int POOL = 4;

    @TempDir Path directory;

    @ParameterizedTest
    @ValueSource(ints = {50_000, 200_000, 1_000_000})
    void imports_files_of_any_length_in_the_same_memory(int rows) throws Exception {
        Path data = directory.resolve("data");
        try (Database database = Database.open(new DatabaseConfig.Embedded(data, POOL))) {
            new Partitions(database).makeAhead(Instant.now());
            Path file = PlacementFiles.sound(directory.resolve("p.csv"), rows, 3);
            Path output = directory.resolve("out.txt");
            long start = System.nanoTime();
            int code = ImportProcess.start(database, file, HEAP, output).waitFor();
            double seconds = (System.nanoTime() - start) / 1e9;
            String text = Files.readString(output);

            assertThat(code).as(text).isZero();
            int accounts = database.transact(tx -> tx.fetchCount(ACCOUNT));
            assertThat(accounts).isEqualTo(rows);
            System.out.printf(
                    Locale.ROOT,
                    "| %,9d rows | %7.1f s | %,7.0f accounts/s | %s |%n",
                    rows,
                    seconds,
                    rows / seconds,
                    text.lines().filter(line -> line.startsWith("peak")).findFirst().orElse(""));
        }
    }
}
