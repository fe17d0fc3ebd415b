package org.rightparty.console.web;

import static org.rightparty.vocabulary.Role.OFFICER;

import org.rightparty.compliance.audit.Audit;
import org.rightparty.compliance.ledger.Selection;
import org.rightparty.console.sheets.Sheet;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The officer's search, and all she looks at; each look is an entry of the ledger.
///
/// - `GET /api/audit/choices` answers campaigns, people and rules to choose from,
/// `GET …/abandonment` what each rule of abandonment measures
/// - `POST /api/audit/search` answers decisions, the newest first; `POST …/decision` one of them
/// with all it looked at; `POST …/timeline` what was done about a person
/// - `GET /api/audit/recordings/:attempt` answers the sound of a call, `…/marks` what happened
/// - `POST /api/audit/export` answers all that a search finds as CSV or XLSX, or the first ten
/// thousand as PDF; `POST …/proof` a ZIP that proves itself
///
/// Names and numbers are sent in bodies, never in addresses.
public final class AuditRoutes implements Routes {
    private static final String ROOT = "/api/audit";
    private static final Access OFFICERS = Access.of(OFFICER);
    private static final int BYTES_MAX = 8_000;
    private static final int ROWS = 50;
    private static final int MOMENTS_MAX = 300;

    private final Audit audit;
    private final Recordings recordings;
    private final Proofs proofs;
    private final AuditExport exports;
    private final Looks looks;
    private final InstantSource clock;

    /// Where the sound of calls comes from; hearing it is entered there.
    public interface Recordings {
        Optional<byte[]> hear(AttemptId attempt, AgentId by, Instant now);
    }

    /// Writes an export of the ledger into a file that is deleted later.
    public interface Proofs {
        Path write(Selection selection, AgentId by, Instant now);
    }

