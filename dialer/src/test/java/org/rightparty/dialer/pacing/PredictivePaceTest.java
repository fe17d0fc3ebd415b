package org.rightparty.dialer.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rightparty.vocabulary.Aim;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/// What must hold on whatever floor.
class PredictivePaceTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void more_of_what_allows_dialing_never_means_fewer_calls(long seed) {
        int usual = dials(floors(seed));
        Floors free = floors(seed);
        free.ready++;
        assertThat(dials(free)).as("one more agent is free").isGreaterThanOrEqualTo(usual);
        Floors rich = floors(seed);
        rich.abandoned = Math.max(0, rich.abandoned - 40);
        assertThat(dials(rich)).as("more budget").isGreaterThanOrEqualTo(usual);
        Floors waiting = floors(seed);
        waiting.waiting++;
        assertThat(dials(waiting)).as("one more waits").isLessThanOrEqualTo(usual);
        Floors flying = floors(seed);
        flying.inFlight++;
        assertThat(dials(flying)).as("one more is in flight").isLessThanOrEqualTo(usual + 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void stays_between_one_to_one_and_the_room(long seed) {
        Floor floor = floors(seed).floor();
        int dials = Floors.taught(60, 400).decide(floor).dials();
        assertThat(dials).isBetween(floor.oneToOne(), floor.room().calls());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nobody_abandoned_means_no_more_calls_than_agents(long seed) {
        Floors floors = floors(seed);
        floors.aim = new Aim.NeverAbandon();
        Floor floor = floors.floor();
        int dials = Floors.taught(60, 400).decide(floor).dials();
        assertThat(dials).isGreaterThanOrEqualTo(floor.oneToOne());
        if (dials > floor.oneToOne()) {
            int agents = floors.ready + floors.talking + floors.wrapping;
            int calls = floors.inFlight + floors.ordered + floors.waiting + dials;
            assertThat(calls).isLessThanOrEqualTo(agents);
        }
    }

    @Test
    void the_same_floors_always_give_the_same_decisions() {
        PredictivePace one = Floors.taught(60, 400);
        PredictivePace two = Floors.taught(60, 400);
        for (long seed = 0; seed < 50; seed++) {
            Floors floors = floors(seed);
            floors.at = Floors.START.plusSeconds(100 + seed);
            assertThat(one.decide(floors.floor())).isEqualTo(two.decide(floors.floor()));
        }
    }

    @Test
    void a_number_that_never_answers_leaves_room_for_another_call() {
        Floors usual = new Floors();
        usual.at = Floors.START.plusSeconds(61);
        usual.ready = 3;
        usual.talking = 5;
        usual.inFlight = 12;
        Floors hopeless = new Floors();
        hopeless.at = usual.at;
        hopeless.ready = 3;
        hopeless.talking = 5;
        hopeless.inFlight = 12;
        hopeless.lead = Lead.of("", 0.01, 0.15);
        assertThat(dials(hopeless)).isGreaterThan(dials(usual));
    }

    @Test
    void the_reasons_can_be_read() {
        Floors floors = new Floors();
        floors.at = Floors.START.plusSeconds(61);
        floors.ready = 3;
        PaceDecision decision = Floors.taught(60, 400).decide(floors.floor());
        assertThat(decision.reason()).startsWith("3 agents are free now").endsWith(".");
        assertThat(decision.reasons().table())
                .containsEntry("free now", "3")
                .containsKeys("answers expected", "abandonments left", "guard");
    }

    private static int dials(Floors floors) {
        return Floors.taught(60, 400).decide(floors.floor()).dials();
    }

    private static Floors floors(long seed) {
        RandomGenerator r = new Random(seed);
        Floors floors = new Floors();
        floors.at = Floors.START.plusSeconds(61);
        boolean large = r.nextInt(3) == 0;
        floors.ready = r.nextInt(large ? 20 : 4);
        floors.talking = r.nextInt(large ? 90 : 12);
        floors.wrapping = r.nextInt(large ? 20 : 4);
        floors.inFlight = r.nextInt(large ? 120 : 15);
        floors.ordered = r.nextInt(4);
        floors.waiting = r.nextInt(6) == 0 ? 1 : 0;
        floors.trunks = r.nextInt(80);
        floors.abandoned = 60L + r.nextInt(100);
        floors.workAge = Duration.ofSeconds(5 + r.nextInt(120));
        return floors;
    }
}
