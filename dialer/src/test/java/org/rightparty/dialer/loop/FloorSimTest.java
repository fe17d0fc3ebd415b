package org.rightparty.dialer.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/// Whole floors from seeds. `-Dseed=17` replays one, `-Dseeds=500` runs more.
class FloorSimTest {
    /// Every fifth seed is run twice, to see that the same seed gives the same day.
    private static final long RUN_TWICE = 5;

    static LongStream seeds() {
        Long one = Long.getLong("seed");
        return one == null
                ? LongStream.rangeClosed(1, Long.getLong("seeds", 200))
                : LongStream.of(one);
    }

    private static final Map<String, Integer> SEEN = new TreeMap<>();

    /// A simulation in which nothing happens proves nothing.
    @AfterAll
    static void the_seeds_reach_what_can_go_wrong() {
        if (Long.getLong("seed") == null) {
            assertThat(SEEN)
                    .containsKeys(
                            "ANSWERED",
                            "ABANDONED",
                            "Dialed by hand.",
                            "Its disposition is still missing.",
                            SimOffice.WHY,
                            "This call is from before the program was started anew.",
                            "NEVER_PLACED",
                            "UNKNOWN",
                            "answers lost",
                            "floods",
                            "freezes",
                            "paced ahead",
                            "restarts",
                            "screens shown");
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void keeps_every_invariant_whatever_goes_wrong(long seed) {
        FloorSim sim = new FloorSim(seed);
        List<String> violations = sim.run();
        sim.tally.forEach((what, times) -> SEEN.merge(what, times, Integer::sum));
        assertThat(violations).as("replay with -Dseed=%d", seed).isEmpty();
        if (seed % RUN_TWICE == 0) {
            FloorSim again = new FloorSim(seed);
            again.run();
            assertThat(again.traced()).as("same seed %d, same day", seed).isEqualTo(sim.traced());
        }
    }
}
