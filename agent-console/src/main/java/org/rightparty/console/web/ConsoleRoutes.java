package org.rightparty.console.web;

import static org.rightparty.vocabulary.Role.AGENT;
import static org.rightparty.vocabulary.Role.OFFICER;
import static org.rightparty.vocabulary.Role.SUPERVISOR;

import org.rightparty.console.agent.AgentState;
import org.rightparty.console.desk.Accounts;
import org.rightparty.console.desk.DelinquencyReason;
import org.rightparty.console.desk.DispositionCode;
import org.rightparty.console.people.People;
import org.rightparty.console.people.Person;
import org.rightparty.console.people.Sessions.Held;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Role;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The console's own routes: one table of who may do what.
final class ConsoleRoutes implements Routes {
    private static final Set<Role> SEE_CLIENTS = Set.of(SUPERVISOR, OFFICER);
    private static final int FOUND_MAX = 20;
    private static final int WANTED_CHARACTERS_MIN = 3;
    private static final int WANTED_CHARACTERS_MAX = 80;
    private static final int NOTHING_BYTES_MAX = 100;
    private static final int SEARCH_BYTES_MAX = 1_000;
    private static final int LOG_IN_BYTES_MAX = 2_000;

    private final ConsoleServices services;
    private final Clocks clocks;
    private final ConsoleConfig config;
    private final LogIns logIns;
    private final Consumer<Held> loggedOut;

    /// @param loggedOut told of each ended session, to close its sockets
    ConsoleRoutes(
            ConsoleServices services,
            Clocks clocks,
            ConsoleConfig config,
            Consumer<Held> loggedOut) {
        this.services = services;
        this.clocks = clocks;
        this.config = config;
        this.logIns = new LogIns(services, clocks, config);
        this.loggedOut = loggedOut;
    }

    @Override
    public List<Route> routes() {
        Access everyone = new Access.Everyone();
        Access staff = Access.staff();
        Access agents = Access.of(AGENT);
        return List.of(
                Route.post("/api/log-in", everyone, LOG_IN_BYTES_MAX, logIns::logIn),
                Route.post("/api/log-out", staff, NOTHING_BYTES_MAX, this::logOut),
                Route.get("/api/me", new Access.Anybody(), this::me),
                Route.get("/api/dispositions", staff, r -> dispositions()),
                Route.get("/api/reasons", staff, r -> reasons()),
                Route.get("/api/desk/phone", agents, this::phone),
                Route.post(
                        "/api/search",
                        Access.of(AGENT, SUPERVISOR, OFFICER),
                        SEARCH_BYTES_MAX,
                        this::search),
                Route.get("/health/live", everyone, r -> Reply.json("{\"live\":true}")),
                Route.get("/health/ready", everyone, r -> ready()));
    }

    private Reply logOut(Request request) {
        Held held = request.held();
        services.sessions().end(held.session().tokenSha256(), clocks.clock().instant());
        loggedOut.accept(held);
        return Reply.done().with("Set-Cookie", SessionCookie.cleared(config.https()));
    }

    /// Nothing when nobody is logged in: a page that asks so before the log-in is not refused.
    private Reply me(Request request) {
        return request.caller().map(this::me).orElseGet(Reply::done);
    }

    private Reply me(Held held) {
        Person person = held.person();
        List<Wire.Campaign> campaigns =
                services.people().campaigns().stream()
                        .map(c -> new Wire.Campaign(c.id().value(), c.name(), c.mode()))
                        .toList();
        return Reply.wire(
                new Wire.Me(
                        LogIns.wire(person),
                        held.session().csrf(),
                        campaigns,
                        services.people().worksOn(person.id()).map(CampaignId::value),
                        services.desks()
                                .snapshot(person.id())
                                .filter(desk -> !(desk.state() instanceof AgentState.Offline))
                                .map(desk -> desk.campaign().value())));
    }

    private Reply dispositions() {
        return Reply.wire(
                services.dispositions().all().stream().map(ConsoleRoutes::disposition).toList());
    }

    private static Wire.Disposition disposition(DispositionCode d) {
        return new Wire.Disposition(
                d.code(),
                d.label(),
                d.category(),
                d.hotKey(),
                d.party().name(),
                d.conversation(),
                d.needs().promise(),
                d.needs().callback(),
                d.needs().note(),
                d.needs().reason(),
                d.needs().payment(),
                d.needs().attorney(),
                d.effects().hold().map(DispositionCode.HoldEffect::code));
    }

    private static Reply reasons() {
        return Reply.wire(
                Arrays.stream(DelinquencyReason.values())
                        .map(r -> new Wire.Reason(r.name(), r.label()))
                        .toList());
    }

    private Reply phone(Request request) {
        People.Line line = services.people().line(request.held().person().id());
        return Reply.wire(phone(line));
    }

    private Wire.Phone phone(People.Line line) {
        return switch (config.telephone()) {
            case ConsoleConfig.Telephone.Practice p -> new Wire.PracticePhone(line.number());
            case ConsoleConfig.Telephone.Asterisk a ->
                    switch (line.kind()) {
                        case DESK -> new Wire.DeskPhone(line.number());
                        case BROWSER ->
                                new Wire.BrowserPhone(
                                        "sip:" + line.sipUser() + "@" + a.domain(),
                                        line.secret(),
                                        a.webSocketUrl(),
                                        a.iceHosts());
                    };
        };
    }

    private Reply search(Request request) {
        String wanted = WireJson.read(request.body(), Wire.Search.class).q().strip();
        if (wanted.length() < WANTED_CHARACTERS_MIN || wanted.length() > WANTED_CHARACTERS_MAX) {
            return Reply.refused(400, "SEARCH_TOO_SHORT", "Type at least three characters.");
        } else {
            List<Accounts.Found> found = services.accounts().search(wanted, FOUND_MAX + 1);
            searched(request.held().person(), found);
            return Reply.wire(
                    new Wire.FoundList(
                            found.stream()
                                    .limit(FOUND_MAX)
                                    .map(one -> found(one, request.held().person()))
                                    .toList(),
                            found.size() > FOUND_MAX));
        }
    }

    /// What was typed is not kept: it is a name or a number.
    private void searched(Person by, List<Accounts.Found> found) {
        List<Long> consumers =
                found.stream()
                        .limit(FOUND_MAX)
                        .map(one -> one.consumer().value())
                        .distinct()
                        .sorted()
                        .toList();
        services.looks()
                .looked(
                        by.id(),
                        "persons.searched",
                        Optional.empty(),
                        Map.of("found", consumers.size(), "consumers", consumers),
                        clocks.clock().instant());
    }

    private static Wire.Found found(Accounts.Found f, Person reader) {
        return new Wire.Found(
                f.account().value(),
                f.consumer().value(),
                f.name(),
                f.accountNumberLast4(),
                Optional.of(f.client()).filter(_ -> reader.holdsOneOf(SEE_CLIENTS)),
                f.phones().stream().map(phone -> Masks.phone(phone, reader)).toList());
    }

    private Reply ready() {
        Map<String, Boolean> checks = services.health().checks();
        boolean ready = checks.values().stream().allMatch(up -> up);
        String body = WireJson.write(Map.of("ready", ready, "checks", checks));
        return new Reply.Text(ready ? 200 : 503, "application/json", body, Map.of());
    }
}
