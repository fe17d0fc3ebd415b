package org.rightparty.dialer.simulation.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.rightparty.dialer.simulation.Distribution;
import org.rightparty.dialer.simulation.Scenario;
import org.rightparty.dialer.simulation.Scenario.AnswerRate;
import org.rightparty.dialer.simulation.Scenario.Compliance;
import org.rightparty.dialer.simulation.Scenario.Differences;
import org.rightparty.dialer.simulation.Scenario.Factors;
import org.rightparty.dialer.simulation.Scenario.Failure;
import org.rightparty.dialer.simulation.Scenario.Numbers;
import org.rightparty.dialer.simulation.Scenario.OtherOutcomes;
import org.rightparty.dialer.simulation.Scenario.Part;
import org.rightparty.dialer.simulation.Scenario.Point;
import org.rightparty.dialer.simulation.Scenario.Screening;
import org.rightparty.dialer.simulation.Scenario.Stretch;
import org.rightparty.dialer.simulation.Scenario.Switching;
import org.rightparty.dialer.simulation.Scenario.Timing;
import org.rightparty.dialer.simulation.Scenario.Trunks;
import org.rightparty.dialer.simulation.Scenario.Verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Scenarios in the schema `dialer-scenario/1`. Every field is honoured; one that is not known, or
/// cannot mean anything, is refused with its path and how to mend it.
public final class ScenarioJson {
    public static final String SCHEMA = "dialer-scenario/1";

    private static final double DAY_S = 86_400;
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private ScenarioJson() {}

    /// @throws UnusableScenario naming the field that is wrong
    public static Scenario read(String text) {
        Fields f = new Fields(tree(text), "");
        if (!f.text("schema", "").equals(SCHEMA)) {
            throw new UnusableScenario("schema", "is not " + SCHEMA, "write that");
        }
        Scenario scenario = scenario(f);
        f.done();
        if (scenario.warmUpS() >= scenario.durationS()) {
            throw new UnusableScenario(
                    "warmupS", "leaves nothing of the day", "make it less than durationS");
        }
        if (scenario.verification().filter(v -> v.component() >= parts(scenario)).isPresent()) {
            throw new UnusableScenario(
                    "verification.component",
                    "is no part of the mixture in talk",
                    "count its parts from 0");
        }
        return scenario;
    }

