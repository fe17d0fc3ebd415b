package org.rightparty.dialer.loop;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// The virtual thread of one campaign's loop: waits for events, at most a tenth of a second, and
/// ticks.
final class LoopThread implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(100);

    private final DialLoop loop;
    private final Inbox inbox;
    private final InstantSource clock;
    private final Thread thread;

    LoopThread(String name, DialLoop loop, Inbox inbox, InstantSource clock) {
        this.loop = loop;
        this.inbox = inbox;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<LoopEvent> events = inbox.await(TICK);
                loop.tick(events, clock.instant());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
        loop.letGo();
    }
}
