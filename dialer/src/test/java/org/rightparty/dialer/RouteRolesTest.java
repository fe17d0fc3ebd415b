package org.rightparty.dialer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.fakes.ConsoleFixture;
import org.rightparty.console.floor.FloorView.Order;
import org.rightparty.console.web.ConsoleClient;
import org.rightparty.dialer.postgres.PostgresTables;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Role;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Every route the program serves against every role, from one table. A route without a line here
/// fails the test.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RouteRolesTest {
    /// Method, path, and the roles that may: `*` is everybody, logged in or not.
    private static final String TABLE =
            """
            POST /api/log-in                      *
            POST /api/log-out                     AGENT SUPERVISOR OFFICER ADMIN
            GET  /api/me                          *
            GET  /api/dispositions                AGENT SUPERVISOR OFFICER ADMIN
            GET  /api/reasons                     AGENT SUPERVISOR OFFICER ADMIN
            GET  /api/desk/phone                  AGENT
            POST /api/desk/numbers                AGENT
            POST /api/desk/parties                AGENT
            POST /api/desk/places                 AGENT
            GET  /api/desk/parties/:attempt       AGENT
            POST /api/search                      AGENT SUPERVISOR OFFICER
            GET  /health/live                     *
            GET  /health/ready                    *
            GET  /api/placements/mappings/:client SUPERVISOR ADMIN
            PUT  /api/placements/mappings/:client SUPERVISOR ADMIN
            POST /api/placements/preview          SUPERVISOR ADMIN
            POST /api/placements                  SUPERVISOR ADMIN
            GET  /api/placements/:job             SUPERVISOR ADMIN
            GET  /api/placements/:job/rejects     SUPERVISOR ADMIN
            GET  /api/administration              ADMIN
            POST /api/administration/staff        ADMIN
            POST /api/administration/staff/:agent/password ADMIN
            POST /api/administration/staff/:agent/line ADMIN
            POST /api/administration/staff/:agent/disable ADMIN
            POST /api/administration/staff/:agent/unlock ADMIN
            POST /api/administration/campaigns    ADMIN
            POST /api/administration/campaigns/:campaign/settings ADMIN
            POST /api/administration/campaigns/:campaign/portfolios/:portfolio ADMIN
            DELETE /api/administration/campaigns/:campaign/portfolios/:portfolio ADMIN
            POST /api/administration/orders       ADMIN
            POST /api/compliance/explain          AGENT SUPERVISOR OFFICER
            POST /api/compliance/explain-decision SUPERVISOR OFFICER
            POST /api/compliance/why-not          SUPERVISOR OFFICER
            POST /api/compliance/why-not/accounts SUPERVISOR OFFICER
            POST /api/compliance/unmask           SUPERVISOR OFFICER
            GET  /api/compliance/bars             AGENT SUPERVISOR OFFICER
            POST /api/compliance/holds/standing   AGENT SUPERVISOR OFFICER
            POST /api/compliance/holds            AGENT SUPERVISOR OFFICER
            POST /api/compliance/holds/lift       OFFICER
            POST /api/compliance/correct          SUPERVISOR OFFICER
            GET  /api/compliance/facts/choices    AGENT SUPERVISOR OFFICER
            POST /api/compliance/facts/known      SUPERVISOR OFFICER
            POST /api/compliance/facts            OFFICER
            GET  /api/rulebooks                   OFFICER
            POST /api/rulebooks/content           OFFICER
            POST /api/rulebooks/diff              OFFICER
            POST /api/rulebooks/draft             OFFICER
            POST /api/rulebooks/test              OFFICER
            POST /api/rulebooks/try               OFFICER
            POST /api/rulebooks/approve           OFFICER
            POST /api/rulebooks/activate          OFFICER
            POST /api/rulebooks/roll-back         OFFICER
            POST /api/rulebooks/replay            OFFICER
            GET  /api/licences                    OFFICER
            POST /api/licences/add                OFFICER
            POST /api/licences/end                OFFICER
            GET  /api/overrides                   OFFICER
            GET  /api/overrides/rules             OFFICER
            POST /api/overrides/ask               OFFICER
            POST /api/overrides/approve           OFFICER
            POST /api/overrides/refuse            OFFICER
            POST /api/overrides/end               OFFICER
            GET  /api/messages                    OFFICER
            POST /api/messages/draft              OFFICER
            POST /api/messages/approve            OFFICER
            POST /api/messages/activate           OFFICER
            POST /api/messages/withdraw           OFFICER
            POST /api/messages/on-machines        OFFICER
            POST /api/messages/to-leave           AGENT
            POST /api/calls                       SUPERVISOR
            POST /api/callbacks                   SUPERVISOR OFFICER
            GET  /api/audit/choices               OFFICER
            GET  /api/audit/searches              OFFICER
            POST /api/audit/searches              OFFICER
            POST /api/audit/searches/forget       OFFICER
            GET  /api/audit/abandonment           OFFICER
            POST /api/audit/search                OFFICER
            POST /api/audit/decision              OFFICER
            POST /api/audit/timeline              OFFICER
            POST /api/audit/export                OFFICER
            POST /api/audit/proof                 OFFICER
            GET  /api/audit/recordings/:attempt   OFFICER
            GET  /api/audit/recordings/:attempt/marks OFFICER
            GET  /api/tasks                       SUPERVISOR OFFICER
            POST /api/tasks/:task/take            SUPERVISOR OFFICER
            POST /api/tasks/:task/close           SUPERVISOR OFFICER
            GET  /api/retention                   OFFICER ADMIN
            POST /api/retention/legal-holds       OFFICER ADMIN
            POST /api/retention/legal-holds/:id/release OFFICER ADMIN
            POST /api/retention/erasures          OFFICER ADMIN
            POST /api/retention/erasures/:id/approve OFFICER ADMIN
            POST /api/retention/erasures/:id/withdraw OFFICER ADMIN
            GET  /api/retention/erasures/:id/certificate OFFICER ADMIN
            """;

    @TempDir private static Path directory;
    private final Map<Role, ConsoleClient> clients = new EnumMap<>(Role.class);
    private Optional<PostgresTables> tables = Optional.empty();
    private Optional<ConsoleFixture> console = Optional.empty();

    /// One line of the table.
    record Line(String method, String path, List<String> roles) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (String line : TABLE.split("\n")) {
            String[] words = line.split(" +");
            lines.add(new Line(words[0], words[1], List.of(words).subList(2, words.length)));
        }
        return lines;
    }

    @BeforeAll
    void open() {
        DialerConfig config =
                DialerConfig.read(Optional.empty(), Map.of("directory", directory.toString()));
        PostgresTables opened = PostgresTables.open(config.database(), Clocks.WALL);
        tables = Optional.of(opened);
        ConsoleFixture served =
                ConsoleFixture.with(
                        ProgramRoutes.of(config, opened, RouteRolesTest::noFloor, _ -> {}));
        console = Optional.of(served);
        for (Role role : Role.values()) {
            clients.put(role, logIn(served, role));
        }
    }

    private static CompletionStage<Answer> noFloor(AgentId by, Order order) {
        return CompletableFuture.completedFuture(
                Answer.Declined.because("NO_AGENT", "Nobody is here."));
    }

    private static ConsoleClient logIn(ConsoleFixture console, Role role) {
        return ConsoleClient.of(console.port(), role.name().toLowerCase(Locale.ROOT));
    }

    @AfterAll
    void close() {
        console.ifPresent(ConsoleFixture::close);
        tables.ifPresent(PostgresTables::close);
    }

    @Test
    void every_route_has_its_line_and_every_line_its_route() {
        List<String> served =
                console.orElseThrow().server.routes().stream()
                        .map(route -> route.method() + " " + route.path())
                        .toList();
        assertThat(lines().stream().map(Line::toString))
                .as("give a new route a line in the table above")
                .containsExactlyInAnyOrderElementsOf(served);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void each_route_lets_in_whom_it_is_for_and_nobody_else(Line line) {
        boolean open = line.roles().contains("*");
        if (!open) {
            ConsoleClient nobody = new ConsoleClient(console.orElseThrow().port());
            assertThat(ask(nobody, line).statusCode()).isEqualTo(401);
        }
        for (Role role : Role.values()) {
            HttpResponse<String> answer =
                    ask(clients.getOrDefault(role, new ConsoleClient(0)), line);
            if (open || line.roles().contains(role.name())) {
                assertThat(answer.statusCode()).as("%s as %s", line, role).isNotIn(401, 403, 429);
            } else {
                assertThat(answer.statusCode()).as("%s as %s", line, role).isEqualTo(403);
                assertThat(answer.body()).contains("NOT_YOUR_ROLE");
            }
            if (line.path().equals("/api/log-out")) {
                clients.put(role, logIn(console.orElseThrow(), role));
            }
        }
    }

    private static HttpResponse<String> ask(ConsoleClient client, Line line) {
        String path = line.path().replaceAll(":[a-z]+", "1");
        return line.method().equals("GET")
                ? client.get(path)
                : client.send(line.method(), path, "");
    }
}
