package org.rightparty.compliance.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rightparty.compliance.rules.ContactResult;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.zones.Evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// The gate against another reading of the same law, written as plainly as can be, over random
/// consumers, histories and instants around the changes of the clocks.
final class OracleTest {
    private static final Rulebooks LAW = Books.law();
    private static final List<String> ZONES =
            List.of(
                    "America/New_York",
                    "America/Chicago",
                    "America/Phoenix",
                    "America/Los_Angeles",
                    "Pacific/Honolulu",
                    "America/Puerto_Rico");
    private static final List<Instant> CENTRES =
            List.of(
                    Instant.parse("2026-03-08T12:00:00Z"),
                    Instant.parse("2026-11-01T12:00:00Z"),
                    Instant.parse("2028-02-29T12:00:00Z"),
                    Instant.parse("2026-07-15T12:00:00Z"));
    private static final int CASES_A_SEED = 400;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agrees_with_a_naive_reading(long seed) {
        RandomGenerator random = new Random(seed);
        for (int i = 0; i < CASES_A_SEED; i++) {
            Instant now = instant(random, Duration.ofDays(5));
            Someone someone = someone(random, now);
            boolean permitted = someone.codes(LAW, now).equals(List.of("OK"));
            assertThat(permitted)
                    .as("seed %d case %d at %s", seed, i, now)
                    .isEqualTo(Naive.allows(someone, now));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void names_the_first_instant_that_would_pass(long seed) {
        RandomGenerator random = new Random(seed);
        for (int i = 0; i < CASES_A_SEED / 8; i++) {
            Instant now = instant(random, Duration.ofDays(5));
            Someone someone = someone(random, now);
            Instant next = someone.next(LAW, now).orElseThrow();
            assertThat(Naive.allows(someone, next)).as("seed %d case %d", seed, i).isTrue();
            for (Instant at = now; at.isBefore(next); at = at.plus(Duration.ofMinutes(10))) {
                assertThat(Naive.allows(someone, at))
                        .as("seed %d case %d at %s before %s", seed, i, at, next)
                        .isFalse();
            }
        }
    }

    private static Instant instant(RandomGenerator random, Duration around) {
        Instant centre = CENTRES.get(random.nextInt(CENTRES.size()));
        long seconds = random.nextLong(-around.toSeconds(), around.toSeconds());
        return centre.plusSeconds(seconds / 1_800 * 1_800 - random.nextInt(2));
    }

    private static Someone someone(RandomGenerator random, Instant now) {
        String zones =
                random.ints(1 + random.nextInt(2), 0, ZONES.size())
                        .mapToObj(ZONES::get)
                        .collect(Collectors.joining(" "));
        Someone someone = Someone.in(zones);
        int calls = random.nextInt(12);
        for (int i = 0; i < calls; i++) {
            Instant at = now.minusSeconds(random.nextLong(1, Duration.ofDays(9).toSeconds()));
            someone.had(
                    at,
                    Naive.RESULTS.get(random.nextInt(Naive.RESULTS.size())),
                    random.nextInt(4) == 0 ? Someone.OTHER_DEBT : Someone.DEBT);
        }
        if (random.nextInt(8) == 0) {
            someone.had(
                    now.minusSeconds(random.nextLong(1, Duration.ofDays(9).toSeconds())),
                    ContactResult.CONVERSATION);
        }
        return someone;
    }

    /// Says the same as the law in other words, and shares nothing with the gate.
    private static final class Naive {
        static final List<ContactResult> RESULTS =
                List.of(
                        ContactResult.RING_NO_ANSWER,
                        ContactResult.VOICEMAIL_LEFT,
                        ContactResult.BUSY,
                        ContactResult.ABANDONED,
                        ContactResult.NETWORK_BLOCKED);

        private Naive() {}

        static boolean allows(Someone someone, Instant now) {
            for (Evidence evidence : someone.evidence) {
                for (ZoneId zone : evidence.zones()) {
                    if (!allowsIn(someone, now, zone)) {
                        return false;
                    }
                }
            }
            return true;
        }

        private static boolean allowsIn(Someone someone, Instant now, ZoneId zone) {
            LocalTime time = now.atZone(zone).toLocalTime();
            if (time.isBefore(LocalTime.of(8, 0)) || !time.isBefore(LocalTime.of(21, 0))) {
                return false;
            }
            LocalDate today = now.atZone(zone).toLocalDate();
            int counted = 0;
            for (ContactEvent event : someone.history) {
                LocalDate day = event.at().atZone(zone).toLocalDate();
                boolean lastSeven = day.toEpochDay() > today.toEpochDay() - 7;
                if (lastSeven && event.accounts().contains(Someone.DEBT)) {
                    if (event.result() == ContactResult.CONVERSATION) {
                        return false;
                    }
                    boolean connected =
                            event.result() != ContactResult.BUSY
                                    && event.result() != ContactResult.NETWORK_BLOCKED;
                    counted += connected ? 1 : 0;
                }
            }
            return counted < 7;
        }
    }
}
