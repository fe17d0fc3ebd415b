package org.rightparty.console.web;

import static org.rightparty.vocabulary.Role.OFFICER;

import org.rightparty.console.office.Searches;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Searches of the records that an officer keeps for herself:
///
/// - `GET /api/audit/searches` answers hers
/// - `POST /api/audit/searches` keeps one, in place of one of the same name, and `…/forget` drops
/// one; both answer what is left
///
/// Nothing about a consumer is kept: the fields that could hold it are no fields here.
public final class SearchRoutes implements Routes {
    private static final String ROOT = "/api/audit/searches";
    private static final int BYTES_MAX = 4_000;
    private static final int NAME_MAX = 80;
    private static final int FIELD_MAX = 200;

    private final Searches searches;
    private final InstantSource clock;

    public SearchRoutes(Searches searches, InstantSource clock) {
        this.searches = searches;
        this.clock = clock;
    }

    /// What the form looks for, as it is typed; empty where it looks for nothing.
    record Wanted(
            String agent,
            String campaign,
            String rule,
            String outcome,
            String allowed,
            String from,
            String to) {
        Map<String, String> fields() {
            return Map.of(
                    "agent", agent,
                    "campaign", campaign,
                    "rule", rule,
                    "outcome", outcome,
                    "allowed", allowed,
                    "from", from,
                    "to", to);
        }
    }

    record Save(String name, Wanted wanted) {}

    record Forget(String name) {}

    record Saved(String name, Map<String, String> wanted) {}

    @Override
    public List<Route> routes() {
        Access officers = Access.of(OFFICER);
        return List.of(
                Route.get(ROOT, officers, this::all),
                Route.post(ROOT, officers, BYTES_MAX, this::save),
                Route.post(ROOT + "/forget", officers, BYTES_MAX, this::forget));
    }

    private Reply all(Request request) {
        return Reply.wire(
                searches.of(request.held().person().id()).stream()
                        .map(one -> new Saved(one.name(), new TreeMap<>(one.fields())))
                        .toList());
    }

    private Reply save(Request request) {
        Save wanted = WireJson.read(request.body(), Save.class);
        String name = wanted.name().strip();
        Map<String, String> fields = wanted.wanted().fields();
        if (name.isEmpty() || name.length() > NAME_MAX || isLong(fields)) {
            throw new WireJson.Malformed("not a search to keep");
        }
        boolean kept =
                searches.save(
                        request.held().person().id(),
                        new Searches.Saved(name, fields),
                        clock.instant());
        return kept
                ? all(request)
                : Reply.refused(
                        409,
                        "TOO_MANY",
                        "You keep " + Searches.MOST + " searches. Forget one before the next.");
    }

    private static boolean isLong(Map<String, String> fields) {
        return fields.values().stream().anyMatch(field -> field.length() > FIELD_MAX);
    }

    private Reply forget(Request request) {
        Forget wanted = WireJson.read(request.body(), Forget.class);
        searches.forget(request.held().person().id(), wanted.name());
        return all(request);
    }
}
