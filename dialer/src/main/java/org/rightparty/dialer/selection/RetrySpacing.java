package org.rightparty.dialer.selection;

import org.rightparty.dialer.selection.CandidateFacts.Try;
import org.rightparty.vocabulary.Outcome;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// When another attempt is worth making. A permit is leave to dial, not a reason to: without this a
/// perfectly legal dialer spends all seven attempts in one morning.
///
/// | outcome | next attempt |
/// |---|---|
/// | busy | 15 minutes, then 5 more each time in a row, at most 30 |
/// | never placed (congestion of our own) | 5 minutes, not charged to the account |
/// | not in service | next daypart; after the second in a row the number is given up |
/// | network blocked | a day |
/// | no answer, machine, hung up before an agent, unknown | next daypart, and the campaign's own
/// wait |
/// | message left on a machine | a day, and the campaign's own wait |
/// | abandoned | 72 hours; an agent may still call by hand |
/// | answered | the campaign's own wait, until the disposition says more |
public final class RetrySpacing {
    private static final Duration BUSY_FIRST = Duration.ofMinutes(15);
    private static final Duration BUSY_STEP = Duration.ofMinutes(5);
    private static final Duration BUSY_MAX = Duration.ofMinutes(30);
    private static final Duration NEVER_PLACED = Duration.ofMinutes(5);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration AFTER_ABANDONED = Duration.ofDays(3);
    private static final int NOT_IN_SERVICE_MAX = 2;

    private RetrySpacing() {}

    /// The first instant at which another attempt is worth making.
    ///
    /// @param newestFirst the consumer's past attempts, at least one
    /// @param retry the campaign's shortest time between two attempts that may reach the person
    public static Instant nextAttempt(List<Try> newestFirst, Duration retry, ZoneId zone) {
        Try last = newestFirst.getFirst();
        Instant ended = last.endedAt();
        return switch (last.outcome()) {
            case BUSY -> ended.plus(busyWait(inARow(newestFirst, last)));
            case NEVER_PLACED -> ended.plus(NEVER_PLACED);
            case NOT_IN_SERVICE -> Daypart.nextAfter(ended, zone);
            case NETWORK_BLOCKED -> ended.plus(DAY);
            case RING_NO_ANSWER, VOICEMAIL_NO_MESSAGE, ANSWERED_DROPPED, UNKNOWN ->
                    later(Daypart.nextAfter(ended, zone), ended.plus(retry));
            case VOICEMAIL_LEFT -> later(ended.plus(DAY), ended.plus(retry));
            case ABANDONED -> later(ended.plus(AFTER_ABANDONED), ended.plus(retry));
            case ANSWERED -> ended.plus(retry);
        };
    }

    /// Whether the last attempts prove that the number is dead: not in service, twice in a row.
    public static boolean disconnected(List<Outcome> onThisNumberNewestFirst) {
        return onThisNumberNewestFirst.stream()
                        .takeWhile(outcome -> outcome == Outcome.NOT_IN_SERVICE)
                        .count()
                >= NOT_IN_SERVICE_MAX;
    }

    private static Duration busyWait(long inARow) {
        Duration wait = BUSY_FIRST.plus(BUSY_STEP.multipliedBy(inARow - 1));
        return wait.compareTo(BUSY_MAX) < 0 ? wait : BUSY_MAX;
    }

    private static long inARow(List<Try> newestFirst, Try last) {
        return newestFirst.stream()
                .filter(past -> past.phone().equals(last.phone()))
                .takeWhile(past -> past.outcome() == last.outcome())
                .count();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
