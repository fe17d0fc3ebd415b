package org.rightparty.dialer.simulation.rivals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.dialer.simulation.rivals.VicidialLevel.Method;
import org.rightparty.dialer.simulation.rivals.VicidialLevel.Seen;

class VicidialLevelTest {
    /// The level before and after, as worked out by hand from the published behaviour. The limit
    /// is 3 per cent, the latest hour 21:00.
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    level|surplus|target|intensity|max|minute|drops|today|drops|method|clock|next
                    1.5|3|0|0|4|30|0|500|1.0|AVERAGE|1200|1.725
                    1.5|3|-1|0|4|30|0|500|1.0|AVERAGE|1200|1.65
                    2.0|-2|0|0|4|30|0|500|1.0|HARD|1200|1.8
                    2.0|-2|0|20|4|30|0|500|1.0|HARD|1200|1.84
                    2.0|4|0|20|4|30|0|500|1.0|HARD|1200|2.48
                    2.4|1|0|0|4|30|0|500|3.2|HARD|1200|1.0
                    2.4|1|0|0|4|30|0|500|3.2|AVERAGE|1200|1.26
                    2.4|1|0|0|4|30|0|500|3.2|TAPERED|1200|2.268
                    2.4|1|0|0|4|30|0|500|3.2|TAPERED|1000|2.52
                    2.4|1|0|0|4|30|0|500|3.2|TAPERED|2145|1.0
                    2.4|1|0|0|4|30|60|40|1.0|HARD|1200|1.26
                    3.9|6|0|0|4|30|0|500|1.0|AVERAGE|1200|4.0
                    1.0|-5|0|0|4|30|0|500|1.0|AVERAGE|1200|1.0
                    1.8|0|0|0|4|30|0|500|1.0|AVERAGE|1200|1.8
                    """)
    void follows_the_golden_vectors(
            double level,
            double surplus,
            double target,
            double intensity,
            double max,
            int lastMinute,
            double droppedLastMinute,
            int today,
            double droppedToday,
            Method method,
            int clock,
            double next) {
        VicidialLevel rule = new VicidialLevel(method, max, intensity, target, 3, 2_100);
        Seen seen =
                new Seen(surplus, 20, lastMinute, droppedLastMinute, today, droppedToday, clock);
        assertThat(rule.next(level, seen)).isEqualTo(next, within(1e-9));
    }
}
