package org.rightparty.dialer;

import org.rightparty.dialer.pacing.LearningPace;
import org.rightparty.dialer.postgres.PostgresPaceMemory;
import org.rightparty.dialer.postgres.RememberedPace;
import org.rightparty.dialer.simulation.file.TraceFiles;
import org.rightparty.vocabulary.CampaignId;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// The predictive pace of each campaign, with what was kept of it; traced when that is wanted.
///
/// @param traces where the decisions of each campaign are written, in a directory of its own
/// @param traceBytes of each campaign's traces, about; 0 for none
record PacesAhead(PostgresPaceMemory memories, Executor threads, Path traces, long traceBytes)
        implements Function<CampaignId, LearningPace> {
    private static final String POLICY = "rightparty";

    @Override
    public LearningPace apply(CampaignId campaign) {
        RememberedPace pace = new RememberedPace(memories, campaign, threads);
        return traceBytes == 0 ? pace : new TracedPace(pace, pace::whole, files(campaign));
    }

    private TraceFiles files(CampaignId campaign) {
        Path own = traces.resolve("campaign-" + campaign);
        return new TraceFiles(own, POLICY, traceBytes, threads);
    }
}
