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
///     weight of a try = ½ for every four weeks since, ½ when it was at another time of the day
///     reach = 1 − 0.7 · weight when the number was not in service last, 1 − 0.5 · weight when the
///             network blocked the call, 1 when a call has reached it since
///
/// Busy tells nothing of who picks up: the number lives. People move and change their numbers, so
/// a try half a year ago hardly counts; and who works mornings answers in the evening.
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
            contacts += ExpectedValue.answered(past) ? weight : 0;
            expected += past.outcome().connected() ? weight * chancePpm / MILLION : 0;
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
            if (past.outcome() == Outcome.NOT_IN_SERVICE) {
                return MILLION - NOT_IN_SERVICE * age(past, at) / MILLION;
            } else if (past.outcome() == Outcome.NETWORK_BLOCKED) {
                return MILLION - BLOCKED * age(past, at) / MILLION;
            } else if (past.outcome().connected() || past.outcome() == Outcome.BUSY) {
                return MILLION;
            }
        }
        return MILLION;
    }
}
