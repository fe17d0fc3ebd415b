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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/// Imports that were started from a page, each on its own virtual thread, a few at a time. A
/// restart forgets them; the same file sent again then goes on where its import stopped.
final class Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final PlacementImport imports;
    private final Limits limits;
    private final Semaphore turns;
    private final Map<Long, Job> jobs = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    Jobs(PlacementImport imports, Limits limits) {
        this.imports = imports;
        this.limits = limits;
        this.turns = new Semaphore(limits.runningMax(), true);
    }

    /// @param runningMax so many are written at once: each takes three connections, and calls need
    ///     the others
    /// @param waitingMax so many more wait for their turn, each with its file
    /// @param rememberedMax of so many jobs, progress and rejects can be asked for
    record Limits(int runningMax, int waitingMax, int rememberedMax) {}

    /// How far an import is.
    sealed interface Job {
        record Waiting() implements Job {}

        record Running(Tally tally, long rows) implements Job {}

        /// @param dialedBy the campaigns that dial what was placed
        record Done(ImportReport report, List<String> dialedBy) implements Job {
            public Done {
                dialedBy = List.copyOf(dialedBy);
            }
        }

        record Failed(String sentence) implements Job {}

        default Optional<Path> rejects() {
            return this instanceof Done(ImportReport report, List<String> _)
                    ? Optional.ofNullable(report.rejects())
                    : Optional.empty();
        }

        private boolean isUnfinished() {
            return this instanceof Waiting || this instanceof Running;
        }
    }

    /// What is to be done once a file is imported.
    interface Afterwards {
        Afterwards NOTHING = report -> List.of();

        /// @return the campaigns that dial what was placed
        List<String> dialedBy(ImportReport report);
    }

    Optional<Job> find(long number) {
        return Optional.ofNullable(jobs.get(number));
    }

    /// How many imports come to their end before one that waits may begin, at most.
    long ahead(long number) {
        return jobs.entrySet().stream()
                .filter(entry -> entry.getKey() < number && entry.getValue().isUnfinished())
                .count();
    }

    /// Starts it, or lets it wait for its turn, and answers its number; empty when too many wait
    /// already.
    synchronized Optional<Long> start(ImportRequest request, Afterwards afterwards) {
        long unfinished = jobs.values().stream().filter(Job::isUnfinished).count();
        if (unfinished >= limits.runningMax() + limits.waitingMax()) {
            return Optional.empty();
        }
        long number = numbers.incrementAndGet();
        jobs.put(number, new Job.Waiting());
        Job forgotten = jobs.remove(number - limits.rememberedMax());
        if (forgotten != null) {
            forgotten.rejects().ifPresent(Uploads::delete);
        }
        Thread.ofVirtual()
                .name("placement-" + number)
                .start(() -> inTurn(number, request, afterwards));
        return Optional.of(number);
    }

    private void inTurn(long number, ImportRequest request, Afterwards afterwards) {
        turns.acquireUninterruptibly();
        try {
            jobs.put(number, new Job.Running(Tally.NONE, 0));
            jobs.put(number, run(number, request, afterwards));
        } finally {
            turns.release();
            Uploads.delete(request.file());
        }
    }

    private Job run(long number, ImportRequest request, Afterwards afterwards) {
        try {
            ImportReport report =
                    imports.run(
                            request,
                            (tally, rows) -> jobs.put(number, new Job.Running(tally, rows)));
            LOG.info(
                    "placement.finished job={} accepted={} duplicates={} rejected={}",
                    number,
                    report.tally().accepted(),
                    report.tally().duplicates(),
                    report.tally().rejected());
            return new Job.Done(report, afterwards.dialedBy(report));
        } catch (UnusableFile | ImportUnderWay unusable) {
            return new Job.Failed(String.valueOf(unusable.getMessage()));
        } catch (RuntimeException failed) {
            LOG.error("placement.failed job={} cause={}", number, failed.getClass().getName());
            return new Job.Failed("The import was cut short. Send the same file again to go on.");
        }
    }
}
