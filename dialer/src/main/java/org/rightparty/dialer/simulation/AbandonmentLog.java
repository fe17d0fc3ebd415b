package org.rightparty.dialer.simulation;

import org.rightparty.dialer.loop.CallBook.Abandonment;
import org.rightparty.vocabulary.Outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// Answers and abandonments of the window that the ceiling is for, as the dialer's own tables know
/// them, and with the share that the operator adds for persons taken for machines.
final class AbandonmentLog {
    private record End(Instant at, boolean abandoned) {}

    private final Deque<End> ends = new ArrayDeque<>();
    private final Duration window;
    private final double estimate;
    private long abandoned;

    AbandonmentLog(Scenario.Compliance compliance) {
        window = Duration.ofMillis(Math.round(compliance.windowS() * 1_000));
        estimate = compliance.screeningEstimate();
    }

    void ended(Outcome outcome, Instant at) {
        switch (outcome) {
            case ABANDONED -> {
                ends.add(new End(at, true));
                abandoned++;
            }
            case ANSWERED, ANSWERED_DROPPED -> ends.add(new End(at, false));
            case BUSY,
                    NOT_IN_SERVICE,
                    NETWORK_BLOCKED,
                    RING_NO_ANSWER,
                    VOICEMAIL_NO_MESSAGE,
                    VOICEMAIL_LEFT,
                    UNKNOWN,
                    NEVER_PLACED -> {}
        }
    }

    Abandonment at(Instant now) {
        Instant from = now.minus(window);
        while (!ends.isEmpty() && ends.peek().at().isBefore(from)) {
            abandoned -= ends.remove().abandoned() ? 1 : 0;
        }
        long missed = Math.round(ends.size() * estimate / (1 - estimate));
        return new Abandonment(ends.size() + missed, abandoned + missed);
    }
}
