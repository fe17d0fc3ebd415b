package org.rightparty.dialer.simulation;

import org.rightparty.dialer.loop.CallBook.Abandonment;
import org.rightparty.dialer.loop.CallBook.Ending;

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
    private final Duration patience;
    private long abandoned;

    AbandonmentLog(Scenario scenario) {
        window = Duration.ofMillis(Math.round(scenario.compliance().windowS() * 1_000));
        estimate = scenario.compliance().screeningEstimate();
        patience = Duration.ofMillis(Math.round(scenario.patienceS() * 1_000));
    }

    void ended(Ending ending) {
        switch (ending.outcome()) {
            case ABANDONED -> ended(ending.endedAt(), true);
            case ANSWERED -> ended(ending.endedAt(), isLate(ending));
            case ANSWERED_DROPPED -> ended(ending.endedAt(), false);
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

    private void ended(Instant at, boolean inVain) {
        ends.add(new End(at, inVain));
        abandoned += inVain ? 1 : 0;
    }

    /// An agent came, and not in time.
    private boolean isLate(Ending ending) {
        Instant connected = ending.connectedAt().orElse(Instant.MIN);
        return ending.answeredAt().filter(at -> connected.isAfter(at.plus(patience))).isPresent();
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
