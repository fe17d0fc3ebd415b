package org.rightparty.dialer;

import org.rightparty.dialer.pacing.Floor;
import org.rightparty.dialer.pacing.LearningPace;
import org.rightparty.dialer.pacing.Memory;
import org.rightparty.dialer.pacing.PaceDecision;
import org.rightparty.dialer.simulation.file.TraceFiles;

import java.util.function.Function;

/// A pace of which every decision is written down, so that it can be decided again.
///
/// @param whole all that it holds after it decided this floor
record TracedPace(LearningPace pace, Function<Floor, Memory> whole, TraceFiles files)
        implements LearningPace {
    @Override
    public PaceDecision decide(Floor floor) {
        PaceDecision decision = pace.decide(floor);
        files.decided(floor, decision, () -> whole.apply(floor));
        return decision;
    }

    @Override
    public void watch(Floor floor) {
        pace.watch(floor);
        files.interrupted();
    }
}
