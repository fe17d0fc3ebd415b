package org.rightparty.dialer.selection;

import org.rightparty.dialer.selection.CandidateFacts.Debt;
import org.rightparty.dialer.selection.CandidateFacts.Line;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What one call is worth, in minor units:
///
///     value = balance (capped) × chance to reach the consumer × share recovered − cost of an
/// attempt
///     chance = 5 % × number × tries
///     number = 2 when verified, 1 when not; × 1.2 mobile, × 0.6 workplace
///     tries  = what came of the number's calls so far, fading ([NumberHistory])
///     share  = 15 % in the first 90 days, 10 % in the first year, 5 % to three years, then 2 %
///
/// When a candidate is claimed, [AnswerOdds] of its list and of the hour multiply it.
///
/// Every factor is a count or a table row that can be checked by hand. All arithmetic is in whole
/// numbers, parts per million, so that the same facts always give the same order.
public final class ExpectedValue {
    private static final long MILLION = 1_000_000;

    /// Above this a balance says more about the debt than about the call: 10,000.00.
    private static final long BALANCE_MINOR_MAX = 1_000_000;

    private static final long ATTEMPT_COST_MINOR = 2;
    private static final long CHANCE_PPM = 50_000;

    /// What few tries may say of a number: a tenth to ten times the usual.
    private static final int ODDS_LEAST = 100;

    private static final int ODDS_MOST = 10_000;

    private ExpectedValue() {}

    /// The expected value of calling about `debt` on `line` at that time on the consumer's clock;
    /// never below zero.
    public static int of(Debt debt, Line line, List<CandidateFacts.Try> tries, ZonedDateTime at) {
        long balance = Math.clamp(debt.balanceMinor(), 0, BALANCE_MINOR_MAX);
        long history = NumberHistory.oddsPpm(line, tries, CHANCE_PPM, at);
        long chance = CHANCE_PPM * numberPpm(line) / MILLION * history / MILLION;
        long value = balance * chance / MILLION * sharePpm(debt, at.toLocalDate()) / MILLION;
        return Math.clamp(value - ATTEMPT_COST_MINOR, 0, Integer.MAX_VALUE);
    }

    /// How likely a person answers on `line` at that time on the consumer's clock compared with a
    /// usual number, times 1,000.
    public static int oddsPermille(Line line, List<CandidateFacts.Try> tries, ZonedDateTime at) {
        long history = NumberHistory.oddsPpm(line, tries, CHANCE_PPM, at);
        long ppm = numberPpm(line) * history / MILLION;
        return Math.clamp(ppm / 1_000, ODDS_LEAST, ODDS_MOST);
    }

    private static long numberPpm(Line line) {
        long standing =
                switch (line.standing()) {
                    case VERIFIED -> 2_000_000;
                    case UNVERIFIED -> MILLION;
                    case UNUSABLE -> 0;
                };
        return switch (line.kind()) {
            case MOBILE -> standing * 12 / 10;
            case WORK -> standing * 6 / 10;
            case OTHER -> standing;
        };
    }

    /// Whether a person picked up, with an agent there or not.
    static boolean answered(CandidateFacts.Try past) {
        return NumberHistory.Sign.of(past.outcome()) == NumberHistory.Sign.ANSWERED;
    }

    private static long sharePpm(Debt debt, LocalDate today) {
        long days = debt.since().map(since -> ChronoUnit.DAYS.between(since, today)).orElse(999L);
        if (days <= 90) {
            return 150_000;
        } else if (days <= 365) {
            return 100_000;
        } else if (days <= 3 * 365) {
            return 50_000;
        } else {
            return 20_000;
        }
    }
}
