package org.rightparty.console.web;

import static org.rightparty.vocabulary.Role.OFFICER;

import org.rightparty.compliance.postgres.RulebookDesk;
import org.rightparty.compliance.postgres.RulebookFault;
import org.rightparty.compliance.postgres.RulebookOffice;
import org.rightparty.compliance.vectors.PolicyTests;
import org.rightparty.compliance.vectors.UnusableVector;

import java.util.List;
import java.util.Optional;

/// The life of a rulebook, for officers. Who does it is who is logged in, so nobody approves her
/// own draft:
///
/// - `GET /api/rulebooks` answers all versions of all books
/// - `POST /api/rulebooks/content` and `/diff` answer a version and what it changes against the one
/// in force
/// - `POST /api/rulebooks/draft` enters the rulebook that is the body as a draft, `/test` puts the
/// policy tests that are the body to a version, named in the address, with the other books in force
/// - `POST /api/rulebooks/try` tries it against the last 30 days and tomorrow, `/approve` approves
/// another's, both the text of the hash that was shown and no other; `/activate` puts it in force,
/// `/roll-back` takes it back
/// - `POST /api/rulebooks/replay` decides again what was decided
public final class RulebookRoutes implements Routes {
    private static final String ROOT = "/api/rulebooks";
    private static final Access OFFICERS = Access.of(OFFICER);
    private static final int BYTES_MAX = 2_000;
    private static final int BOOK_BYTES_MAX = 2_000_000;
    private static final int TEST_BYTES_MAX = 8_000_000;

    private final RulebookDesk desk;

    public RulebookRoutes(RulebookDesk desk) {
        this.desk = desk;
    }

    private interface Step {
        Object take(Request request, String by);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(ROOT, OFFICERS, r -> taken((_, _) -> list(), r)),
                step("/content", BYTES_MAX, (r, _) -> content(r)),
                step("/diff", BYTES_MAX, (r, _) -> diff(r)),
                step("/draft", BOOK_BYTES_MAX, this::draft),
                step("/test", TEST_BYTES_MAX, (r, _) -> test(r)),
                step("/try", BYTES_MAX, (r, _) -> tryOut(r)),
                step("/approve", BYTES_MAX, this::approve),
                step("/activate", BYTES_MAX, this::activate),
                step("/roll-back", BYTES_MAX, this::rollBack),
                step("/replay", BYTES_MAX, (r, _) -> replay(r)));
    }

    private static Route step(String path, int bytes, Step step) {
        return Route.post(ROOT + path, OFFICERS, bytes, r -> taken(step, r));
    }

    private static Reply taken(Step step, Request request) {
        try {
            return Reply.wire(step.take(request, request.held().person().login()));
        } catch (RulebookOffice.Refused refused) {
            return Reply.refused(409, "RULEBOOK_REFUSED", refused.sentence());
        } catch (RulebookFault fault) {
            return Reply.refused(400, "RULEBOOK_FAULT", fault.sentence());
        } catch (UnusableVector unusable) {
            return Reply.refused(400, "NO_POLICY_TESTS", sentence(unusable));
        }
    }

    private static String sentence(UnusableVector unusable) {
        return Optional.ofNullable(unusable.getMessage()).orElse("This is no file of tests.");
    }

    private Object list() {
        return desk.list().stream().map(WireRulebooks::edition).toList();
    }

    private Object content(Request request) {
        WireRulebooks.Which which = which(request);
        return new WireRulebooks.Content(desk.content(which.name(), which.version()));
    }

    private Object diff(Request request) {
        WireRulebooks.Which which = which(request);
        return desk.diff(which.name(), Optional.empty(), version(which)).stream()
                .map(WireRulebooks::change)
                .toList();
    }

    private Object draft(Request request, String by) {
        return WireRulebooks.edition(desk.draft(request.body(), by));
    }

    private Object tryOut(Request request) {
        WireRulebooks.Shown shown = WireJson.read(request.body(), WireRulebooks.Shown.class);
        return WireRulebooks.trial(
                desk.tryOut(shown.name(), shown.version(), Optional.of(shown.sha256())));
    }

    private Object test(Request request) {
        List<String> books = desk.contentsWith(query(request, "name"), query(request, "version"));
        return WireRulebooks.tested(new PolicyTests(books).run(request.body()));
    }

    private static String query(Request request, String name) {
        return Optional.ofNullable(request.query().get(name))
                .orElseThrow(() -> new WireJson.Malformed("no " + name));
    }

    private Object approve(Request request, String by) {
        WireRulebooks.Shown shown = WireJson.read(request.body(), WireRulebooks.Shown.class);
        return WireRulebooks.edition(
                desk.approve(shown.name(), shown.version(), Optional.of(shown.sha256()), by));
    }

    private Object activate(Request request, String by) {
        WireRulebooks.Activate asked = WireJson.read(request.body(), WireRulebooks.Activate.class);
        return WireRulebooks.edition(desk.activate(asked.name(), asked.version(), asked.at(), by));
    }

    private Object rollBack(Request request, String by) {
        return WireRulebooks.edition(desk.rollBack(which(request).name(), by));
    }

    private Object replay(Request request) {
        return WireRulebooks.replayed(
                desk.replay(WireJson.read(request.body(), WireRulebooks.Since.class).since()));
    }

    private static WireRulebooks.Which which(Request request) {
        return WireJson.read(request.body(), WireRulebooks.Which.class);
    }

    private static String version(WireRulebooks.Which which) {
        return which.version().orElseThrow(() -> new WireJson.Malformed("no version"));
    }
}
