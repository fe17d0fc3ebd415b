package org.rightparty.dialer.demo;

import org.rightparty.vocabulary.Outcome;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// What happened with a demo consumer before today: attempts that kept to the law, what was said,
/// and what was promised.
///
/// Attempts lie at least two days apart, between 11:00 and 18:00 where the consumer lives and
/// never on a Sunday, so that they were right in every zone of the mainland and stay far from
/// seven in seven days; after a conversation there was none for eight days (12 CFR 1006.14(b)(2)).
/// Those of the hard cases lie at noon.
public final class Past {
    private static final int DAYS_APART_LEAST = 2;
    private static final int DAYS_APART_MOST = 9;
    private static final int AFTER_CONVERSATION = 8;
    private static final int ATTEMPTS_MAX = 10;
    private static final int NEVER_CALLED_HUNDREDTHS = 35;
    private static final LocalTime NOON = LocalTime.of(12, 4);

    /// A call that nobody answers is over by then.
    private static final Duration CALL_MOST = Duration.ofMinutes(1);

    private Past() {}

    /// One attempt of the past.
    ///
    /// @param talk how long an agent and the consumer spoke; empty when they did not
    /// @param said what the agent recorded; empty unless they spoke
    public record Call(
            Instant placedAt, Outcome outcome, Optional<Duration> talk, Optional<Said> said) {}

    /// What a conversation came to.
    public enum Said {
        PROMISED,
        REFUSED,
        CALL_LATER,
        THIRD_PARTY
    }

    /// The calls of the n-th person, oldest first.
    public static List<Call> calls(long seed, long n, ZoneId zone, Instant now) {
        RandomGenerator chance = new SplittableRandom(seed * 7_000_003 + n);
        return EdgeCases.at(n)
                .map(edge -> ofCase(edge, zone, now, chance))
                .orElseGet(() -> ordinary(chance, zone, now));
    }

    private static List<Call> ofCase(
            EdgeCases edge, ZoneId zone, Instant now, RandomGenerator chance) {
        if (edge == EdgeCases.SEVENTH_ATTEMPT) {
            return sevenInSevenDays(zone, now);
        } else if (edge == EdgeCases.COOLING_DOWN) {
            return List.of(spoken(noon(zone, now, 3), Said.CALL_LATER, chance));
        } else {
            return List.of();
        }
    }

    private static List<Call> ordinary(RandomGenerator chance, ZoneId zone, Instant now) {
        List<Call> calls = new ArrayList<>();
        if (chance.nextInt(100) >= NEVER_CALLED_HUNDREDTHS) {
            backwards(chance, zone, now, calls);
        }
        return List.copyOf(calls.reversed());
    }

    /// On each of the last seven noons.
    private static List<Call> sevenInSevenDays(ZoneId zone, Instant now) {
        List<Call> calls = new ArrayList<>();
        for (int noons = 7; noons > 0; noons--) {
            calls.add(unspoken(noon(zone, now, noons), Outcome.RING_NO_ANSWER));
        }
        return List.copyOf(calls);
    }

    /// The n-th noon before an instant where the consumer lives, and a few minutes: within calling
    /// hours at whatever hour the demo is loaded.
    private static Instant noon(ZoneId zone, Instant now, int back) {
        LocalDate today = LocalDate.ofInstant(now.minus(CALL_MOST), zone);
        Instant last = at(today, zone);
        int days = last.isAfter(now.minus(CALL_MOST)) ? back : back - 1;
        return at(today.minusDays(days), zone);
    }

    private static Instant at(LocalDate day, ZoneId zone) {
        return day.atTime(NOON).atZone(zone).toInstant();
    }

    private static void backwards(
            RandomGenerator chance, ZoneId zone, Instant now, List<Call> calls) {
        int count = 1 + chance.nextInt(ATTEMPTS_MAX);
        LocalDate day = LocalDate.ofInstant(now, zone);
        for (int i = 0; i < count; i++) {
            int apart = chance.nextInt(DAYS_APART_LEAST, DAYS_APART_MOST + 1);
            day = notSunday(day.minusDays(apart));
            Instant at =
                    day.atTime(chance.nextInt(11, 18), chance.nextInt(60), chance.nextInt(60))
                            .atZone(zone)
                            .toInstant();
            calls.add(call(at, apart >= AFTER_CONVERSATION, chance));
        }
    }

    private static LocalDate notSunday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.minusDays(1) : day;
    }

    private static Call call(Instant at, boolean mayHaveSpoken, RandomGenerator chance) {
        int luck = chance.nextInt(100);
        if (mayHaveSpoken && luck < 60) {
            return spoken(at, said(chance.nextInt(100)), chance);
        }
        return unspoken(
                at,
                luck < 55
                        ? Outcome.RING_NO_ANSWER
                        : luck < 80
                                ? Outcome.VOICEMAIL_NO_MESSAGE
                                : luck < 90 ? Outcome.BUSY : Outcome.RING_NO_ANSWER);
    }

    private static Said said(int hundredth) {
        return hundredth < 45
                ? Said.PROMISED
                : hundredth < 65
                        ? Said.REFUSED
                        : hundredth < 90 ? Said.CALL_LATER : Said.THIRD_PARTY;
    }

    private static Call spoken(Instant at, Said said, RandomGenerator chance) {
        Duration talk = Duration.ofSeconds(chance.nextInt(25, 420));
        return new Call(at, Outcome.ANSWERED, Optional.of(talk), Optional.of(said));
    }

    private static Call unspoken(Instant at, Outcome outcome) {
        return new Call(at, outcome, Optional.empty(), Optional.empty());
    }
}