    /// @param directory where exports lie until they are sent
    public AuditRoutes(
            Audit audit,
            Recordings recordings,
            Proofs proofs,
            Path directory,
            Looks looks,
            InstantSource clock) {
        this.audit = audit;
        this.recordings = recordings;
        this.proofs = proofs;
        this.exports = new AuditExport(audit, directory);
        this.looks = looks;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(ROOT + "/choices", OFFICERS, _ -> Reply.wire(audit.choices())),
                Route.get(
                        ROOT + "/abandonment",
                        OFFICERS,
                        _ -> Reply.wire(audit.abandonment(clock.instant()))),
                post("/search", this::search),
                post("/decision", this::decision),
                post("/timeline", this::timeline),
                post("/export", this::export),
                post("/proof", this::proof),
                Route.get(ROOT + "/recordings/:attempt", OFFICERS, this::hear),
                Route.get(ROOT + "/recordings/:attempt/marks", OFFICERS, this::marks));
    }

    private static Route post(String path, Route.Handling handling) {
        return Route.post(ROOT + path, OFFICERS, BYTES_MAX, handling);
    }

    private void looked(
            Request request, String kind, Optional<ConsumerId> whom, Map<String, Object> detail) {
        looks.looked(request.held().person().id(), kind, whom, detail, clock.instant());
    }

    private Reply search(Request request) {
        WireAudit.Query wanted = WireJson.read(request.body(), WireAudit.Query.class);
        List<Audit.Found> found = audit.search(wanted.toCore(), ROWS + 1);
        List<Audit.Found> shown = found.subList(0, Math.min(ROWS, found.size()));
        looked(
                request,
                "audit.searched",
                wanted.consumer().map(id -> Ids.of(ConsumerId::new, id)),
                by(wanted));
        return Reply.wire(
                new WireAudit.Page(
                        shown.stream().map(WireAudit.Found::of).toList(), found.size() > ROWS));
    }

    /// By which fields was searched, and not for whom.
    private static Map<String, Object> by(WireAudit.Query query) {
        List<String> fields =
                Map.of(
                                "name", query.name().isPresent(),
                                "phone", query.phone().isPresent(),
                                "account", query.account().isPresent(),
                                "agent", query.agent().isPresent(),
                                "campaign", query.campaign().isPresent(),
                                "rule", query.rule().isPresent(),
                                "outcome", query.outcome().isPresent())
                        .entrySet()
                        .stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
        return Map.of(
                "fields", fields, "from", query.from().toString(), "to", query.to().toString());
    }

    private Reply decision(Request request) {
        Audit.Place place = WireJson.read(request.body(), WireAudit.Place.class).toCore();
        Optional<Audit.Decision> decision = audit.decision(place);
        decision.ifPresent(d ->
                looked(
                        request,
                        "decision.viewed",
                        Optional.of(d.found().consumer()),
                        Map.of("decision", place.id())));
        return decision.map(d -> Reply.wire(WireAudit.Decision.of(d)))
                .orElseGet(AuditRoutes::unknown);
    }

    private Reply timeline(Request request) {
        ConsumerId consumer =
                Ids.of(
                        ConsumerId::new,
                        WireJson.read(request.body(), WireAudit.Consumer.class).consumer());
        looked(request, "person.viewed", Optional.of(consumer), Map.of());
        return Reply.wire(
                audit.timeline(consumer, MOMENTS_MAX).stream().map(WireAudit.Moment::of).toList());
    }

    private Reply hear(Request request) {
        return recordings
                .hear(attempt(request), request.held().person().id(), clock.instant())
                .<Reply>map(sound -> new Reply.Bytes("audio/wav", "call.wav", sound))
                .orElseGet(AuditRoutes::unknown);
    }

    private Reply marks(Request request) {
        AttemptId attempt = attempt(request);
        Optional<Audit.Marks> found = audit.marks(attempt);
        found.ifPresent(call ->
                looked(
                        request,
                        "recording.viewed",
                        Optional.of(call.consumer()),
                        Map.of("attempt", attempt.value())));
        return found.<Reply>map(call -> Reply.wire(call.marks())).orElseGet(AuditRoutes::unknown);
    }

    private Reply export(Request request) {
        WireAudit.Export wanted = WireJson.read(request.body(), WireAudit.Export.class);
        Sheet.Format format =
                Arrays.stream(Sheet.Format.values())
                        .filter(f -> f.name().equals(wanted.format()))
                        .findFirst()
                        .orElseThrow(() -> new WireJson.Malformed("no such format"));
        AuditExport.Written written =
                exports.write(wanted.query().toCore(), format, clock.instant());
        looked(
                request,
                "audit.exported",
                wanted.query().consumer().map(id -> Ids.of(ConsumerId::new, id)),
                Map.of("rows", written.rows(), "format", format.name()));
        return new Reply.Passing(format.type(), "decisions." + format.ending(), written.file());
    }

    private Reply proof(Request request) {
        WireAudit.Proof wanted = WireJson.read(request.body(), WireAudit.Proof.class);
        Path file = proofs.write(selection(wanted), request.held().person().id(), clock.instant());
        return new Reply.Download("application/zip", "proof.zip", file);
    }

    private static Selection selection(WireAudit.Proof wanted) {
        if (wanted.consumer().isPresent()) {
            return new Selection.OfConsumer(Ids.of(ConsumerId::new, wanted.consumer().get()));
        } else if (wanted.campaign().isPresent()) {
            return new Selection.OfCampaign(Ids.of(CampaignId::new, wanted.campaign().get()));
        } else if (wanted.from().isPresent() && wanted.to().isPresent()) {
            return period(wanted.from().get(), wanted.to().get());
        }
        return new Selection.Everything();
    }

    private static Selection period(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw new WireJson.Malformed("a period ends after it begins");
        }
        return new Selection.Period(from, to);
    }

    private static AttemptId attempt(Request request) {
        String text = request.path().getOrDefault("attempt", "");
        if (!text.matches("[0-9]{1,18}")) {
            throw new WireJson.Malformed("not a number");
        }
        return Ids.of(AttemptId::new, Long.parseLong(text));
    }

    private static Reply unknown() {
        return Reply.refused(404, "UNKNOWN", "There is no such thing here.");
    }
}
