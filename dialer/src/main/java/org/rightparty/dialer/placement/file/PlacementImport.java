package org.rightparty.dialer.placement.file;

import org.rightparty.dialer.placement.AfterPlacement;
import org.rightparty.dialer.placement.Binding;
import org.rightparty.dialer.placement.Checks;
import org.rightparty.dialer.placement.Fault;
import org.rightparty.dialer.placement.Mapping;
import org.rightparty.dialer.placement.PhoneReader;
import org.rightparty.dialer.placement.Placement;
import org.rightparty.dialer.placement.PlacementBook;
import org.rightparty.dialer.placement.PlacementBook.Client;
import org.rightparty.dialer.placement.PlacementBook.Opening;
import org.rightparty.dialer.placement.PlacementBook.Run;
import org.rightparty.dialer.placement.PlacementBook.Writing;
import org.rightparty.dialer.placement.PostalRegions;
import org.rightparty.dialer.placement.Reading;
import org.rightparty.dialer.placement.RowReader;
import org.rightparty.dialer.placement.SourceRow;
import org.rightparty.dialer.placement.Tally;
import org.rightparty.dialer.placement.UnusableFile;
import org.rightparty.dialer.placement.file.ImportReport.Ending;
import org.rightparty.dialer.placement.file.ImportRequest.Effect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Imports placement files: reads, checks, writes in batches that each commit with the count of
/// rows done, so that an import that was cut short goes on where it stopped.
public final class PlacementImport {
    static final int BATCH_ROWS = 1_000;
    static final int PREVIEW_ROWS = 50;

    private final PlacementBook book;
    private final PostalRegions regions;
    private final AfterPlacement after;
    private final InstantSource clock;
    private final PhoneReader phones = new NumberReader();

    public PlacementImport(
            PlacementBook book, PostalRegions regions, AfterPlacement after, InstantSource clock) {
        this.book = book;
        this.regions = regions;
        this.after = after;
        this.clock = clock;
    }

    /// Hears how far the import is, after each batch.
    public interface Progress {
        Progress UNHEARD = (tally, rows) -> {};

        /// @param rows how many rows the file has
        void at(Tally tally, long rows);
    }

    /// Imports or checks a file.
    ///
    /// @throws UnusableFile when the file, the mapping or the client cannot be used; nothing was
    ///     written then
    /// @throws PlacementBook.ImportUnderWay when the same file is being imported already
    public ImportReport run(ImportRequest request, Progress progress) {
        try {
            Optional<Client> client = client(request);
            FileFacts facts = OpenFile.facts(request.file());
            Optional<Run> earlier = client.flatMap(c -> book.find(c.id(), facts.sha256()));
            OpenFile file = OpenFile.of(request.file(), facts, mapping(request, client, earlier));
            Foresight foresight = Foresight.of(request, file, earlier);
            RejectFile.requireWritable(request.file());
            Instant start = clock.instant();
            RowReader reader = new RowReader(file.bind(), checks(request));
            if (request.effect() == Effect.DRY_RUN) {
                return new DryRun(book, clock)
                        .run(request, client, file, reader, progress)
                        .foreseeing(foresight.ending());
            }
            Supplier<Run> fresh =
                    () -> book.open(opening(request, client, file, facts, foresight.turn()), start);
            return write(request, foresight, fresh, file, reader, progress, start);
        } catch (UnusableFile unusable) {
            throw unusable.in(request.name());
        } catch (UncheckedIOException failed) {
            throw UnusableFile.of("cannot be read to its end", "check the disk").in(request.name());
        }
    }

