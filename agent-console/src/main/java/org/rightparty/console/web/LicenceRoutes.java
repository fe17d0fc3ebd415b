package org.rightparty.console.web;

import org.rightparty.compliance.postgres.LicenceDesk;
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
    private static final OfficerSteps STEPS =
            new OfficerSteps("/api/licences", 2_000, "LICENCE_REFUSED");

    private final LicenceDesk desk;

    public LicenceRoutes(LicenceDesk desk) {
        this.desk = desk;
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
                STEPS.read("", _ -> all()),
                STEPS.step("/add", (request, by) -> entry(add(request, by))),
                STEPS.step("/end", (request, by) -> entry(end(request, by))));
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
