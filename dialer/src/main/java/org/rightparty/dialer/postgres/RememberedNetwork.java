package org.rightparty.dialer.postgres;

import org.rightparty.database.DatabaseFailure;
import org.rightparty.dialer.loop.NetworkBook;
import org.rightparty.dialer.pacing.Memory;
import org.rightparty.vocabulary.CampaignId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.concurrent.Executor;

/// What the network did, kept beside what the paces have learned and written on another thread.
public final class RememberedNetwork implements NetworkBook {
    private static final Logger log = LoggerFactory.getLogger(RememberedNetwork.class);

    private final PostgresPaceMemory memories;
    private final Executor threads;

    public RememberedNetwork(PostgresPaceMemory memories, Executor threads) {
        this.memories = memories;
        this.threads = threads;
    }

    @Override
    public Memory of(CampaignId campaign) {
        return memories.of(campaign);
    }

    @Override
    public void keep(CampaignId campaign, Memory memory, Instant at) {
        threads.execute(() -> write(campaign, memory, at));
    }

    private void write(CampaignId campaign, Memory memory, Instant at) {
        try {
            memories.keep(campaign, memory, at);
        } catch (DatabaseFailure away) {
            log.warn("network.memory campaign={} failed={}", campaign, away.category());
        }
    }
}
