package org.rightparty.dialer.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How the price of an abandonment is steered.
class PriceTest {
    private static final double TARGET = 0.03;

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    surplus, wanted
                    0,       0.0300
                    2.5,     0.0400
                    -2.5,    0.0200
                    3.75,    0.0450
                    100,     0.0450
                    -7.125,  0.0015
                    -100,    0.0015
                    """)
    void what_is_left_of_the_budget_sets_the_rate_to_work_for(double surplus, double wanted) {
        assertThat(Price.wanted(TARGET, surplus)).isCloseTo(wanted, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    mean risk, answers, price
                    0.018,     1,       0.0150
                    0.000,     1,       0.0154
                    0.033,     1,       0.0147
                    0.900,     1,       0.0133
                    0.900,     2,       0.0118
                    0.900,     0,       0.0150
                    """)
    void dearer_than_wanted_lowers_the_price_and_what_was_not_placed_changes_nothing(
            double meanRisk, double answers, double value) {
        Price price = new Price();
        assertThat(price.bias()).isCloseTo(5 / 3.0, within(1e-9));
        price.placed(answers, meanRisk, 0.018 * price.bias(), TARGET);
        // the bias has the new forecast in it, so the price is known to a tenth
        assertThat(price.value()).isCloseTo(value, within(0.0005));
    }

    @Test
    void the_price_stays_within_its_limits() {
        Price price = new Price();
        for (int i = 0; i < 2_000; i++) {
            price.placed(5, 0.9, 0.03, TARGET);
        }
        assertThat(price.value()).isEqualTo(Price.LEAST, within(1e-9));
        for (int i = 0; i < 20_000; i++) {
            price.placed(5, 0, 0.03, TARGET);
        }
        assertThat(price.value()).isCloseTo(0.95, within(1e-9));
    }

    @Test
    void more_abandoned_than_foreseen_makes_a_call_count_for_more() {
        Price price = new Price();
        for (int i = 0; i < 1_000; i++) {
            price.placed(1, 0.03, 0.03, TARGET);
            if (i % 33 == 0) {
                price.abandoned();
            }
        }
        assertThat(price.bias()).isBetween(0.8, 1.3);
        for (int i = 0; i < 60; i++) {
            price.abandoned();
        }
        assertThat(price.bias()).isGreaterThan(2);
    }

    @Test
    void a_restart_goes_on_with_the_price_it_had() {
        Price before = new Price();
        before.placed(50, 0.2, 0.03, TARGET);
        before.abandoned();
        Price after = new Price();
        after.restore(before.figures());
        assertThat(after.value()).isEqualTo(before.value());
        assertThat(after.bias()).isEqualTo(before.bias());
    }
}