    private Checks checks(ImportRequest request) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new Checks(today, request.practice(), phones, regions);
    }

    /// Empty for a client who is yet to be entered.
    private Optional<Client> client(ImportRequest request) {
        Optional<Client> known = book.client(request.client());
        if (known.isPresent() || request.newClient()) {
            return known;
        }
        throw UnusableFile.of(
                "there is no client \"" + request.client() + "\"",
                "enter it with --new-client (newClient=true over HTTP)"
                        + (book.clientNames().isEmpty()
                                ? ""
                                : ", or name one of " + String.join(", ", book.clientNames())));
    }

    /// What the request gives; else what an import that was cut short began with, since its rest
    /// must be read in the same way; else the client's own.
    private Mapping mapping(ImportRequest request, Optional<Client> client, Optional<Run> earlier) {
        Mapping given = request.mapping();
        return given != null
                ? given
                : earlier.filter(run -> run.finishedAt() == null)
                        .map(Run::mapping)
                        .or(() -> client.flatMap(known -> book.mapping(known.id())))
                        .orElse(Mapping.AUTOMATIC);
    }

    private ImportReport write(
            ImportRequest request,
            Foresight foresight,
            Supplier<Run> fresh,
            OpenFile file,
            RowReader reader,
            Progress progress,
            Instant start) {
        boolean known = foresight.ending() == Ending.KNOWN;
        long rows = known ? 0 : file.countRows();
        Run run = foresight.opensRun() ? fresh.get() : foresight.earlier().orElseThrow();
        if (!known) {
            batches(run, file, reader, progress, rows);
            run = book.finish(run, clock.instant());
            after.placed(run.portfolio());
        }
        writeRejects(run, request.file());
        Duration took = known ? Duration.ZERO : Duration.between(start, clock.instant());
        return report(run, file, foresight.ending(), took);
    }

    /// By now the file can be read to its end, so a new client may be entered.
    private Opening opening(
            ImportRequest request,
            Optional<Client> client,
            OpenFile file,
            FileFacts facts,
            int turn) {
        return new Opening(
                client.orElseGet(() -> book.enterClient(request.client())),
                request.portfolioName(),
                request.name(),
                facts.sha256(),
                turn,
                file.mapping(),
                request.practice());
    }

    /// Reading and checking the next batch overlaps with writing the last ones.
    private void batches(Run run, OpenFile file, RowReader reader, Progress progress, long rows) {
        try (SourceTable table = file.open();
                Writing writing =
                        book.write(
                                run, done -> progress.at(done, Math.max(rows, done.rowsDone())))) {
            Iterator<SourceRow> source = table.rows();
            skip(source, run.tally().rowsDone());
            while (source.hasNext()) {
                List<Reading> batch = new ArrayList<>(BATCH_ROWS);
                while (batch.size() < BATCH_ROWS && source.hasNext()) {
                    batch.add(reader.read(source.next()));
                }
                writing.write(batch, clock.instant());
            }
            writing.drain();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void skip(Iterator<SourceRow> source, long rows) {
        for (long i = 0; i < rows && source.hasNext(); i++) {
            source.next();
        }
    }

    private void writeRejects(Run run, Path file) {
        try (RejectFile rejects = RejectFile.open(file)) {
            book.rejects(run.id(), rejects::add);
            rejects.complete();
        }
    }

    private static ImportReport report(Run run, OpenFile file, Ending ending, Duration took) {
        return new ImportReport(
                ending,
                run.id(),
                run.clientName(),
                run.portfolioName(),
                run.fileName(),
                file.mapping(),
                run.tally(),
                run.startedAt(),
                took,
                run.tally().rejected() > 0 ? RejectFile.beside(file.path()) : null);
    }

    /// The first rows of a file as they would be read; writes nothing.
    public Preview preview(ImportRequest request) {
        try {
            Optional<Client> client = book.client(request.client());
            FileFacts facts = OpenFile.facts(request.file());
            Mapping mapping = mapping(request, client, Optional.empty());
            return preview(request, client, OpenFile.of(request.file(), facts, mapping));
        } catch (UnusableFile unusable) {
            throw unusable.in(request.name());
        } catch (IOException | UncheckedIOException failed) {
            throw UnusableFile.of("cannot be read", "check the disk").in(request.name());
        }
    }

    private Preview preview(ImportRequest request, Optional<Client> client, OpenFile file)
            throws IOException {
        try (SourceTable table = file.open()) {
            Binding binding = Binding.tentative(file.mapping(), table.header());
            RowReader reader = new RowReader(binding, checks(request));
            SeenNumbers seen = new SeenNumbers();
            List<Preview.Line> lines = new ArrayList<>();
            Iterator<SourceRow> source = table.rows();
            while (lines.size() < PREVIEW_ROWS && source.hasNext()) {
                SourceRow row = source.next();
                List<Fault> faults = faults(reader.read(row), client, seen);
                lines.add(new Preview.Line(row.number(), binding.preview(row), faults));
            }
            return new Preview(
                    file.description(), file.mapping(), table.header(), binding.missing(), lines);
        }
    }

    /// Those that an import would report, so also an account that stands twice in the file.
    private List<Fault> faults(Reading reading, Optional<Client> client, SeenNumbers seen) {
        return switch (reading) {
            case Reading.Faulty(long _, String _, List<Fault> all) -> all;
            case Reading.Sound(Placement placement) -> {
                List<String> number = List.of(placement.accountNumber());
                boolean here =
                        client.filter(placed -> !book.known(placed.id(), number).isEmpty())
                                .isPresent();
                yield here || seen.add(placement.accountNumber())
                        ? List.of()
                        : List.of(Fault.twiceInFile(placement));
            }
        };
    }

    /// A file as it would be read.
    ///
    /// @param missing required fields that have no column
    public record Preview(
            String description,
            Mapping mapping,
            List<String> header,
            List<String> missing,
            List<Line> lines) {
        public Preview {
            header = List.copyOf(header);
            missing = List.copyOf(missing);
            lines = List.copyOf(lines);
        }

        public record Line(long row, Map<String, String> values, List<Fault> faults) {
            public Line {
                values = new LinkedHashMap<>(values);
                faults = List.copyOf(faults);
            }
        }
    }
}
