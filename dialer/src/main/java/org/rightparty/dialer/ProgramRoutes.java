package org.rightparty.dialer;

import org.rightparty.compliance.postgres.PostgresFacts;
import org.rightparty.compliance.postgres.PostgresLooks;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.floor.FloorView.Order;
import org.rightparty.console.postgres.PostgresNumbers;
import org.rightparty.console.postgres.PostgresParties;
import org.rightparty.console.postgres.PostgresPlaces;
import org.rightparty.console.postgres.PostgresSearches;
import org.rightparty.console.web.CallRoutes;
import org.rightparty.console.web.FactRoutes;
import org.rightparty.console.web.LicenceRoutes;
import org.rightparty.console.web.MessageRoutes;
import org.rightparty.console.web.NumberRoutes;
import org.rightparty.console.web.OfficeRoutes;
import org.rightparty.console.web.OverrideRoutes;
import org.rightparty.console.web.PartyRoutes;
import org.rightparty.console.web.Route;
import org.rightparty.console.web.Routes;
import org.rightparty.console.web.RulebookRoutes;
import org.rightparty.console.web.SearchRoutes;
import org.rightparty.dialer.placement.Tally;
import org.rightparty.dialer.postgres.PostgresTables;
import org.rightparty.vocabulary.AgentId;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// The routes that the program serves besides the console's own. `RouteRolesTest` holds each of
/// them against every role.
final class ProgramRoutes {
    private ProgramRoutes() {}

    /// @param floor carries out what somebody orders
    /// @param imported told of each batch of rows of a placement file
    static Routes of(
            DialerConfig config,
            PostgresTables tables,
            BiFunction<AgentId, Order, CompletionStage<Answer>> floor,
            Consumer<Tally> imported) {
        List<Route> routes = new ArrayList<>();
        routes.addAll(new PlacementOffice(tables, imported).routes(config.directory()).routes());
        routes.addAll(new AdministrationOffice(tables).routes().routes());
        routes.addAll(
                new OfficeRoutes(
                                tables.office(),
                                tables.holds(),
                                tables.looks()::looked,
                                Clocks.WALL)
                        .routes());
        routes.addAll(new RulebookRoutes(tables.rulebookDesk()).routes());
        routes.addAll(new MessageRoutes(tables.messageDesk(), tables.messagesToLeave()).routes());
        routes.addAll(new LicenceRoutes(tables.licences()).routes());
        routes.addAll(
                new OverrideRoutes(tables.overrides(), tables.looks()::looked, Clocks.WALL)
                        .routes());
        routes.addAll(new CallRoutes(tables.callDesk(floor)).routes());
        routes.addAll(new AuditOffice(config, tables).routes());
        routes.addAll(
                new SearchRoutes(new PostgresSearches(tables.database()), Clocks.WALL).routes());
        routes.addAll(
                new NumberRoutes(
                                new PostgresNumbers(
                                        tables.database(), tables.ledger(), Clocks.WALL))
                        .routes());
        routes.addAll(
                new PartyRoutes(
                                new PostgresParties(
                                        tables.database(), tables.ledger(), Clocks.WALL))
                        .routes());
        routes.addAll(facts(tables).routes());
        return () -> List.copyOf(routes);
    }

    private static FactRoutes facts(PostgresTables tables) {
        PostgresFacts facts = tables.facts();
        return new FactRoutes(
                facts,
                new PostgresPlaces(tables.database(), facts::record, Clocks.WALL),
                new PostgresLooks(tables.database(), tables.entries())::looked,
                Clocks.WALL);
    }
}
