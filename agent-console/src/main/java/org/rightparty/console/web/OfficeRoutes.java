package org.rightparty.console.web;

import static org.rightparty.vocabulary.Role.AGENT;
import static org.rightparty.vocabulary.Role.OFFICER;
import static org.rightparty.vocabulary.Role.SUPERVISOR;

import org.rightparty.compliance.gate.Explanation;
import org.rightparty.compliance.holds.Bar;
import org.rightparty.compliance.holds.HoldOrder;
import org.rightparty.compliance.holds.Holds;
import org.rightparty.compliance.rules.Place;
import org.rightparty.console.office.Funnel;
import org.rightparty.console.office.Office;
import org.rightparty.console.people.Person;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Outcome;
import org.rightparty.vocabulary.PhoneId;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The compliance officer's routes, of which agents and supervisors may use some:
///
/// - `POST /api/compliance/explain` answers what the gate would say, for each number; an agent is
/// told the reasons, others every rule
/// - `POST /api/compliance/explain-decision` answers the same of a recorded decision, with what it
/// looked at and the books it was made under
/// - `POST /api/compliance/why-not` answers the funnel of a campaign, `POST …/why-not/accounts` the
/// accounts behind one of its reasons, fifty at a time
/// - `GET /api/compliance/bars` answers what may be set, `POST …/holds/standing` what stands,
/// `POST …/holds` sets and `POST …/holds/lift` lifts
/// - `POST /api/compliance/correct` corrects how a call ended
///
/// Numbers of accounts and persons are sent in bodies, never in addresses. Whatever shows something
/// of a person is an entry of the ledger before it is shown, whoever asks.
public final class OfficeRoutes implements Routes {
    private static final int BYTES_MAX = 8_000;
    private static final int BEHIND_MAX = 50;

    private final Office office;
    private final Holds holds;
    private final Looks looks;
    private final InstantSource clock;

    public OfficeRoutes(Office office, Holds holds, Looks looks, InstantSource clock) {
        this.office = office;
        this.holds = holds;
        this.looks = looks;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        Access all = Access.of(AGENT, SUPERVISOR, OFFICER);
        Access leads = Access.of(SUPERVISOR, OFFICER);
        return List.of(
                Route.post("/api/compliance/explain", all, BYTES_MAX, this::explain),
                Route.post("/api/compliance/explain-decision", leads, BYTES_MAX, this::past),
                Route.post("/api/compliance/why-not", leads, BYTES_MAX, this::whyNot),
                Route.post("/api/compliance/why-not/accounts", leads, BYTES_MAX, this::behind),
                Route.get("/api/compliance/bars", all, _ -> bars()),
                Route.post("/api/compliance/holds/standing", all, BYTES_MAX, this::standing),
                Route.post("/api/compliance/holds", all, BYTES_MAX, this::set),
                Route.post("/api/compliance/holds/lift", Access.of(OFFICER), BYTES_MAX, this::lift),
                Route.post("/api/compliance/correct", leads, BYTES_MAX, this::correct));
    }

    private void looked(Request request, String kind, ConsumerId whom, Map<String, Object> detail) {
        looks.looked(
                request.held().person().id(), kind, Optional.of(whom), detail, clock.instant());
    }

    private Reply explain(Request request) {
        WireOffice.Ask ask = WireJson.read(request.body(), WireOffice.Ask.class);
        List<Explanation> told =
                office.explain(
                        Ids.of(AccountId::new, ask.account()),
                        ask.phone().map(id -> Ids.of(PhoneId::new, id)),
                        ask.mode().map(mode -> named(Mode.class, mode)),
                        ask.at());
        if (told.isEmpty()) {
            return unknown();
        }
        looked(
                request,
                "person.explained",
                told.getFirst().request().consumer(),
                Map.of("account", ask.account()));
        boolean whole = request.held().person().holdsOneOf(Set.of(SUPERVISOR, OFFICER));
        return Reply.wire(
                told.stream().map(whole ? WireOffice::told : WireOffice::shortly).toList());
    }

    private Reply past(Request request) {
        long decision = WireJson.read(request.body(), WireOffice.Decision.class).decision();
        return switch (office.past(decision)) {
            case Office.Past.Told told -> {
                looked(
                        request,
                        "decision.viewed",
                        told.explanation().request().consumer(),
                        Map.of("decision", decision));
                yield Reply.wire(WireOffice.past(told));
            }
            case Office.Past.Untold untold ->
                    Reply.refused(
                            untold.code().equals("UNKNOWN") ? 404 : 409,
                            untold.code(),
                            untold.sentence());
        };
    }

    private Reply whyNot(Request request) {
        long campaign = WireJson.read(request.body(), WireOffice.Campaign.class).campaign();
        return office.whyNot(Ids.of(CampaignId::new, campaign))
                .map(funnel -> Reply.wire(WireOffice.whyNot(funnel)))
                .orElseGet(OfficeRoutes::unknown);
    }

