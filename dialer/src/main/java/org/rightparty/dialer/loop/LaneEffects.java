package org.rightparty.dialer.loop;

import java.util.concurrent.Executor;

/// Has a loop's work done in its lanes: in those of the loop alone and, for what concerns an agent,
/// in those that all loops share.
public final class LaneEffects implements Effects {
    private final Inbox inbox;
    private final Lanes own;
    private final Lanes shared;

    LaneEffects(Inbox inbox, Lanes own, Lanes shared) {
        this.inbox = inbox;
        this.own = own;
        this.shared = shared;
    }

    /// For a loop that is alone.
    ///
    /// @param threads starts each task on a thread that may block, such as a new virtual thread
    public LaneEffects(Performer performer, Inbox inbox, Executor threads) {
        this(inbox, new Lanes(performer, threads), new Lanes(performer, threads));
    }

    @Override
    public void submit(Work work) {
        switch (work.lane().reach()) {
            case LOOP -> own.submit(work, inbox);
            case FLOOR -> shared.submit(work, inbox);
        }
    }

    @Override
    public void keep(Work work) {
        switch (work.lane().reach()) {
            case LOOP -> own.keep(work, inbox);
            case FLOOR -> shared.keep(work, inbox);
        }
    }

    @Override
    public void resume() {
        own.resume();
        shared.resume();
    }
}
