package org.rightparty.compliance.abandonment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.abandonment.SafeHarbour.Scope;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;

final class AbandonmentLawTest {
    private static final int OWN = 30_000;

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    row   | own   | answered | abandoned | ceiling | ruling
                    30000 | 50000 | 1000     | 30        | 30000   | OK
                    30000 | 50000 | 1000     | 31        | 30000   | STOP_PREDICTIVE
                    50000 | 30000 | 1000     | 30        | 30000   | OK
                    50000 | 30000 | 1000     | 31        | 30000   | STOP_PREDICTIVE
                    30000 | 30000 | 1000     | 31        | 30000   | STOP_PREDICTIVE
                    """)
    void the_lower_of_the_rows_and_the_campaigns_own_ceiling_holds(
            int row,
            int own,
            long answered,
            long abandoned,
            int ceiling,
            AbandonmentBudget.Ruling ruling) {
        AbandonmentLaw law = law(harbour(row, Scope.CAMPAIGN, 30, 15_000));
        AbandonmentBudget budget =
                law.strictest(own, _ -> new AbandonmentTally(answered, abandoned, 0, 0));
        assertThat(budget.harbour().ceilingPpm()).isEqualTo(ceiling);
        assertThat(budget.ruling(0)).isEqualTo(ruling);
    }

    @Test
    void of_several_rows_the_one_that_leaves_least_holds() {
        SafeHarbour month = harbour(30_000, Scope.CAMPAIGN, 30, 15_000);
        SafeHarbour day = harbour(30_000, Scope.CAMPAIGN, 1, 15_000);
        AbandonmentTally much = new AbandonmentTally(10_000, 100, 0, 0);
        AbandonmentTally little = new AbandonmentTally(100, 2, 0, 0);
        assertThat(strictest(Map.of(month, much, day, little)).harbour()).isEqualTo(day);
        AbandonmentTally spent = new AbandonmentTally(10_000, 301, 0, 0);
        assertThat(strictest(Map.of(month, spent, day, little)).harbour()).isEqualTo(month);
        AbandonmentTally worse = new AbandonmentTally(100, 30, 0, 0);
        assertThat(strictest(Map.of(month, spent, day, worse)).harbour()).isEqualTo(day);
    }

    @Test
    void the_centres_ceiling_is_the_rows_and_the_campaigns_own_still_holds_for_itself() {
        SafeHarbour centre = harbour(30_000, Scope.CENTRE, 30, 15_000);
        AbandonmentTally all = new AbandonmentTally(10_000, 250, 0, 0);
        AbandonmentTally mine = new AbandonmentTally(1_000, 11, 0, 0);
        AbandonmentLaw law = law(centre);
        AbandonmentBudget own =
                law.strictest(10_000, row -> row.scope() == Scope.CENTRE ? all : mine);
        assertThat(own.harbour().scope()).isEqualTo(Scope.CAMPAIGN);
        assertThat(own.ruling(0)).isEqualTo(AbandonmentBudget.Ruling.STOP_PREDICTIVE);
        AbandonmentTally over = new AbandonmentTally(10_000, 301, 0, 0);
        AbandonmentBudget together =
                law.strictest(OWN, row -> row.scope() == Scope.CENTRE ? over : mine);
        assertThat(together.harbour()).isEqualTo(centre);
    }

    @Test
    void without_any_row_the_campaigns_own_ceiling_is_measured_as_is_customary() {
        AbandonmentBudget budget = law().strictest(OWN, _ -> new AbandonmentTally(1_000, 31, 0, 0));
        assertThat(budget.harbour().ceilingPpm()).isEqualTo(OWN);
        assertThat(budget.harbour().connectWithin()).isEqualTo(Duration.ofSeconds(2));
        assertThat(budget.ruling(0)).isEqualTo(AbandonmentBudget.Ruling.STOP_PREDICTIVE);
    }

    @ParameterizedTest
    @CsvSource({"15000, 25, 25", "25000, 25, 25", "25001, 25, 26", "40000, 25, 40"})
    void calls_ring_at_least_as_long_as_a_row_asks(int leastMillis, int own, int rings) {
        AbandonmentLaw law = law(harbour(30_000, Scope.CAMPAIGN, 30, leastMillis));
        assertThat(law.ringSeconds(own)).isEqualTo(rings);
    }

    private static AbandonmentBudget strictest(Map<SafeHarbour, AbandonmentTally> measured) {
        return new AbandonmentLaw(List.copyOf(measured.keySet()), ZoneOffset.UTC)
                .strictest(OWN, row -> Objects.requireNonNull(measured.get(row)));
    }

    private static AbandonmentLaw law(SafeHarbour... rows) {
        return new AbandonmentLaw(List.of(rows), ZoneOffset.UTC);
    }

    private static SafeHarbour harbour(int ppm, Scope scope, int days, int ringMillis) {
        return new SafeHarbour(
                ppm,
                scope,
                new MeasuringWindow(MeasuringWindow.Kind.CAMPAIGN_PERIOD_OR_DAYS, days),
                Duration.ofSeconds(2),
                Duration.ofMillis(ringMillis));
    }
}