    private Reply behind(Request request) {
        WireOffice.AskBehind ask = WireJson.read(request.body(), WireOffice.AskBehind.class);
        CampaignId campaign = Ids.of(CampaignId::new, ask.campaign());
        Optional<List<AccountId>> found =
                office.behind(new Funnel.Page(campaign, ask.reason(), ask.after(), BEHIND_MAX + 1));
        if (found.isEmpty()) {
            return unknown();
        }
        List<Long> shown = found.get().stream().limit(BEHIND_MAX).map(AccountId::value).toList();
        looks.looked(
                request.held().person().id(),
                "accounts.listed",
                Optional.empty(),
                Map.of(
                        "campaign", campaign.value(),
                        "reason", ask.reason(),
                        "accounts", shown),
                clock.instant());
        return Reply.wire(new WireOffice.Behind(shown, found.get().size() > BEHIND_MAX));
    }

    private static Reply bars() {
        return Reply.wire(Arrays.stream(Bar.values()).map(WireOffice::kind).toList());
    }

    private Reply standing(Request request) {
        long number = WireJson.read(request.body(), WireOffice.Account.class).account();
        AccountId account = Ids.of(AccountId::new, number);
        Optional<ConsumerId> owner = office.owner(account);
        if (owner.isEmpty()) {
            return unknown();
        }
        looked(request, "holds.viewed", owner.get(), Map.of("account", number));
        return Reply.wire(holds.standing(account).stream().map(WireOffice::standing).toList());
    }

    private Reply set(Request request) {
        WireOffice.SetBar asked = WireJson.read(request.body(), WireOffice.SetBar.class);
        return outcome(holds.set(order(asked, request.held().person())));
    }

    private static HoldOrder order(WireOffice.SetBar asked, Person by) {
        return new HoldOrder(
                named(Bar.class, asked.bar()),
                Ids.of(AccountId::new, asked.account()),
                asked.phone().map(id -> Ids.of(PhoneId::new, id)),
                asked.until(),
                asked.evidence(),
                source(asked, by),
                by.id(),
                asked.attempt().map(id -> Ids.of(AttemptId::new, id)),
                times(asked),
                asked.place().map(place -> named(Place.class, place)));
    }

    /// Who is logged in tells who set it, unless another program did.
    private static HoldOrder.Source source(WireOffice.SetBar asked, Person by) {
        if (!asked.onPage().orElse(false)) {
            return HoldOrder.Source.API;
        } else if (by.holdsOneOf(Set.of(OFFICER))) {
            return HoldOrder.Source.OFFICER;
        } else if (by.holdsOneOf(Set.of(SUPERVISOR))) {
            return HoldOrder.Source.SUPERVISOR;
        } else {
            return HoldOrder.Source.AGENT;
        }
    }

    private static Optional<HoldOrder.Times> times(WireOffice.SetBar asked) {
        if (asked.from().isEmpty() || asked.to().isEmpty()) {
            return Optional.empty();
        }
        Set<DayOfWeek> days =
                asked.days().stream()
                        .map(day -> named(DayOfWeek.class, day))
                        .collect(Collectors.toSet());
        return Optional.of(
                new HoldOrder.Times(
                        days.isEmpty() ? Set.of(DayOfWeek.values()) : days,
                        time(asked.from().get()),
                        time(asked.to().get())));
    }

    private Reply lift(Request request) {
        WireOffice.Lift asked = WireJson.read(request.body(), WireOffice.Lift.class);
        return outcome(
                holds.lift(
                        new Holds.Key(named(Holds.Key.Kind.class, asked.kind()), asked.id()),
                        request.held().person().id(),
                        asked.reason(),
                        asked.evidence()));
    }

    private static Reply outcome(Holds.Outcome outcome) {
        return switch (outcome) {
            case Holds.Outcome.Done done ->
                    Reply.wire(new WireOffice.BarKey(done.key().kind().name(), done.key().id()));
            case Holds.Outcome.Refused refused ->
                    Reply.refused(409, refused.code(), refused.sentence());
        };
    }

    private Reply correct(Request request) {
        WireOffice.Correct asked = WireJson.read(request.body(), WireOffice.Correct.class);
        Office.Corrected done =
                office.correct(
                        Ids.of(AttemptId::new, asked.attempt()),
                        named(Outcome.class, asked.outcome()),
                        asked.reason(),
                        request.held().person().id());
        return switch (done) {
            case Office.Corrected.Done d -> Reply.wire(new WireOffice.Corrected(d.revision()));
            case Office.Corrected.Refused r -> Reply.refused(409, r.code(), r.sentence());
        };
    }

    private static Reply unknown() {
        return Reply.refused(404, "UNKNOWN", "There is no such thing here.");
    }

    /// @throws WireJson.Malformed when there is no such name
    private static <E extends Enum<E>> E named(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WireJson.Malformed("not a " + type.getSimpleName()));
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new WireJson.Malformed("not a time");
        }
    }
}
