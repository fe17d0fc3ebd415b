package org.rightparty.dialer.simulation.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rightparty.dialer.simulation.Distribution;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

class ScenarioJsonTest {
    private static String least(String top, String group, String talk) {
        return """
        {"schema": "dialer-scenario/1", "durationS": 100, %s
         "agents": {"groups": [{"count": 1 %s}]},
         "answerRate": {"base": 0.1},
         "otherOutcomes": {"noAnswer": 1},
         "timing": {"setup": 1, "ringHuman": 5, "ringMachine": 9, "noAnswerTimeoutS": 20},
         "talk": %s,
         "wrap": 5}
        """
                .formatted(top, group, talk);
    }

    static Stream<String> shipped() {
        return Stream.of(ShippedScenarios.FLOORS, ShippedScenarios.MORE, ShippedScenarios.GRID)
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void reads_every_scenario_that_comes_with_the_program(String name) {
        assertThat(ShippedScenarios.of(name).agents().count()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "colour": 3, |  | 5 | colour is not known
                    "list": {"sise": 3}, |  | 5 | list.sise is not known
                    | ,"logginS": 3 | 5 | agents.groups[0].logginS
                    | ,"loginS": "x" | 5 | groups[0].loginS is not a
                    | ,"loginS": -1 | 5 | groups[0].loginS is not a
                    "warmupS": 100, |  | 5 | warmupS leaves nothing
                    "seed": 1.5, |  | 5 | seed is not a whole number
                    "trunks": 5, |  | 5 | trunks is not an object
                    "trunks": {"max": -5}, |  | 5 | trunks.max is not a number
                    "trunks": {"max": 0}, |  | 5 | trunks.max is 0; write 1 or more
                    "replications": 0, |  | 5 | replications is 0; write 1 or more
                    "seed": 1, "seed": 2, |  | 5 | the file is not JSON
                    | | {"type": "exp"} | talk.mean is missing
                    | | {"type": "weird"} | talk.type is no distribution
                    | | {"type":"pareto","mean":9,"alpha":1} | talk.alpha
                    | | {"type":"exp","mean":9,"cv":1} | talk.cv is not
                    | | {"type":"erlang","mean":9,"k":0} | talk.k is
                    | | {"type":"mixture"} | talk.components is missing
                    | | {"type":"mixture","components":[]} | talk.components is missing
                    | | {"type":"empirical","values":[5],"weights":[0]} | talk.weights are all 0
                    "verification": {"component": 1, "after": 5}, | | 5 | verification.component is
                    """)
    void says_where_what_is_wrong_and_how_to_mend_it(
            String top, String group, String talk, String message) {
        String text = least(top == null ? "" : top, group == null ? "" : group, talk);
        assertThatThrownBy(() -> ScenarioJson.read(text))
                .isInstanceOf(UnusableScenario.class)
                .hasMessageContaining(message)
                .hasMessageContaining("; ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "dayCurve": 5 | answerRate.dayCurve is not a list
                    "dayCurve": "flat" | answerRate.dayCurve is not a list
                    "dayCurve": {"a": 1} | answerRate.dayCurve is not a list
                    "dayCurve": [5] | answerRate.dayCurve[0] is no point
                    "dayCurve": [{"a": 1, "b": 2}] | answerRate.dayCurve[0] is no point
                    "dayCurve": [[0, 1], [5]] | answerRate.dayCurve[1] is no point
                    "dayCurve": [[9, 1], [5, 1]] | answerRate.dayCurve[1] goes back in time
                    "dayCurve": [["x", 1]] | answerRate.dayCurve[0][0] is not a number
                    "steps": 5 | answerRate.steps is not a list
                    "steps": [{"atS": 9, "multiplier": 1}, {"atS": 5, "multiplier": 2}] | steps[1]
                    """)
    void an_answer_rate_that_is_none_is_refused(String field, String message) {
        String text = least("", "", "5").replace("\"base\": 0.1", "\"base\": 0.1, " + field);
        assertThatThrownBy(() -> ScenarioJson.read(text))
                .isInstanceOf(UnusableScenario.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    distribution                                         | mean
                    7                                                    | 7
                    {"type":"const","value":7}                           | 7
                    {"type":"exp","mean":7}                              | 7
                    {"type":"erlang","mean":7,"k":4}                     | 7
                    {"type":"erlang","mean":7,"cv":0.5}                  | 7
                    {"type":"lognormal","mean":7,"cv":0.5}               | 7
                    {"type":"uniform","min":2,"max":12}                  | 7
                    {"type":"uniform","mean":7,"cv":0.3}                 | 7
                    {"type":"pareto","mean":7,"alpha":4}                 | 7
                    {"type":"pareto","min":10,"alpha":2,"max":40}        | 17.5
                    {"type":"empirical","values":[1,13]}                 | 7
                    {"type":"empirical","values":[1,13],"weights":[3,1]} | 4
                    {"type":"mixture","components":[{"weight":3,"dist":7}]} | 7
                    """)
    void every_distribution_has_its_mean(String json, double mean) throws JsonProcessingException {
        Distribution read = DistributionJson.read(new ObjectMapper().readTree(json), "talk");
        assertThat(read.mean()).isEqualTo(mean, within(1e-9));
        SplittableRandom chance = new SplittableRandom(1);
        double sum = 0;
        for (int i = 0; i < 100_000; i++) {
            sum += read.draw(chance);
        }
        assertThat(sum / 100_000).isEqualTo(mean, within(0.02 * mean));
    }
}
