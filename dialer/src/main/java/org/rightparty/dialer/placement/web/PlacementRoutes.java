package org.rightparty.dialer.placement.web;

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
/// its job; `dryRun=true`, `practice=true`, `newClient=true` and `portfolio=` as on the command
/// line
/// - `POST /api/placements/preview?client=&name=` answers how its first rows would be read
/// - `GET /api/placements/:job` answers how far it is, and in the end the report
/// - `GET /api/placements/:job/rejects` answers the reject file
/// - `GET` and `PUT /api/placements/mappings/:client` answer and save a client's mapping
public final class PlacementRoutes implements Routes {
    private static final long FILE_BYTES_MAX = 4L << 30;
    private static final long PREVIEW_BYTES_MAX = 64L << 20;

    /// Enough to look back over a day.
    private static final int REMEMBERED_MAX = 200;

    private static final int MAPPING_BYTES_MAX = 1 << 20;
    private static final Access OFFICE = Access.of(Role.SUPERVISOR, Role.ADMIN);

    private final PlacementImport imports;
    private final PlacementBook book;
    private final Jobs jobs;
    private final Uploads uploads;
    private final InstantSource clock;

    /// @param uploads where files lie while they are imported; ours alone, made when missing
    public PlacementRoutes(
            PlacementImport imports, PlacementBook book, Path uploads, InstantSource clock) {
        this.imports = imports;
        this.book = book;
        this.jobs = new Jobs(imports, REMEMBERED_MAX);
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
            Path upload = uploads.keep(request.file().orElseThrow());
            long job = jobs.start(importRequest(request, upload));
            return PlacementWire.started(job);
        });
    }

    private Reply preview(Request request) {
        return withUsable(() ->
                PlacementWire.preview(
                        imports.preview(importRequest(request, request.file().orElseThrow()))));
    }

    private Reply progress(Request request) {
        return job(request).map(PlacementWire::progress).orElseGet(PlacementRoutes::unknown);
    }

    private Reply rejects(Request request) {
        return job(request)
                .flatMap(Jobs.Job::rejects)
                .map(PlacementRoutes::download)
                .orElseGet(PlacementRoutes::unknown);
    }

    private static Reply download(Path rejects) {
        return new Reply.Download("text/csv; charset=utf-8", "rejects.csv", rejects);
    }

    private Optional<Jobs.Job> job(Request request) {
        String number = request.path().getOrDefault("job", "");
        return number.matches("[0-9]{1,15}") ? jobs.find(Long.parseLong(number)) : Optional.empty();
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
            Optional<Client> client = client(request);
            client.ifPresent(c -> book.saveMapping(c.id(), mapping, clock.instant()));
            return client.isPresent() ? Reply.done() : unknown();
        });
    }

    private Optional<Client> client(Request request) {
        return book.client(request.path().getOrDefault("client", ""));
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
        return new ImportRequest(
                file,
                query.getOrDefault("name", "upload"),
                query.getOrDefault("client", ""),
                query.getOrDefault("portfolio", ""),
                null,
                isSet(query, "dryRun") ? Effect.DRY_RUN : Effect.IMPORT,
                isSet(query, "newClient"),
                isSet(query, "practice"));
    }

    private static boolean isSet(Map<String, String> query, String name) {
        return query.getOrDefault(name, "").equals("true");
    }
}
