package org.rightparty.dialer.placement.web;

import org.rightparty.dialer.placement.PlacementBook.ImportUnderWay;
import org.rightparty.dialer.placement.Tally;
import org.rightparty.dialer.placement.UnusableFile;
import org.rightparty.dialer.placement.file.ImportReport;
import org.rightparty.dialer.placement.file.ImportRequest;
import org.rightparty.dialer.placement.file.PlacementImport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Imports that were started from a page, each on its own virtual thread. A restart forgets them;
/// the same file sent again then goes on where its import stopped.
final class Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final PlacementImport imports;
    private final int rememberedMax;
    private final Map<Long, Job> jobs = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    /// @param rememberedMax of so many jobs, progress and rejects can be asked for
    Jobs(PlacementImport imports, int rememberedMax) {
        this.imports = imports;
        this.rememberedMax = rememberedMax;
    }

    /// How far an import is.
    sealed interface Job {
        record Running(Tally tally, long rows) implements Job {}

        record Done(ImportReport report) implements Job {}

        record Failed(String sentence) implements Job {}

        default Optional<Path> rejects() {
            return this instanceof Done(ImportReport report)
                    ? Optional.ofNullable(report.rejects())
                    : Optional.empty();
        }
    }

    Optional<Job> find(long number) {
        return Optional.ofNullable(jobs.get(number));
    }

    /// Starts it and answers its number.
    long start(ImportRequest request) {
        long number = numbers.incrementAndGet();
        jobs.put(number, new Job.Running(Tally.NONE, 0));
        Job forgotten = jobs.remove(number - rememberedMax);
        if (forgotten != null) {
            forgotten.rejects().ifPresent(Uploads::delete);
        }
        Thread.ofVirtual().name("placement-" + number).start(() -> run(number, request));
        return number;
    }

    private void run(long number, ImportRequest request) {
        try {
            ImportReport report =
                    imports.run(
                            request,
                            (tally, rows) -> jobs.put(number, new Job.Running(tally, rows)));
            jobs.put(number, new Job.Done(report));
            LOG.info(
                    "placement.finished job={} accepted={} duplicates={} rejected={}",
                    number,
                    report.tally().accepted(),
                    report.tally().duplicates(),
                    report.tally().rejected());
        } catch (UnusableFile | ImportUnderWay unusable) {
            jobs.put(number, new Job.Failed(String.valueOf(unusable.getMessage())));
        } catch (RuntimeException failed) {
            LOG.error("placement.failed job={} cause={}", number, failed.getClass().getName());
            String sentence = "The import was cut short. Send the same file again to go on.";
            jobs.put(number, new Job.Failed(sentence));
        } finally {
            Uploads.delete(request.file());
        }
    }
}
