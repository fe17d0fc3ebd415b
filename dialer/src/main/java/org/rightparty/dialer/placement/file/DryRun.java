package org.rightparty.dialer.placement.file;

import org.rightparty.dialer.placement.Fault;
import org.rightparty.dialer.placement.Placement;
import org.rightparty.dialer.placement.PlacementBook;
import org.rightparty.dialer.placement.PlacementBook.Client;
import org.rightparty.dialer.placement.Reading;
import org.rightparty.dialer.placement.RowReader;
import org.rightparty.dialer.placement.SourceRow;
import org.rightparty.dialer.placement.Tally;
import org.rightparty.dialer.placement.file.ImportReport.Ending;
import org.rightparty.dialer.placement.file.PlacementImport.Progress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Checks a whole file as an import would and writes nothing but the reject file. Account numbers
/// seen before in the file are remembered as 64-bit hashes, so that memory stays small.
final class DryRun {
    private final PlacementBook book;
    private final InstantSource clock;

    DryRun(PlacementBook book, InstantSource clock) {
        this.book = book;
        this.clock = clock;
    }

    ImportReport run(
            ImportRequest request,
            Optional<Client> client,
            OpenFile file,
            RowReader reader,
            Progress progress) {
        Instant start = clock.instant();
        long rows = file.countRows();
        Tally tally = check(client, file, reader, progress, rows);
        return new ImportReport(
                Ending.DRY_RUN,
                null,
                client.map(Client::name).orElse(request.client()),
                request.portfolioName(),
                request.name(),
                file.mapping(),
                tally,
                start,
                Duration.between(start, clock.instant()),
                tally.rejected() > 0 ? RejectFile.beside(file.path()) : null);
    }

    private Tally check(
            Optional<Client> client,
            OpenFile file,
            RowReader reader,
            Progress progress,
            long rows) {
        Tally tally = Tally.NONE;
        SeenNumbers seen = new SeenNumbers();
        try (SourceTable table = file.open();
                RejectFile rejects = RejectFile.open(file.path())) {
            Iterator<SourceRow> source = table.rows();
            while (source.hasNext()) {
                List<Reading> batch = new ArrayList<>();
                while (batch.size() < PlacementImport.BATCH_ROWS && source.hasNext()) {
                    batch.add(reader.read(source.next()));
                }
                tally = tally.plus(judge(client, batch, seen, rejects));
                progress.at(tally, rows);
            }
            rejects.complete();
            return tally;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Tally judge(
            Optional<Client> client, List<Reading> batch, SeenNumbers seen, RejectFile rejects) {
        Set<String> known =
                client.map(placed -> book.known(placed.id(), accountNumbers(batch)))
                        .orElse(Set.of());
        Tally tally = Tally.NONE;
        for (Reading reading : batch) {
            Tally one =
                    switch (reading) {
                        case Reading.Faulty(long row, String _, List<Fault> faults) -> {
                            faults.forEach(fault -> rejects.add(row, fault));
                            yield Tally.REJECTED;
                        }
                        case Reading.Sound(Placement placement) -> {
                            if (known.contains(placement.accountNumber())) {
                                yield Tally.DUPLICATE;
                            } else if (!seen.add(placement.accountNumber())) {
                                rejects.add(placement.row(), Fault.twiceInFile(placement));
                                yield Tally.REJECTED;
                            }
                            yield Tally.accepted(placement, false);
                        }
                    };
            tally = tally.plus(one);
        }
        return tally;
    }

    private static List<String> accountNumbers(List<Reading> batch) {
        List<String> numbers = new ArrayList<>();
        for (Reading reading : batch) {
            if (reading instanceof Reading.Sound(Placement placement)) {
                numbers.add(placement.accountNumber());
            }
        }
        return numbers;
    }
}
