package org.rightparty.dialer;

import org.rightparty.database.DatabaseFailure;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.LineEvent;
import org.rightparty.dialer.call.Telephone.Listener;
import org.rightparty.dialer.call.Telephone.LiveCall;
import org.rightparty.dialer.call.Telephone.LiveLine;
import org.rightparty.dialer.postgres.MissedCalls;
import org.rightparty.vocabulary.PhoneNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/// Hears the telephone: what is of our own calls goes to the floors, and whoever called us and
/// found nobody is written down. Writing waits for the database, so it has threads of its own, and
/// a flood of calls is cut off.
record Reception(Listener floors, MissedCalls missed, Executor threads, Semaphore desks)
        implements Listener {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final int AT_ONCE_MAX = 4;

    Reception(Listener floors, MissedCalls missed, Executor threads) {
        this(floors, missed, threads, new Semaphore(AT_ONCE_MAX));
    }

    @Override
    public void cameIn(PhoneNumber from, Instant at) {
        if (desks.tryAcquire()) {
            threads.execute(() -> write(from, at));
        } else {
            LOG.warn("call.came-in.dropped reason=too-many-at-once");
        }
    }

    private void write(PhoneNumber from, Instant at) {
        try {
            missed.write(from, at);
        } catch (DatabaseFailure away) {
            LOG.warn("call.came-in.dropped category={}", away.category());
        } finally {
            desks.release();
        }
    }

    @Override
    public void call(CallEvent event) {
        floors.call(event);
    }

    @Override
    public void line(LineEvent event) {
        floors.line(event);
    }

    @Override
    public void link(boolean up, Instant at) {
        floors.link(up, at);
    }

    @Override
    public void resynchronised(List<LiveCall> calls, List<LiveLine> lines, Instant at) {
        floors.resynchronised(calls, lines, at);
    }
}
