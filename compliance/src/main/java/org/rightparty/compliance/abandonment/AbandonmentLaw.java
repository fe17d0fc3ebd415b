package org.rightparty.compliance.abandonment;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// What all rows of abandonment together ask of a campaign that dials ahead: each is measured over
/// its own window and scope, and the one that leaves least holds.
///
/// @param harbours the rows that hold; never empty
/// @param clock the clock of the call centre
public record AbandonmentLaw(List<SafeHarbour> harbours, ZoneId clock) {
    /// What a campaign's own ceiling is measured by where no row says anything (47 CFR
    /// 64.1200(a)(7)).
    private static final SafeHarbour CUSTOMARY =
            new SafeHarbour(
                    SafeHarbour.PPM - 1,
                    SafeHarbour.Scope.CAMPAIGN,
                    new MeasuringWindow(MeasuringWindow.Kind.CAMPAIGN_PERIOD_OR_DAYS, 30),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(15));

    /// Least left first; of those that leave nothing, the one that is over by most.
    private static final Comparator<AbandonmentBudget> BY_WHAT_IS_LEFT =
            Comparator.comparingLong(AbandonmentBudget::aheadMax)
                    .thenComparingLong(budget -> -budget.over());

    public AbandonmentLaw {
        harbours = harbours.isEmpty() ? List.of(CUSTOMARY) : List.copyOf(harbours);
    }

    /// The budget under the strictest row.
    ///
    /// @param ownPpm the campaign's own ceiling, in parts per million; a row's lower one holds
    public AbandonmentBudget strictest(
            int ownPpm, Function<SafeHarbour, AbandonmentTally> measured) {
        return Stream.concat(
                        harbours.stream().filter(row -> !isOwn(row)),
                        own().stream()
                                .map(row -> row.withCeiling(Math.min(row.ceilingPpm(), ownPpm))))
                .map(row -> new AbandonmentBudget(row, measured.apply(row)))
                .min(BY_WHAT_IS_LEFT)
                .orElseThrow();
    }

    /// Where all campaigns are measured together, one campaign's own ceiling says nothing of it.
    private List<SafeHarbour> own() {
        List<SafeHarbour> own = harbours.stream().filter(AbandonmentLaw::isOwn).toList();
        return own.isEmpty() ? List.of(CUSTOMARY) : own;
    }

    private static boolean isOwn(SafeHarbour row) {
        return row.scope() == SafeHarbour.Scope.CAMPAIGN;
    }

    /// How long a campaign's calls ring, that would have them ring for `own` seconds.
    public int ringSeconds(int own) {
        return harbours.stream()
                .map(SafeHarbour::ringAtLeast)
                .mapToInt(least -> (int) Math.ceilDiv(least.toMillis(), 1_000L))
                .reduce(own, Math::max);
    }
}
