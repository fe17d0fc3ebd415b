package org.rightparty.dialer.selection;

import org.rightparty.dialer.selection.CandidateFacts.Line;
import org.rightparty.dialer.selection.CandidateFacts.Try;
import org.rightparty.vocabulary.Outcome;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;

/// What came of a number's calls so far, as the odds that a person answers the next one, in parts
/// per million of a number that was never tried:
///
///     odds = (1.2 + contacts) ÷ (1.2 + contacts expected of so many tries) × reach
///     contacts = tries that a person answered, whether or not an agent was there in time
///     weight of a try = ½ for every four weeks since, ½ when it was at another time of the day
///     reach = 1 − 0.7 · weight when the number was not in service last, 1 − 0.5 · weight when the
///             network blocked the call, 1 when a call has reached it since
///
/// Busy tells nothing of who picks up: the number lives. A call of which nothing is proven, on a
/// dead trunk or refused by a bare 603, tells nothing at all. People move and change their numbers,
/// so a try half a year ago hardly counts; and who works mornings answers in the evening.
final class NumberHistory {
    private static final long MILLION = 1_000_000;
    private static final long PRIOR = 1_200_000;
    private static final long NOT_IN_SERVICE = 700_000;
    private static final long BLOCKED = 500_000;

    /// By week: a half to the power of a quarter for each.
    private static final long[] WEEKS = {MILLION, 840_896, 707_107, 594_604};

    private static final int WEEKS_MAX = 40;
    private static final int DAYS_A_WEEK = 7;

    private NumberHistory() {}

    /// @param chancePpm what share of calls reaches the person
    /// @param at when the number is to be called, on the consumer's clock
    static long oddsPpm(Line line, List<Try> newestFirst, long chancePpm, ZonedDateTime at) {
        List<Try> here = newestFirst.stream().filter(t -> t.phone().equals(line.phone())).toList();
        long contacts = 0;
        long expected = 0;
        for (Try past : here) {
            long weight = weight(past, at);
            switch (Sign.of(past.outcome())) {
                case ANSWERED -> {
                    contacts += weight;
                    expected += weight * chancePpm / MILLION;
                }
                case UNANSWERED -> expected += weight * chancePpm / MILLION;
                case ALIVE, DEAD, BLOCKED, NOTHING -> {}
            }
        }
        return (PRIOR + contacts) * MILLION / (PRIOR + expected) * reach(here, at) / MILLION;
    }

    private static long weight(Try past, ZonedDateTime at) {
        ZonedDateTime then = past.placedAt().atZone(at.getZone());
        long alike = Daypart.of(then.toLocalTime()) == Daypart.of(at.toLocalTime()) ? 1 : 2;
        return age(past, at) / alike;
    }

    private static long age(Try past, ZonedDateTime at) {
        long days = Duration.between(past.placedAt(), at.toInstant()).toDays();
        int weeks = Math.clamp(days / DAYS_A_WEEK, 0, WEEKS_MAX);
        return WEEKS[weeks % WEEKS.length] >> (weeks / WEEKS.length);
    }

    /// The time of the day says nothing of whether a number is in service.
    private static long reach(List<Try> newestFirst, ZonedDateTime at) {
        for (Try past : newestFirst) {
            switch (Sign.of(past.outcome())) {
                case DEAD -> {
                    return MILLION - NOT_IN_SERVICE * age(past, at) / MILLION;
                }
                case BLOCKED -> {
                    return MILLION - BLOCKED * age(past, at) / MILLION;
                }
                case ANSWERED, UNANSWERED, ALIVE -> {
                    return MILLION;
                }
                case NOTHING -> {}
            }
        }
        return MILLION;
    }

    /// What a past try says of the next one.
    enum Sign {
        /// A person picked up.
        ANSWERED,
        /// It rang, or a machine took it, and no person did.
        UNANSWERED,
        /// The number lives; who picks up is not told.
        ALIVE,
        DEAD,
        BLOCKED,
        NOTHING;

        static Sign of(Outcome outcome) {
            return switch (outcome) {
                case ANSWERED, ABANDONED, ANSWERED_DROPPED -> ANSWERED;
                case RING_NO_ANSWER, VOICEMAIL_LEFT, VOICEMAIL_NO_MESSAGE -> UNANSWERED;
                case BUSY -> ALIVE;
                case NOT_IN_SERVICE -> DEAD;
                case NETWORK_BLOCKED -> BLOCKED;
                case UNKNOWN, NEVER_PLACED -> NOTHING;
            };
        }
    }
}
