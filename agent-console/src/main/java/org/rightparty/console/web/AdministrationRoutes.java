package org.rightparty.console.web;

import static org.rightparty.vocabulary.Role.ADMIN;

import org.rightparty.console.administration.By;
import org.rightparty.console.administration.CampaignBook;
import org.rightparty.console.administration.StaffBook;
import org.rightparty.console.administration.StaffRules;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.people.People.Line;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.PortfolioId;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Staff and campaigns for administrators:
///
/// - `GET /api/administration` answers all of both, and the portfolios
/// - `POST /api/administration/staff` enters a person; `/staff/:agent/password`, `/line`,
/// `/disable` and `/unlock` change one; who gets a desk phone, its SIP account is answered once
/// - `POST /api/administration/campaigns` enters a campaign; `/campaigns/:campaign/settings` sets
/// how its calls are placed, recorded and wrapped up; `POST` and `DELETE` of
/// `/campaigns/:campaign/portfolios/:portfolio` put a portfolio in and take it out
/// - `POST /api/administration/orders` starts, drains or stops a campaign, or sets its mode
public final class AdministrationRoutes implements Routes {
    private static final String ROOT = "/api/administration";
    private static final Access ADMINISTRATORS = Access.of(ADMIN);
    private static final int BYTES_MAX = 10_000;

    private final StaffBook staff;
    private final CampaignBook campaigns;
    private final InstantSource clock;
    private final Passwords passwords;

    public AdministrationRoutes(
            StaffBook staff, CampaignBook campaigns, InstantSource clock, SecureRandom random) {
        this.staff = staff;
        this.campaigns = campaigns;
        this.clock = clock;
        this.passwords = new Passwords(random);
    }

    private interface Changing {
        Answer change(Request request, By by);
    }

    @Override
    public List<Route> routes() {
        String portfolio = ROOT + "/campaigns/:campaign/portfolios/:portfolio";
        return List.of(
                Route.get(
                        ROOT,
                        ADMINISTRATORS,
                        r -> Reply.wire(WireAdministration.of(staff, campaigns))),
                asked("/staff", this::addMember),
                asked("/staff/:agent/line", this::setLine),
                post("/staff/:agent/password", this::setPassword),
                post("/staff/:agent/disable", (r, by) -> staff.disable(agent(r), by)),
                post("/staff/:agent/unlock", (r, by) -> staff.unlock(agent(r), by)),
                post("/campaigns", this::addCampaign),
                post("/campaigns/:campaign/settings", this::setCampaign),
                change(
                        Route.Method.POST,
                        portfolio,
                        (r, by) -> campaigns.attach(campaign(r), portfolio(r), by)),
                change(
                        Route.Method.DELETE,
                        portfolio,
                        (r, by) -> campaigns.detach(campaign(r), portfolio(r), by)),
                post("/orders", this::order));
    }

    private interface Asked {
        Reply answer(Request request, By by);
    }

    private Route asked(String path, Asked asked) {
        return route(Route.Method.POST, ROOT + path, asked);
    }

    private Route post(String path, Changing changing) {
        return change(Route.Method.POST, ROOT + path, changing);
    }

    private Route change(Route.Method method, String path, Changing changing) {
        return route(method, path, (request, by) -> reply(changing.change(request, by)));
    }

    private Route route(Route.Method method, String path, Asked asked) {
        return new Route(
                method,
                path,
                ADMINISTRATORS,
                new Route.Takes.Text(BYTES_MAX),
                request -> asked.answer(request, by(request)));
    }

    private By by(Request request) {
        return By.person(request.held().person().id(), clock.instant());
    }

    private static Reply reply(Answer answer) {
        return switch (answer) {
            case Answer.Accepted _ -> Reply.done();
            case Answer.Declined d -> Reply.refused(409, d.code(), d.sentence());
        };
    }

