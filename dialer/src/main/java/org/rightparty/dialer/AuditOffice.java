package org.rightparty.dialer;

import org.rightparty.compliance.postgres.PostgresLooks;
import org.rightparty.compliance.postgres.PostgresRetention;
import org.rightparty.console.web.RetentionRoutes;
import org.rightparty.console.web.Route;
import org.rightparty.dialer.postgres.PostgresTables;

import java.util.List;

/// What the compliance officer does about records, by HTTP.
final class AuditOffice {
    private final PostgresTables tables;

    AuditOffice(PostgresTables tables) {
        this.tables = tables;
    }

    List<Route> routes() {
        PostgresLooks looks = new PostgresLooks(tables.database(), tables.entries());
        return new RetentionRoutes(
                        new PostgresRetention(tables.database(), tables.entries()),
                        looks::looked,
                        Clocks.WALL)
                .routes();
    }
}
