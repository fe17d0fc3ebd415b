package org.rightparty.dialer;

import org.rightparty.console.administration.CampaignBook;
import org.rightparty.console.postgres.PostgresCampaignBook;
import org.rightparty.dialer.cli.ImportCommand;
import org.rightparty.dialer.placement.AfterPlacement;
import org.rightparty.dialer.placement.Mapping;
import org.rightparty.dialer.placement.PlacementBook;
import org.rightparty.dialer.placement.Tally;
import org.rightparty.dialer.placement.file.PlacementImport;
import org.rightparty.dialer.placement.postgres.PostgresPlacementBook;
import org.rightparty.dialer.placement.web.PlacementRoutes;
import org.rightparty.dialer.postgres.PostgresTables;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/// Where placement files are taken in, by command and by HTTP.
///
/// Nothing is to be told afterwards: the tables note whose facts changed, and the running program's
/// sweep makes candidates of them.
final class PlacementOffice implements ImportCommand.Opened {
    private final PostgresTables tables;
    private final PlacementBook book;
    private final PlacementImport imports;

    /// @param written hears what became of each batch of rows, once committed
    PlacementOffice(PostgresTables tables, Consumer<Tally> written) {
        this.tables = tables;
        this.book = new PostgresPlacementBook(tables.database(), written);
        this.imports =
                new PlacementImport(
                        book,
                        tables.zoneTables()::regionOfZip,
                        AfterPlacement.NOTHING,
                        Clocks.WALL);
    }

    /// For a command of its own.
    static PlacementOffice open(DialerConfig config) {
        return new PlacementOffice(Installed.open(config), _ -> {});
    }

    PlacementRoutes routes(Path directory) {
        Path uploads = directory.resolve("placements");
        return new PlacementRoutes(imports, book, campaigns(), uploads, Clocks.WALL);
    }

    @Override
    public PlacementImport imports() {
        return imports;
    }

    @Override
    public void save(String client, Mapping mapping) {
        book.client(client)
                .ifPresent(known -> book.saveMapping(known.id(), mapping, Clocks.WALL.instant()));
    }

    @Override
    public CampaignBook campaigns() {
        return new PostgresCampaignBook(tables.database(), tables.ledger());
    }

    @Override
    public Instant now() {
        return Clocks.WALL.instant();
    }

    @Override
    public void close() {
        tables.close();
    }
}
