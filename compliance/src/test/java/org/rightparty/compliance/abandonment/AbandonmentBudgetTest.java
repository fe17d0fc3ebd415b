package org.rightparty.compliance.abandonment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import java.util.random.RandomGenerator;

final class AbandonmentBudgetTest {
    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");

    private static SafeHarbour harbour(int ppm) {
        return new SafeHarbour(
                ppm,
                SafeHarbour.Scope.CAMPAIGN,
                new MeasuringWindow(MeasuringWindow.Kind.CAMPAIGN_PERIOD_OR_DAYS, 30),
                Duration.ofSeconds(2),
                Duration.ofSeconds(15));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    ceiling | answered | abandoned | machines | false | ahead | ruling | most
                    30000   | 1000     | 30        | 0        | 0     | 0     | OK | 0
                    30000   | 1000     | 31        | 0        | 0     | 0     | STOP_PREDICTIVE | 0
                    30000   | 99       | 2         | 0        | 0     | 1     | OK | 1
                    30000   | 98       | 2         | 0        | 0     | 1     | DENY_OVERDIAL | 0
                    30000   | 0        | 0         | 0        | 0     | 1     | DENY_OVERDIAL | 0
                    30000   | 0        | 0         | 0        | 0     | 0     | OK | 0
                    30000   | 1000     | 20        | 1000     | 10000 | 0     | OK | 0
                    30000   | 1000     | 20        | 1001     | 10000 | 0     | STOP_PREDICTIVE | 0
                    0       | 1000     | 0         | 0        | 0     | 1     | DENY_OVERDIAL | 0
                    """)
    void keeps_under_the_ceiling_even_if_all_ahead_were_abandoned(
            int ceiling,
            long answered,
            long abandoned,
            long machines,
            int wrong,
            long ahead,
            AbandonmentBudget.Ruling ruling,
            long most) {
        AbandonmentBudget budget =
                new AbandonmentBudget(
                        harbour(ceiling),
                        new AbandonmentTally(answered, abandoned, machines, wrong));
        assertThat(budget.ruling(ahead)).isEqualTo(ruling);
        assertThat(budget.aheadMax()).isEqualTo(most);
    }

    @Test
    void allows_exactly_as_many_ahead_as_trying_them_one_by_one() {
        RandomGenerator random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            long answered = random.nextLong(2_000);
            AbandonmentTally tally =
                    new AbandonmentTally(answered, random.nextLong(answered + 1) / 20, 0, 0);
            AbandonmentBudget budget =
                    new AbandonmentBudget(harbour(random.nextInt(100_000)), tally);
            long most = 0;
            while (budget.ruling(most + 1) == AbandonmentBudget.Ruling.OK) {
                most++;
            }
            assertThat(budget.aheadMax()).as("case %d %s", i, budget).isEqualTo(most);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1999 | true
                    2000 | true
                    2001 | false
                    -500 | true
                    """)
    void gives_an_agent_two_seconds_from_the_end_of_the_greeting(long millis, boolean inTime) {
        assertThat(harbour(30_000).inTime(Duration.ofMillis(millis))).isEqualTo(inTime);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CAMPAIGN_PERIOD_OR_DAYS | 30 | 2020-01-01T00:00:00Z | 2026-03-02T12:00:00Z
                    CAMPAIGN_PERIOD_OR_DAYS | 30 | 2026-03-20T00:00:00Z | 2026-03-20T00:00:00Z
                    HOURS                   | 24 | 2020-01-01T00:00:00Z | 2026-03-31T12:00:00Z
                    CALENDAR_MONTH          | 1  | 2020-01-01T00:00:00Z | 2026-04-01T04:00:00Z
                    """)
    void measures_over_the_regulators_window(
            MeasuringWindow.Kind kind, int n, Instant began, Instant from) {
        assertThat(
                        new MeasuringWindow(kind, n)
                                .from(began, Instant.parse("2026-04-01T12:00:00Z"), TORONTO))
                .isEqualTo(from);
    }
}
