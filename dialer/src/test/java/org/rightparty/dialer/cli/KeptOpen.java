package org.rightparty.dialer.cli;

import org.rightparty.console.administration.CampaignBook;
import org.rightparty.dialer.placement.Mapping;
import org.rightparty.dialer.placement.file.PlacementImport;
import org.rightparty.dialer.placement.postgres.TestOffice;

import java.time.Instant;

/// The test closes the database, not each command.
record KeptOpen(TestOffice office) implements ImportCommand.Opened {
    @Override
    public PlacementImport imports() {
        return office.imports();
    }

    @Override
    public void save(String client, Mapping mapping) {
        office.save(client, mapping);
    }

    @Override
    public CampaignBook campaigns() {
        return office.campaigns();
    }

    @Override
    public Instant now() {
        return office.now();
    }

    @Override
    public void close() {}
}
