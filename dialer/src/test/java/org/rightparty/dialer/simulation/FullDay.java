package org.rightparty.dialer.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rightparty.dialer.simulation.file.ScenarioJson;

/// A short day on which every field of a scenario matters: screening, breaks, leaves, trunks that
/// fail, verified talks.
public final class FullDay {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String TEXT =
            """
            {"schema": "dialer-scenario/1", "name": "all", "description": "every field",
             "seed": 5, "replications": 2, "durationS": 3000, "warmupS": 300,
             "list": {"size": 1000000},
             "agents": {
               "groups": [
                 {"name": "a", "count": 5, "loginS": 10, "loginSpreadS": 60, "logoutS": 2500,
                  "logoutSpreadS": 60, "logoutAnnounced": false,
                  "talkFactor": 1.1, "wrapFactor": 0.9,
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
             "switching": {"permitS": 0.005, "bridgeS": 0.02},
             "parts": [
               {"name": "mobile", "share": 0.5, "ringFactor": 0.8, "talkFactor": 0.9,
                "wrapFactor": 0.9},
               {"name": "landline", "share": 0.5}],
             "stretches": [
               {"atS": 1400, "ringFactor": 0.9, "talkFactor": 0.9, "wrapFactor": 0.9}]}
            """;

    private FullDay() {}

    /// As it is, but for one field.
    ///
    /// @param pointer to a field that is there
    /// @param value as JSON
    public static Scenario with(String pointer, String value) {
        return ScenarioJson.read(text(TEXT, pointer, value));
    }

    /// As it is, but for two fields.
    public static Scenario with(String pointer, String value, String second, String other) {
        return ScenarioJson.read(text(text(TEXT, pointer, value), second, other));
    }

    public static Scenario usual() {
        return ScenarioJson.read(TEXT);
    }

    /// A scenario's text, but for one field.
    static String text(String text, String pointer, String value) {
        try {
            return changed(JSON.readTree(text), pointer, JSON.readTree(value));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(value, broken);
        }
    }

    private static String changed(JsonNode root, String pointer, JsonNode value) {
        int last = pointer.lastIndexOf('/');
        String name = pointer.substring(last + 1);
        switch (root.at(pointer.substring(0, last))) {
            case ObjectNode o -> {
                assertThat(o.has(name)).as(pointer).isTrue();
                o.set(name, value);
            }
            case ArrayNode a -> a.set(Integer.parseInt(name), value);
            default -> throw new IllegalArgumentException(pointer);
        }
        return root.toString();
    }
}
