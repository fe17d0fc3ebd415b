package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.console.administration.CampaignBook.Limits;

import picocli.CommandLine.Option;

import java.math.BigDecimal;

/// What a campaign's abandonment is held to; what is not given stays as it is.
final class LimitOptions {
    private static final int PPM_A_PERCENT_DIGITS = 4;

    @Option(
            names = "--abandonment-ceiling",
            paramLabel = "PERCENT",
            description = {
                "Of the calls that people answer, at most so many may find no agent; 0 to 10,"
                        + " usually 3.",
                "Where the rulebooks in force ask for less, that holds."
            })
    private @Nullable BigDecimal ceiling;

    @Option(
            names = "--screening-false-positives",
            paramLabel = "PERCENT",
            description =
                    "Of the calls that the screening takes for machines, so many are people; they"
                            + " count as abandoned; 0 to 20, usually 1.")
    private @Nullable BigDecimal falsePositives;

    /// @throws NotDone when one is no percentage, or out of its range
    Limits over(Limits before) {
        Limits limits =
                new Limits(
                        ppm(ceiling, before.ceilingPpm()),
                        ppm(falsePositives, before.falsePositivePpm()));
        limits.fault()
                .ifPresent(fault -> {
                    throw new NotDone(fault, "write percent, as 2.5");
                });
        return limits;
    }

    static int ppm(@Nullable BigDecimal percent, int before) {
        if (percent == null) {
            return before;
        }
        try {
            return percent.movePointRight(PPM_A_PERCENT_DIGITS).intValueExact();
        } catch (ArithmeticException tooFine) {
            throw new NotDone(
                    percent.toPlainString() + " percent cannot be kept",
                    "write at most four digits after the point");
        }
    }
}
