package org.rightparty.console.fakes;

import org.rightparty.compliance.facts.Fact;
import org.rightparty.compliance.facts.FactFaults;
import org.rightparty.compliance.facts.FactOrder;
import org.rightparty.compliance.facts.Facts;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.Places;
import org.rightparty.console.web.FactRoutes;
import org.rightparty.console.web.Route;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Facts in memory, refused by themselves as in the tables.
public final class FakeFacts implements Facts, Places {
    private final List<FactOrder> orders = new CopyOnWriteArrayList<>();
    private final List<Said> said = new CopyOnWriteArrayList<>();
    private final List<String> looks = new CopyOnWriteArrayList<>();

    /// The routes over them.
    public List<Route> routes() {
        return new FactRoutes(
                        this, this, (_, kind, _, _, _) -> looks.add(kind), InstantSource.system())
                .routes();
    }

    @Override
    public Answer said(Said place, AgentId by) {
        said.add(place);
        return new Answer.Accepted();
    }

    @Override
    public Outcome record(FactOrder order) {
        Optional<Outcome.Refused> fault = FactFaults.of(order, Instant.MAX);
        if (fault.isPresent()) {
            return fault.get();
        }
        orders.add(order);
        return new Outcome.Recorded(key(order, orders.size()));
    }

    private static Key key(FactOrder order, int id) {
        return switch (order.fact()) {
            case Fact.StatedPlace _ -> new Key(Kind.PLACE, id);
            case Fact.SentNotice _ -> new Key(Kind.NOTICE, id);
            case Fact.PastContact _ -> new Key(Kind.CONTACT, id);
            case Fact.Consented _ -> new Key(Kind.CONSENT, id);
            case Fact.LookUp _ -> new Key(Kind.LOOK_UP, id);
        };
    }

    @Override
    public List<Known> known(AccountId account) {
        return orders.stream().map(order -> known(order, orders.indexOf(order))).toList();
    }

    private static Known known(FactOrder order, int id) {
        return new Known(
                key(order, id),
                code(order.fact()),
                List.of("as it was recorded"),
                Optional.of(order.account()),
                Optional.empty(),
                order.fact().at(),
                Optional.empty(),
                Standing.STANDS,
                order.evidence(),
                order.source().name(),
                Optional.of(order.by()));
    }

    private static String code(Fact fact) {
        return switch (fact) {
            case Fact.StatedPlace place -> place.jurisdiction().orElse("");
            case Fact.SentNotice notice -> notice.notice();
            case Fact.PastContact contact -> contact.kind().name();
            case Fact.Consented consent -> consent.kind().name();
            case Fact.LookUp lookUp -> lookUp.lineType().map(Enum::name).orElse("UNKNOWN");
        };
    }

    @Override
    public Choices choices() {
        return new Choices(
                List.of(
                        new Region("CA-ON", List.of("America/Toronto", "America/Winnipeg")),
                        new Region("US-CA", List.of("America/Los_Angeles"))),
                List.of("FIRST_NOTICE"));
    }

    /// Places that were named in calls.
    public List<Said> places() {
        return List.copyOf(said);
    }

    /// Who looked at what.
    public List<String> looks() {
        return List.copyOf(looks);
    }

    /// What was recorded, in order.
    public List<FactOrder> orders() {
        return List.copyOf(orders);
    }
}