    private Reply addMember(Request request, By by) {
        WireAdministration.NewMember wanted =
                WireJson.read(request.body(), WireAdministration.NewMember.class);
        String login = wanted.login().strip().toLowerCase(Locale.ROOT);
        Optional<String> fault = StaffRules.ofPassword(wanted.password(), login);
        if (fault.isPresent()) {
            return reply(notUsable(fault.get()));
        }
        String secret = passwords.lineSecret();
        Answer answer =
                staff.add(
                        new StaffBook.Newcomer(
                                login,
                                wanted.name(),
                                Set.copyOf(wanted.roles()),
                                passwords.hash(wanted.password()),
                                wanted.phone().orElse(Line.Kind.BROWSER),
                                secret),
                        by);
        return given(answer, member -> member.login().equals(login), secret);
    }

    private Reply setLine(Request request, By by) {
        AgentId agent = agent(request);
        Line.Kind phone = WireJson.read(request.body(), WireAdministration.NewLine.class).phone();
        String secret = passwords.lineSecret();
        Answer answer = staff.setLine(agent, phone, secret, by);
        return given(answer, member -> member.id().equals(agent), secret);
    }

    /// A softphone gets its SIP password from us; a desk phone from whoever sets it up.
    private Reply given(Answer answer, Predicate<StaffBook.Member> whose, String secret) {
        return answer instanceof Answer.Accepted
                ? staff.all().stream()
                        .filter(whose.and(member -> member.phone() == Line.Kind.DESK))
                        .findFirst()
                        .map(member ->
                                Reply.wire(
                                        new WireAdministration.SipAccount(
                                                member.login(), member.sipUser(), secret)))
                        .orElseGet(Reply::done)
                : reply(answer);
    }

    private Answer setPassword(Request request, By by) {
        String password =
                WireJson.read(request.body(), WireAdministration.NewPassword.class).password();
        Optional<String> fault = StaffRules.ofPassword(password, "");
        return fault.isPresent()
                ? notUsable(fault.get())
                : staff.setPassword(agent(request), passwords.hash(password), by);
    }

    private Answer addCampaign(Request request, By by) {
        WireAdministration.NewCampaign wanted =
                WireJson.read(request.body(), WireAdministration.NewCampaign.class);
        return wanted.settings()
                .toCore()
                .map(settings ->
                        campaigns.add(
                                new CampaignBook.Draft(
                                        wanted.name(),
                                        wanted.mode(),
                                        settings,
                                        wanted.portfolios().stream()
                                                .map(id -> Ids.of(PortfolioId::new, id))
                                                .toList()),
                                by))
                .orElseGet(AdministrationRoutes::noNumber);
    }

    private Answer setCampaign(Request request, By by) {
        CampaignId campaign = campaign(request);
        return WireJson.read(request.body(), WireAdministration.Settings.class)
                .toCore()
                .map(settings -> campaigns.set(campaign, settings, by))
                .orElseGet(AdministrationRoutes::noNumber);
    }

    private Answer order(Request request, By by) {
        return campaigns.order(
                WireOrder.toCore(WireJson.read(request.body(), WireOrder.class)), by);
    }

    private static Answer noNumber() {
        return notUsable("Write the caller id as +1 and ten digits.");
    }

    private static Answer notUsable(String sentence) {
        return Answer.Declined.because("NOT_USABLE", sentence);
    }

    private static AgentId agent(Request request) {
        return new AgentId(id(request, "agent"));
    }

    private static CampaignId campaign(Request request) {
        return new CampaignId(id(request, "campaign"));
    }

    private static PortfolioId portfolio(Request request) {
        return new PortfolioId(id(request, "portfolio"));
    }

    private static long id(Request request, String name) {
        String written = request.path().getOrDefault(name, "");
        if (!written.matches("[1-9][0-9]{0,17}")) {
            throw new WireJson.Malformed("no " + name);
        }
        return Long.parseLong(written);
    }
}
