package org.rightparty.console.web;

import org.rightparty.compliance.postgres.OverrideDesk;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rules set aside for one account, by two officers. Who does it is who is logged in, so nobody
/// approves her own request:
///
/// - `GET /api/overrides` answers all requests, which is a look at whom they are for
/// - `GET /api/overrides/rules` answers the rows that may be set aside
/// - `POST /api/overrides/ask` asks for one, `/approve` approves another's, `/refuse` refuses one
/// or takes it back, `/end` ends one before its time
public final class OverrideRoutes implements Routes {
    private static final OfficerSteps STEPS =
            new OfficerSteps("/api/overrides", 8_000, "OVERRIDE_REFUSED");

    private final OverrideDesk desk;
    private final Looks looks;
    private final InstantSource clock;

    public OverrideRoutes(OverrideDesk desk, Looks looks, InstantSource clock) {
        this.desk = desk;
        this.looks = looks;
        this.clock = clock;
    }

    /// @param phone absent for all numbers of the person
    /// @param from absent for now
    record Ask(
            String rule,
            long account,
            Optional<Long> phone,
            String reason,
            String evidence,
            Optional<Instant> from,
            Instant until) {}

    record Which(long id) {}

    /// A person who works here.
    record Officer(long id, String name) {}

    record Entry(
            long id,
            long consumer,
            long account,
            Optional<Long> phone,
            String rule,
            String reason,
            String evidence,
            Officer askedBy,
            Optional<Officer> approvedBy,
            Optional<Officer> withdrawnBy,
            Instant from,
            Instant until,
            String state) {}

    /// A row that may be set aside.
    record Row(String rule, String sentence, String citation) {}

    @Override
    public List<Route> routes() {
        return List.of(
                STEPS.read("", this::all),
                STEPS.read("/rules", _ -> rules()),
                STEPS.step("/ask", (r, by) -> told(desk.ask(order(r), by))),
                STEPS.step("/approve", (r, by) -> told(desk.approve(which(r), by))),
                STEPS.step("/refuse", (r, by) -> told(desk.refuse(which(r), by))),
                STEPS.step("/end", (r, by) -> told(desk.end(which(r), by))));
    }

    private Entry told(OverrideDesk.Asked asked) {
        return entry(asked, desk.names(List.of(asked)));
    }

    private List<Entry> all(Request request) {
        List<OverrideDesk.Asked> all = desk.list();
        looks.looked(
                request.held().person().id(),
                "overrides.viewed",
                Optional.empty(),
                Map.of("requests", all.size()),
                clock.instant());
        Map<AgentId, String> names = desk.names(all);
        return all.stream().map(each -> entry(each, names)).toList();
    }

    private List<Row> rules() {
        return desk.overridable().stream()
                .map(rule -> new Row(rule.id(), rule.sentence(), rule.citation()))
                .toList();
    }

    private static OverrideDesk.Order order(Request request) {
        Ask asked = WireJson.read(request.body(), Ask.class);
        return new OverrideDesk.Order(
                asked.rule(),
                Ids.of(AccountId::new, asked.account()),
                asked.phone().map(phone -> Ids.of(PhoneId::new, phone)),
                asked.reason(),
                asked.evidence(),
                asked.from(),
                asked.until());
    }

    private static long which(Request request) {
        return WireJson.read(request.body(), Which.class).id();
    }

    private static Officer officer(AgentId id, Map<AgentId, String> names) {
        return new Officer(id.value(), names.getOrDefault(id, ""));
    }

    private static Entry entry(OverrideDesk.Asked each, Map<AgentId, String> names) {
        return new Entry(
                each.id(),
                each.consumer().value(),
                each.account().value(),
                each.phone().map(PhoneId::value),
                each.rule(),
                each.reason(),
                each.evidence(),
                officer(each.askedBy(), names),
                each.approvedBy().map(id -> officer(id, names)),
                each.withdrawnBy().map(id -> officer(id, names)),
                each.from(),
                each.until(),
                each.state().name());
    }
}