    private static int parts(Scenario scenario) {
        return scenario.talk() instanceof Distribution.Mixture m ? m.parts().size() : 1;
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new UnusableScenario(
                    "",
                    "is not JSON at line " + broken.getLocation().getLineNr(),
                    broken.getOriginalMessage());
        }
    }

    private static Scenario scenario(Fields f) {
        return new Scenario(
                f.text("name", "unnamed"),
                f.text("description", ""),
                f.whole("seed", 1),
                f.count("replications", 1),
                f.positive("durationS"),
                f.number("warmupS", 0),
                f.optional("list", l -> l.whole("size", Integer.MAX_VALUE))
                        .orElse(Integer.MAX_VALUE),
                f.object("agents", AgentsJson::read),
                f.object("answerRate", ScenarioJson::answerRate),
                f.optional("numbers", n -> new Numbers(n.number("cv", 0), n.flag("known", false)))
                        .orElse(new Numbers(0, false)),
                f.object("otherOutcomes", ScenarioJson::otherOutcomes),
                f.object("timing", ScenarioJson::timing),
                f.optional("amd", ScenarioJson::screening).flatMap(s -> s),
                f.value("talk", DistributionJson::read),
                f.value("wrap", DistributionJson::read),
                f.optional(
                        "verification",
                        v ->
                                new Verification(
                                        v.whole("component", 0),
                                        v.value("after", DistributionJson::read))),
                f.number("answerPatienceS", 2),
                f.optional("trunks", ScenarioJson::trunks)
                        .orElse(new Trunks(Integer.MAX_VALUE, List.of())),
                f.optional("compliance", ScenarioJson::compliance)
                        .orElse(new Compliance(0.03, "", 30 * DAY_S, 0)),
                f.optional(
                                "switching",
                                s -> new Switching(s.number("permitS", 0), s.number("bridgeS", 0)))
                        .orElse(new Switching(0.005, 0.02)),
                new Differences(
                        f.list("parts", ScenarioJson::part),
                        stretches(f.list("stretches", ScenarioJson::stretch))));
    }

    private static Part part(Fields f) {
        return new Part(f.text("name", ""), f.positive("share"), factors(f));
    }

    private static Stretch stretch(Fields f) {
        return new Stretch(f.number("atS"), factors(f));
    }

    private static List<Stretch> stretches(List<Stretch> stretches) {
        inOrder(stretches.stream().map(s -> new Point(s.atS(), 1)).toList(), "stretches");
        return stretches;
    }

    private static Factors factors(Fields f) {
        return new Factors(
                f.number("ringFactor", 1), f.number("talkFactor", 1), f.number("wrapFactor", 1));
    }

    private static AnswerRate answerRate(Fields f) {
        double base = f.share("base");
        Optional<double[]> noise =
                f.optional("noise", n -> new double[] {n.number("cv"), n.positive("corrS")});
        return new AnswerRate(
                base,
                noise.map(n -> n[0]).orElse(0.0),
                noise.map(n -> n[1]).orElse(1.0),
                inOrder(
                        f.list("steps", s -> new Point(s.number("atS"), s.number("multiplier"))),
                        f.path("steps")),
                f.has("dayCurve") ? f.value("dayCurve", ScenarioJson::curve) : List.of());
    }

    private static List<Point> inOrder(List<Point> points, String path) {
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).atS() < points.get(i - 1).atS()) {
                throw new UnusableScenario(
                        path + "[" + i + "]", "goes back in time", "sort the points");
            }
        }
        return points;
    }

    private static List<Point> curve(JsonNode node, String path) {
        if (!node.isArray()) {
            throw new UnusableScenario(path, "is not a list", "write [[second, multiplier], …]");
        }
        List<Point> points = new ArrayList<>();
        for (JsonNode each : node) {
            String here = path + "[" + points.size() + "]";
            if (!each.isArray() || each.size() != 2) {
                throw new UnusableScenario(here, "is no point", "write [second, multiplier]");
            }
            points.add(
                    new Point(
                            Fields.number(each.path(0), here + "[0]"),
                            Fields.number(each.path(1), here + "[1]")));
        }
        return inOrder(points, path);
    }

    private static OtherOutcomes otherOutcomes(Fields f) {
        OtherOutcomes read =
                new OtherOutcomes(
                        f.number("machine", 0),
                        f.number("noAnswer", 0),
                        f.number("busy", 0),
                        f.number("failed", 0));
        if (read.machine() + read.noAnswer() + read.busy() + read.failed() <= 0) {
            throw new UnusableScenario(
                    f.path("noAnswer"), "leaves nothing to happen", "make one share positive");
        }
        return read;
    }

    private static Timing timing(Fields f) {
        return new Timing(
                f.value("setup", DistributionJson::read),
                f.value("ringHuman", DistributionJson::read),
                f.value("ringMachine", DistributionJson::read),
                orConstant(f, "busyAfter", 1),
                orConstant(f, "failedAfter", 1),
                f.positive("noAnswerTimeoutS"));
    }

    private static Distribution orConstant(Fields f, String name, double otherwise) {
        return f.has(name)
                ? f.value(name, DistributionJson::read)
                : new Distribution.Constant(otherwise);
    }

    private static Optional<Screening> screening(Fields f) {
        boolean enabled = f.flag("enabled", true);
        Screening screening =
                new Screening(
                        orConstant(f, "delay", 0),
                        f.share("humanTakenForMachine", 0),
                        f.share("machineTakenForHuman", 0),
                        orConstant(f, "machineTalk", 0));
        return enabled ? Optional.of(screening) : Optional.empty();
    }

    private static Trunks trunks(Fields f) {
        return new Trunks(
                f.count("max", Integer.MAX_VALUE),
                f.list(
                        "failures",
                        x ->
                                new Failure(
                                        x.number("atS"),
                                        x.number("durationS"),
                                        x.share("fraction", 1))));
    }

    private static Compliance compliance(Fields f) {
        double estimate = f.share("amdFalsePositiveEstimate", 0);
        if (estimate >= 1) {
            throw new UnusableScenario(
                    f.path("amdFalsePositiveEstimate"), "leaves nobody", "write less than 1");
        }
        return new Compliance(
                f.share("maxAbandonRate", 0.03),
                f.text("definition", ""),
                f.number("windowDays", 30) * DAY_S,
                estimate);
    }
}
