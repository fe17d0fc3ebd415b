package org.rightparty.dialer;

import org.rightparty.dialer.pacing.LearningPace;
import org.rightparty.dialer.postgres.PostgresPaceMemory;
import org.rightparty.dialer.postgres.RememberedPace;
import org.rightparty.dialer.simulation.file.TraceFiles;
import org.rightparty.vocabulary.CampaignId;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/// The predictive pace of each campaign, with what was kept of it; traced when that is wanted.
final class PacesAhead implements AutoCloseable {
    private static final String POLICY = "rightparty";

    private final PostgresPaceMemory memories;
    private final Executor threads;
    private final Path traces;
    private final long traceBytes;
    private final Map<CampaignId, TraceFiles> open = new ConcurrentHashMap<>();

    /// @param traces where the decisions of each campaign are written, in a directory of its own
    /// @param traceBytes of each campaign's traces, about; 0 for none
    PacesAhead(PostgresPaceMemory memories, Executor threads, Path traces, long traceBytes) {
        this.memories = memories;
        this.threads = threads;
        this.traces = traces;
        this.traceBytes = traceBytes;
    }

    LearningPace of(CampaignId campaign) {
        RememberedPace pace = new RememberedPace(memories, campaign, threads);
        return traceBytes == 0 ? pace : new TracedPace(pace, pace::whole, files(campaign));
    }

    /// Whoever leads a campaign again begins new files.
    private TraceFiles files(CampaignId campaign) {
        Path own = traces.resolve("campaign-" + campaign);
        TraceFiles files = new TraceFiles(own, POLICY, traceBytes, threads);
        Optional.ofNullable(open.put(campaign, files)).ifPresent(TraceFiles::close);
        return files;
    }

    @Override
    public void close() {
        open.values().forEach(TraceFiles::close);
    }
}
