package org.rightparty.console.web;

import static org.rightparty.vocabulary.Role.OFFICER;

import org.rightparty.compliance.postgres.LicenceDesk;
import org.rightparty.compliance.postgres.RulebookOffice;
import org.rightparty.vocabulary.AgentId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Licences to collect, for officers:
///
/// - `GET /api/licences` answers all that were ever entered
/// - `POST /api/licences/add` enters one that is held, or that one is required and missing; `/end`
/// ends one
public final class LicenceRoutes implements Routes {
    private static final String ROOT = "/api/licences";
    private static final Access OFFICERS = Access.of(OFFICER);
    private static final int BYTES_MAX = 2_000;

    private final LicenceDesk desk;

    public LicenceRoutes(LicenceDesk desk) {
        this.desk = desk;
    }

    private interface Step {
        LicenceDesk.Licence take(Request request, AgentId by);
    }

    /// @param number absent when the place requires one and we have none
    /// @param from absent for now
    record Add(
            String place,
            Optional<String> number,
            Optional<Instant> from,
            Optional<Instant> until,
            String evidence) {}

    /// @param at absent for at once
    record End(long id, Optional<Instant> at) {}

    record Entry(
            long id,
            String place,
            boolean held,
            String number,
            Instant from,
            Optional<Instant> until,
            String evidence) {}

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(ROOT, OFFICERS, _ -> Reply.wire(all())),
                step("/add", this::add),
                step("/end", this::end));
    }

    private static Route step(String path, Step step) {
        return Route.post(ROOT + path, OFFICERS, BYTES_MAX, r -> taken(step, r));
    }

    private static Reply taken(Step step, Request request) {
        try {
            return Reply.wire(entry(step.take(request, request.held().person().id())));
        } catch (RulebookOffice.Refused refused) {
            return Reply.refused(409, "LICENCE_REFUSED", refused.sentence());
        }
    }

    private List<Entry> all() {
        return desk.list().stream().map(LicenceRoutes::entry).toList();
    }

    private LicenceDesk.Licence add(Request request, AgentId by) {
        Add asked = WireJson.read(request.body(), Add.class);
        return desk.add(
                new LicenceDesk.Order(
                        asked.place(),
                        asked.number(),
                        asked.from(),
                        asked.until(),
                        asked.evidence()),
                by);
    }

    private LicenceDesk.Licence end(Request request, AgentId by) {
        End asked = WireJson.read(request.body(), End.class);
        return desk.end(asked.id(), asked.at(), by);
    }

    private static Entry entry(LicenceDesk.Licence each) {
        return new Entry(
                each.id(),
                each.place(),
                each.held(),
                each.number(),
                each.from(),
                each.until(),
                each.evidence());
    }
}
