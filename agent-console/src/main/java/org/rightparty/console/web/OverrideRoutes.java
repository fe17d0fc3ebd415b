package org.rightparty.console.web;

import static org.rightparty.vocabulary.Role.OFFICER;

import org.rightparty.compliance.postgres.OverrideDesk;
import org.rightparty.compliance.postgres.RulebookOffice;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Rules set aside for one account, by two officers. Who does it is who is logged in, so nobody
/// approves her own request:
///
/// - `GET /api/overrides` answers all requests
/// - `POST /api/overrides/ask` asks for one, `/approve` approves another's, `/refuse` refuses one
/// or takes it back, `/end` ends one before its time
public final class OverrideRoutes implements Routes {
    private static final String ROOT = "/api/overrides";
    private static final Access OFFICERS = Access.of(OFFICER);
    private static final int BYTES_MAX = 8_000;

    private final OverrideDesk desk;

    public OverrideRoutes(OverrideDesk desk) {
        this.desk = desk;
    }

    private interface Step {
        OverrideDesk.Asked take(Request request, AgentId by);
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

    record Entry(
            long id,
            long consumer,
            long account,
            Optional<Long> phone,
            String rule,
            String reason,
            String evidence,
            long askedBy,
            Optional<Long> approvedBy,
            Optional<Long> withdrawnBy,
            Instant from,
            Instant until,
            String state) {}

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(ROOT, OFFICERS, _ -> Reply.wire(all())),
                step("/ask", (r, by) -> desk.ask(order(r), by)),
                step("/approve", (r, by) -> desk.approve(which(r), by)),
                step("/refuse", (r, by) -> desk.refuse(which(r), by)),
                step("/end", (r, by) -> desk.end(which(r), by)));
    }

    private static Route step(String path, Step step) {
        return Route.post(ROOT + path, OFFICERS, BYTES_MAX, r -> taken(step, r));
    }

    private static Reply taken(Step step, Request request) {
        try {
            return Reply.wire(entry(step.take(request, request.held().person().id())));
        } catch (RulebookOffice.Refused refused) {
            return Reply.refused(409, "OVERRIDE_REFUSED", refused.sentence());
        }
    }

    private List<Entry> all() {
        return desk.list().stream().map(OverrideRoutes::entry).toList();
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

    private static Entry entry(OverrideDesk.Asked each) {
        return new Entry(
                each.id(),
                each.consumer().value(),
                each.account().value(),
                each.phone().map(PhoneId::value),
                each.rule(),
                each.reason(),
                each.evidence(),
                each.askedBy().value(),
                each.approvedBy().map(AgentId::value),
                each.withdrawnBy().map(AgentId::value),
                each.from(),
                each.until(),
                each.state().name());
    }
}
