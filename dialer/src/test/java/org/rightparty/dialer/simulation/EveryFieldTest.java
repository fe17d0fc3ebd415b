package org.rightparty.dialer.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.dialer.simulation.file.ScenarioJson;

import java.util.Set;
import java.util.TreeSet;

/// A field that changes nothing is a promise that is not kept.
class EveryFieldTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Policy POLICY = Policies.of("rightparty");

    /// A short day on which every field matters.
    private static final String DAY =
            """
            {"schema": "dialer-scenario/1", "name": "all", "description": "every field",
             "seed": 5, "replications": 2, "durationS": 3000, "warmupS": 300,
             "list": {"size": 1000000},
             "agents": {
               "groups": [
                 {"name": "a", "count": 5, "loginS": 10, "loginSpreadS": 60, "logoutS": 2500,
                  "logoutSpreadS": 60, "talkFactor": 1.1, "wrapFactor": 0.9,
                  "breaks": [{"atS": 900, "durationS": 120, "spreadS": 30,
                              "durationSpreadS": 20, "fraction": 0.9, "announced": false}]},
                 {"count": 3}],
               "shortBreaks": {"probAfterWrap": 0.1, "duration": {"type": "exp", "mean": 60}},
               "leaves": [{"atS": 1500, "durationS": 200, "fraction": 0.5, "spreadS": 10,
                           "durationSpreadS": 20, "announced": false}],
               "heterogeneity": {"talkCv": 0.3, "wrapCv": 0.3}},
             "answerRate": {"base": 0.4, "noise": {"cv": 0.2, "corrS": 300},
               "steps": [{"atS": 1200, "multiplier": 0.7}], "dayCurve": [[0, 1], [3000, 0.8]]},
             "numbers": {"cv": 0.5, "known": false},
             "otherOutcomes": {"machine": 0.4, "noAnswer": 0.3, "busy": 0.1, "failed": 0.2},
             "timing": {"setup": {"type": "lognormal", "mean": 2, "cv": 0.4},
               "ringHuman": {"type": "erlang", "mean": 8, "k": 3},
               "ringMachine": {"type": "uniform", "min": 10, "max": 22},
               "busyAfter": 1, "failedAfter": {"type": "const", "value": 1},
               "noAnswerTimeoutS": 20},
             "amd": {"enabled": true, "delay": 1.2, "humanTakenForMachine": 0.05,
               "machineTakenForHuman": 0.2, "machineTalk": 8},
             "talk": {"type": "mixture", "components": [
               {"weight": 1, "dist": {"type": "empirical", "values": [20, 40], "weights": [2, 1]}},
               {"weight": 1, "dist": {"type": "pareto", "mean": 60, "alpha": 1.8, "max": 600}}]},
             "wrap": {"type": "lognormal", "mean": 15, "cv": 0.7},
             "verification": {"component": 0, "after": {"type": "const", "value": 8}},
             "answerPatienceS": 2,
             "trunks": {"max": 16,
               "failures": [{"atS": 600, "durationS": 300, "fraction": 0.5}]},
             "compliance": {"maxAbandonRate": 0.2, "definition": "d", "windowDays": 30,
               "amdFalsePositiveEstimate": 0.01},
             "switching": {"permitS": 0.005, "bridgeS": 0.02}}
            """;

    private static final Figures USUAL = day(DAY);

    private static Figures day(String text) {
        Scenario scenario = ScenarioJson.read(text);
        return Simulation.day(scenario, POLICY, scenario.seed());
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /seed | 6
                    /durationS | 2900
                    /warmupS | 500
                    /list/size | 200
                    /agents/groups/0/count | 6
                    /agents/groups/0/loginS | 200
                    /agents/groups/0/loginSpreadS | 300
                    /agents/groups/0/logoutS | 2000
                    /agents/groups/0/logoutSpreadS | 400
                    /agents/groups/0/talkFactor | 2
                    /agents/groups/0/wrapFactor | 2
                    /agents/groups/0/breaks/0/atS | 700
                    /agents/groups/0/breaks/0/durationS | 400
                    /agents/groups/0/breaks/0/spreadS | 300
                    /agents/groups/0/breaks/0/durationSpreadS | 100
                    /agents/groups/0/breaks/0/fraction | 0
                    /agents/groups/0/breaks/0/announced | true
                    /agents/shortBreaks/probAfterWrap | 0.5
                    /agents/shortBreaks/duration/mean | 200
                    /agents/leaves/0/atS | 1700
                    /agents/leaves/0/durationS | 400
                    /agents/leaves/0/fraction | 1
                    /agents/leaves/0/spreadS | 200
                    /agents/leaves/0/durationSpreadS | 150
                    /agents/leaves/0/announced | true
                    /agents/heterogeneity/talkCv | 1
                    /agents/heterogeneity/wrapCv | 1
                    /answerRate/base | 0.5
                    /answerRate/noise/cv | 0.5
                    /answerRate/noise/corrS | 3000
                    /answerRate/steps/0/atS | 600
                    /answerRate/steps/0/multiplier | 0.3
                    /answerRate/dayCurve/1/1 | 0.3
                    /answerRate/dayCurve/0/0 | 2000
                    /numbers/cv | 1
                    /otherOutcomes/machine | 0.1
                    /otherOutcomes/noAnswer | 0.8
                    /otherOutcomes/busy | 0.8
                    /otherOutcomes/failed | 0.8
                    /timing/setup/mean | 4
                    /timing/setup/cv | 1
                    /timing/ringHuman/mean | 5
                    /timing/ringHuman/k | 9
                    /timing/ringMachine/min | 15
                    /timing/ringMachine/max | 18
                    /timing/busyAfter | 5
                    /timing/failedAfter/value | 5
                    /timing/noAnswerTimeoutS | 15
                    /amd/enabled | false
                    /amd/delay | 3
                    /amd/humanTakenForMachine | 0.5
                    /amd/machineTakenForHuman | 0.9
                    /amd/machineTalk | 30
                    /talk/components/0/weight | 5
                    /talk/components/0/dist/values/0 | 60
                    /talk/components/0/dist/weights/0 | 0.1
                    /talk/components/1/dist/mean | 120
                    /talk/components/1/dist/alpha | 1.2
                    /talk/components/1/dist/max | 100
                    /wrap/mean | 40
                    /wrap/cv | 0.1
                    /verification/component | 1
                    /verification/after/value | 25
                    /answerPatienceS | 0.1
                    /trunks/max | 3
                    /trunks/failures/0/atS | 1800
                    /trunks/failures/0/durationS | 900
                    /trunks/failures/0/fraction | 1
                    /compliance/maxAbandonRate | 0.001
                    /compliance/windowDays | 0.001
                    /compliance/amdFalsePositiveEstimate | 0.19
                    /switching/permitS | 1.5
                    /switching/bridgeS | 1
                    """)
    void has_an_effect(String pointer, String value) throws JsonProcessingException {
        assertThat(day(with(pointer, value))).isNotEqualTo(USUAL);
    }

    private static String with(String pointer, String value) throws JsonProcessingException {
        JsonNode root = JSON.readTree(DAY);
        int last = pointer.lastIndexOf('/');
        String name = pointer.substring(last + 1);
        switch (root.at(pointer.substring(0, last))) {
            case ObjectNode o -> {
                assertThat(o.has(name)).as(pointer).isTrue();
                o.set(name, JSON.readTree(value));
            }
            case ArrayNode a -> a.set(Integer.parseInt(name), JSON.readTree(value));
            default -> throw new IllegalArgumentException(pointer);
        }
        return root.toString();
    }

    @ParameterizedTest
    @CsvSource({"name, other", "description, other"})
    void shows_in_what_is_printed(String field, String value) throws JsonProcessingException {
        Scenario scenario = ScenarioJson.read(with("/" + field, "\"" + value + "\""));
        Set<String> shown = new TreeSet<>(Set.of(scenario.name(), scenario.description()));
        assertThat(shown).contains(value);
    }
}
