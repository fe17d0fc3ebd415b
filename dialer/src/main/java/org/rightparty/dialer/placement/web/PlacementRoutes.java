package org.rightparty.dialer.placement.web;

import org.rightparty.console.administration.CampaignBook;
import org.rightparty.console.web.Access;
import org.rightparty.console.web.Reply;
import org.rightparty.console.web.Request;
import org.rightparty.console.web.Route;
import org.rightparty.console.web.Route.Method;
import org.rightparty.console.web.Route.Takes;
import org.rightparty.console.web.Routes;
import org.rightparty.dialer.placement.Mapping;
import org.rightparty.dialer.placement.PlacementBook;
import org.rightparty.dialer.placement.PlacementBook.Client;
import org.rightparty.dialer.placement.UnusableFile;
import org.rightparty.dialer.placement.file.ImportRequest;
import org.rightparty.dialer.placement.file.ImportRequest.Effect;
import org.rightparty.dialer.placement.file.MappingJson;
import org.rightparty.dialer.placement.file.PlacementImport;
import org.rightparty.vocabulary.Role;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Placement files for supervisors and administrators:
///
/// - `POST /api/placements?client=&name=` with the file as the body starts an import and answers
/// its job; `dryRun=true`, `practice=true`, `newClient=true`, `portfolio=`, `campaign=` and
/// `mapping=` (the JSON itself) as on the command line
/// - `POST /api/placements/preview?client=&name=` answers how its first rows would be read
/// - `GET /api/placements/:job` answers how far it is, and in the end the report
/// - `GET /api/placements/:job/rejects` answers the reject file
/// - `GET` and `PUT /api/placements/mappings/:client` answer and save a client's mapping; with
/// `newClient=true` it enters a client that is not known
public final class PlacementRoutes implements Routes {
    private static final long FILE_BYTES_MAX = 4L << 30;
    private static final long PREVIEW_BYTES_MAX = 64L << 20;

    /// Two at once leave the calls their connections; the jobs of a day are remembered.
    private static final Jobs.Limits LIMITS = new Jobs.Limits(2, 10, 200);

    private static final int MAPPING_BYTES_MAX = 1 << 20;
    private static final Access OFFICE = Access.of(Role.SUPERVISOR, Role.ADMIN);

    private final PlacementImport imports;
    private final PlacementBook book;
    private final PlacementCampaigns campaigns;
    private final Jobs jobs;
    private final Uploads uploads;
    private final InstantSource clock;

    /// @param uploads where files lie while they are imported; ours alone, made when missing
    public PlacementRoutes(
            PlacementImport imports,
            PlacementBook book,
            CampaignBook campaigns,
            Path uploads,
            InstantSource clock) {
        this.imports = imports;
        this.book = book;
        this.campaigns = new PlacementCampaigns(campaigns, clock);
        this.jobs = new Jobs(imports, LIMITS);
        this.uploads = new Uploads(uploads);
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                route(
                        Method.GET,
                        "/api/placements/mappings/:client",
                        new Takes.Nothing(),
                        this::mapping),
                route(
                        Method.PUT,
                        "/api/placements/mappings/:client",
                        new Takes.Text(MAPPING_BYTES_MAX),
                        this::saveMapping),
                route(
                        Method.POST,
                        "/api/placements/preview",
                        new Takes.File(PREVIEW_BYTES_MAX),
                        this::preview),
                route(Method.POST, "/api/placements", new Takes.File(FILE_BYTES_MAX), this::start),
                route(Method.GET, "/api/placements/:job", new Takes.Nothing(), this::progress),
                route(
                        Method.GET,
                        "/api/placements/:job/rejects",
                        new Takes.Nothing(),
                        this::rejects));
    }

    private static Route route(Method method, String path, Takes takes, Route.Handling handling) {
        return new Route(method, path, OFFICE, takes, handling);
    }

    private Reply start(Request request) {
        return withUsable(() -> {
            Jobs.Afterwards afterwards = campaigns.afterwards(request);
            ImportRequest asked = importRequest(request, request.file().orElseThrow());
            ImportRequest kept = asked.from(uploads.keep(asked.file()));
            return jobs.start(kept, afterwards)
                    .map(PlacementWire::started)
                    .orElseGet(() -> refused(kept));
        });
    }

    private static Reply refused(ImportRequest kept) {
        Uploads.delete(kept.file());
        return Reply.refused(
                429,
                "TOO_MANY_IMPORTS",
                "Too many imports wait already. Send the file again when some have ended.");
    }

    private Reply preview(Request request) {
        return withUsable(() ->
                PlacementWire.preview(
                        imports.preview(importRequest(request, request.file().orElseThrow()))));
    }

    private Reply progress(Request request) {
        return number(request)
                .flatMap(number ->
                        jobs.find(number)
                                .map(job -> PlacementWire.progress(job, jobs.ahead(number))))
                .orElseGet(PlacementRoutes::unknown);
    }

    private Reply rejects(Request request) {
        return number(request)
                .flatMap(jobs::find)
                .flatMap(Jobs.Job::rejects)
                .map(PlacementRoutes::download)
                .orElseGet(PlacementRoutes::unknown);
    }

    private static Reply download(Path rejects) {
        return new Reply.Download("text/csv; charset=utf-8", "rejects.csv", rejects);
    }

    private static Optional<Long> number(Request request) {
        String number = request.path().getOrDefault("job", "");
        return number.matches("[0-9]{1,15}")
                ? Optional.of(Long.parseLong(number))
                : Optional.empty();
    }

    private static Reply unknown() {
        return Reply.refused(404, "UNKNOWN", "There is no such thing here.");
    }

    private Reply mapping(Request request) {
        return client(request)
                .flatMap(client -> book.mapping(client.id()))
                .map(MappingJson::write)
                .map(Reply::json)
                .orElseGet(PlacementRoutes::unknown);
    }

    private Reply saveMapping(Request request) {
        return withUsable(() -> {
            Mapping mapping = MappingJson.read(request.body());
            Optional<Client> client =
                    client(request)
                            .or(() ->
                                    isSet(request.query(), "newClient")
                                            ? Optional.of(book.enterClient(clientName(request)))
                                            : Optional.empty());
            client.ifPresent(c -> book.saveMapping(c.id(), mapping, clock.instant()));
            return client.isPresent() ? Reply.done() : unknown();
        });
    }

    private Optional<Client> client(Request request) {
        return book.client(clientName(request));
    }

    private static String clientName(Request request) {
        return request.path().getOrDefault("client", "");
    }

    private static Reply withUsable(java.util.function.Supplier<Reply> work) {
        try {
            return work.get();
        } catch (UnusableFile unusable) {
            return Reply.refused(400, "UNUSABLE", String.valueOf(unusable.getMessage()));
        }
    }

    private static ImportRequest importRequest(Request request, Path file) {
        Map<String, String> query = request.query();
        String mapping = query.getOrDefault("mapping", "");
        return new ImportRequest(
                file,
                query.getOrDefault("name", "upload"),
                query.getOrDefault("client", ""),
                query.getOrDefault("portfolio", ""),
                mapping.isEmpty() ? null : MappingJson.read(mapping),
                isSet(query, "dryRun") ? Effect.DRY_RUN : Effect.IMPORT,
                isSet(query, "newClient"),
                isSet(query, "practice"));
    }

    private static boolean isSet(Map<String, String> query, String name) {
        return query.getOrDefault(name, "").equals("true");
    }
}
