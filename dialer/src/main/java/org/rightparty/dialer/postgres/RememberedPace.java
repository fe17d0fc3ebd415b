package org.rightparty.dialer.postgres;

import org.rightparty.database.DatabaseFailure;
import org.rightparty.dialer.pacing.Floor;
import org.rightparty.dialer.pacing.LearningPace;
import org.rightparty.dialer.pacing.Memory;
import org.rightparty.dialer.pacing.PaceDecision;
import org.rightparty.dialer.pacing.PredictivePace;
import org.rightparty.vocabulary.CampaignId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/// The predictive pace of a campaign that goes on from what was kept, and has what it learns kept
/// each minute, on another thread: a decision never waits for the database.
public final class RememberedPace implements LearningPace {
    private static final Logger log = LoggerFactory.getLogger(RememberedPace.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final PostgresPaceMemory memories;
    private final CampaignId campaign;
    private final Executor threads;
    private final PredictivePace pace;
    private final AtomicBoolean keeping = new AtomicBoolean();
    private Instant due = Instant.MIN;

    /// Reads what was kept, so may wait for the database.
    public RememberedPace(PostgresPaceMemory memories, CampaignId campaign, Executor threads) {
        this.memories = memories;
        this.campaign = campaign;
        this.threads = threads;
        this.pace = new PredictivePace(memories.of(campaign));
    }

    @Override
    public PaceDecision decide(Floor floor) {
        PaceDecision decision = pace.decide(floor);
        keepWhenDue(floor);
        return decision;
    }

    @Override
    public void watch(Floor floor) {
        pace.watch(floor);
        keepWhenDue(floor);
    }

    /// Everything that it holds after it decided this floor.
    public Memory whole(Floor floor) {
        return pace.whole(floor);
    }

    private void keepWhenDue(Floor floor) {
        if (due.equals(Instant.MIN)) {
            due = floor.at().plus(EVERY);
        } else if (!floor.at().isBefore(due) && keeping.compareAndSet(false, true)) {
            due = floor.at().plus(EVERY);
            Memory memory = pace.memory();
            threads.execute(() -> keep(memory, floor.at()));
        }
    }

    private void keep(Memory memory, Instant at) {
        try {
            memories.keep(campaign, memory, at);
        } catch (DatabaseFailure away) {
            log.warn("pace.memory campaign={} failed={}", campaign, away.category());
        } finally {
            keeping.set(false);
        }
    }
}
