package org.rightparty.dialer.placement.postgres;

import org.rightparty.compliance.postgres.PostgresLedger;
import org.rightparty.compliance.zones.ZoneTables;
import org.rightparty.console.administration.CampaignBook;
import org.rightparty.console.postgres.PostgresCampaignBook;
import org.rightparty.database.Database;
import org.rightparty.dialer.cli.ImportCommand;
import org.rightparty.dialer.demo.postgres.ShippedZones;
import org.rightparty.dialer.placement.AfterPlacement;
import org.rightparty.dialer.placement.Mapping;
import org.rightparty.dialer.placement.Sample;
import org.rightparty.dialer.placement.file.PlacementImport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Where placement files are taken in, over a database of the test's.
public final class TestOffice implements ImportCommand.Opened {
    private static final ZoneTables ZONES = ShippedZones.read();

    private final Database database;
    private final PostgresPlacementBook book;
    private final PlacementImport imports;
    private final InstantSource clock;

    public TestOffice(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.book = new PostgresPlacementBook(database);
        this.imports = new PlacementImport(book, ZONES::regionOfZip, AfterPlacement.NOTHING, clock);
    }

    public Database database() {
        return database;
    }

    public PostgresPlacementBook book() {
        return book;
    }

    @Override
    public PlacementImport imports() {
        return imports;
    }

    @Override
    public void save(String client, Mapping mapping) {
        book.saveMapping(book.client(client).orElseThrow().id(), mapping, clock.instant());
    }

    @Override
    public CampaignBook campaigns() {
        PostgresLedger ledger = new PostgresLedger();
        return new PostgresCampaignBook(database, ledger::in);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void close() {
        database.close();
    }

    /// The rows as comma-separated text under a header of all their fields.
    public static String csv(Sample... rows) {
        Set<String> fields = new LinkedHashSet<>();
        List.of(rows).forEach(row -> fields.addAll(row.header()));
        List<String> header = List.copyOf(fields);
        StringBuilder text = new StringBuilder(String.join(",", header) + "\n");
        for (Sample row : rows) {
            text.append(String.join(",", row.cells(header))).append('\n');
        }
        return text.toString();
    }

    public static Path file(Path directory, Sample... rows) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "placement", ".csv"), csv(rows));
    }
}
