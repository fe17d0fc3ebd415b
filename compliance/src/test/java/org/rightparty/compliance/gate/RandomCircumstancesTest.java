package org.rightparty.compliance.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.RuleType;
import org.rightparty.compliance.rules.Rulebook;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.vocabulary.Mode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/// Random rows of every type that refuses, with their scopes, exceptions, strengths, days of force
/// and overrides, against random people at instants around changes of the clocks, leap days and the
/// turn of the year: the gate gives exactly the refusals, in their order, that a naive reading
/// gives, and the modes.
final class RandomCircumstancesTest {
    private static final int CASES_A_SEED = 600;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void refuses_as_a_naive_reading_does(long seed) {
        RandomGenerator random = new Random(seed);
        for (int i = 0; i < CASES_A_SEED; i++) {
            Instant at = RandomCircumstances.instant(random);
            Someone someone = RandomCircumstances.someone(random, at);
            List<Rule> rules = RandomRows.some(random, someone, at);
            RandomCircumstances.setAside(someone, rules, random, at);
            NaiveReading naive = new NaiveReading(rules, someone, at);
            assertThat(someone.codes(book(rules), at))
                    .as("seed %d case %d at %s, %s", seed, i, at, rules)
                    .isEqualTo(naive.codes());
            assertThat(someone.verdict(book(rules), at).modes())
                    .as("modes of seed %d case %d at %s, %s", seed, i, at, rules)
                    .isEqualTo(modes(naive));
        }
    }

    private static Set<Mode> modes(NaiveReading naive) {
        Set<Mode> modes = EnumSet.noneOf(Mode.class);
        for (Mode mode : Mode.values()) {
            if (naive.passesIn(mode)) {
                modes.add(mode);
            }
        }
        return modes;
    }

    /// So that the cases say something: each type refuses often and passes often.
    @Test
    void meets_both_sides_of_every_type() {
        Map<RuleType, int[]> met = new EnumMap<>(RuleType.class);
        RandomGenerator random = new Random(99);
        for (int i = 0; i < 4 * CASES_A_SEED; i++) {
            Instant at = RandomCircumstances.instant(random);
            Someone someone = RandomCircumstances.someone(random, at);
            List<Rule> rules = RandomRows.some(random, someone, at);
            for (Ruling ruling :
                    Gate.rulings(someone.request(), someone.facts(), book(rules), at)) {
                int side = ruling.result() == Ruling.Result.PASSED ? 1 : 0;
                met.computeIfAbsent(ruling.row().rule().terms().type(), _ -> new int[2])[side]++;
            }
        }
        assertThat(met.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        EnumSet.range(RuleType.STATUS_BLOCK, RuleType.FREQUENCY_CAP));
        assertThat(met.values()).allMatch(sides -> sides[0] >= 10 && sides[1] >= 10);
    }

    private static Rulebooks book(List<Rule> rules) {
        return new Rulebooks(
                List.of(
                        new Rulebook(
                                "random",
                                "1",
                                "00",
                                Instant.EPOCH,
                                Optional.empty(),
                                new ArrayList<>(rules))));
    }
}
