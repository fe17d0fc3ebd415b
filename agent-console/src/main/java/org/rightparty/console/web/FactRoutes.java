package org.rightparty.console.web;

import static org.rightparty.vocabulary.Role.AGENT;
import static org.rightparty.vocabulary.Role.OFFICER;
import static org.rightparty.vocabulary.Role.SUPERVISOR;

import org.rightparty.compliance.facts.FactOrder;
import org.rightparty.compliance.facts.Facts;
import org.rightparty.compliance.holds.HoldOrder;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.Places;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AttemptId;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of consumers from outside our own calls:
///
/// - `GET /api/compliance/facts/choices` answers what may be named
/// - `POST /api/compliance/facts/known` answers what was recorded; the look is an entry
/// - `POST /api/compliance/facts` records one fact
/// - `POST /api/desk/places` keeps where somebody says she is, in a call of this agent
public final class FactRoutes implements Routes {
    private static final int BYTES_MAX = 8_000;
    private static final int WORDS_MAX = 500;
    private static final int DAYS_MAX = 366;

    private final Facts facts;
    private final Places places;
    private final Looks looks;
    private final InstantSource clock;

    public FactRoutes(Facts facts, Places places, Looks looks, InstantSource clock) {
        this.facts = facts;
        this.places = places;
        this.looks = looks;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(
                        "/api/compliance/facts/choices",
                        Access.of(AGENT, SUPERVISOR, OFFICER),
                        _ -> Reply.wire(WireFacts.choices(facts.choices()))),
                Route.post(
                        "/api/compliance/facts/known",
                        Access.of(SUPERVISOR, OFFICER),
                        BYTES_MAX,
                        this::known),
                Route.post("/api/compliance/facts", Access.of(OFFICER), BYTES_MAX, this::record),
                Route.post("/api/desk/places", Access.of(AGENT), BYTES_MAX, this::said));
    }

    private Reply known(Request request) {
        long account = WireJson.read(request.body(), WireFacts.Account.class).account();
        List<Facts.Known> known = facts.known(Ids.of(AccountId::new, account));
        looks.looked(
                request.held().person().id(),
                "facts.viewed",
                Optional.empty(),
                Map.of("account", account),
                clock.instant());
        return Reply.wire(known.stream().map(WireFacts::known).toList());
    }

    private Reply record(Request request) {
        WireFacts.Order asked = WireJson.read(request.body(), WireFacts.Order.class);
        Instant now = clock.instant();
        FactOrder order =
                new FactOrder(
                        new FactOrders(asked, now).fact(),
                        Ids.of(AccountId::new, asked.account()),
                        asked.evidence(),
                        HoldOrder.Source.OFFICER,
                        request.held().person().id());
        return switch (facts.record(order)) {
            case Facts.Outcome.Recorded done -> Reply.wire(key(done.key(), true));
            case Facts.Outcome.KnownAlready done -> Reply.wire(key(done.key(), false));
            case Facts.Outcome.Refused no -> Reply.refused(409, no.code(), no.sentence());
        };
    }

    private static WireFacts.Key key(Facts.Key key, boolean recorded) {
        return new WireFacts.Key(key.kind().name(), key.id(), recorded);
    }

    private Reply said(Request request) {
        WireFacts.Said said = WireJson.read(request.body(), WireFacts.Said.class);
        String words = said.words().strip();
        boolean fits = said.days().filter(days -> days < 1 || days > DAYS_MAX).isEmpty();
        if (words.isEmpty() || words.length() > WORDS_MAX || !fits) {
            throw new WireJson.Malformed("not a place that was said");
        }
        Places.Said place =
                new Places.Said(
                        Ids.of(AttemptId::new, said.attempt()),
                        said.place(),
                        said.zone().map(FactOrders::zone),
                        said.days().map(Duration::ofDays),
                        words);
        return switch (places.said(place, request.held().person().id())) {
            case Answer.Accepted _ -> Reply.done();
            case Answer.Declined no -> Reply.refused(409, no.code(), no.sentence());
        };
    }
}
