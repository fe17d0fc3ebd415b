package org.rightparty.dialer.loop;

import org.rightparty.dialer.pacing.Memory;
import org.rightparty.vocabulary.CampaignId;

import java.time.Instant;

/// Where what the network did is kept over restarts.
public interface NetworkBook {
    /// What was kept last; read before a campaign's loop starts, so it may wait.
    Memory of(CampaignId campaign);

    /// Called on the loop's thread each minute; returns at once.
    void keep(CampaignId campaign, Memory memory, Instant at);

    /// Nothing is kept.
    NetworkBook NONE =
            new NetworkBook() {
                @Override
                public Memory of(CampaignId campaign) {
                    return Memory.NONE;
                }

                @Override
                public void keep(CampaignId campaign, Memory memory, Instant at) {}
            };
}
