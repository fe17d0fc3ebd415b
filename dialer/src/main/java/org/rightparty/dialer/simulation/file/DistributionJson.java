package org.rightparty.dialer.simulation.file;

import com.fasterxml.jackson.databind.JsonNode;

import org.rightparty.dialer.simulation.Distribution;
import org.rightparty.dialer.simulation.Distribution.Mixture;

import java.util.Collections;
import java.util.List;

/// Distributions as JSON: a number is a constant, all else has a `type`.
final class DistributionJson {
    private static final String TYPES =
            "const, exp, erlang, lognormal, uniform, pareto, empirical or mixture";

    private DistributionJson() {}

    static Distribution read(JsonNode node, String path) {
        if (node.isNumber()) {
            return new Distribution.Constant(Fields.number(node, path));
        }
        Fields fields = new Fields(node, path);
        Distribution read = read(fields);
        fields.done();
        return read;
    }

    private static Distribution read(Fields f) {
        return switch (f.text("type", "")) {
            case "const" ->
                    new Distribution.Constant(
                            f.has("value") ? f.number("value") : f.number("mean"));
            case "exp" -> new Distribution.Exponential(f.number("mean"));
            case "erlang" -> new Distribution.Erlang(f.number("mean"), stages(f));
            case "lognormal" -> new Distribution.LogNormal(f.number("mean"), f.number("cv"));
            case "uniform" -> uniform(f);
            case "pareto" -> pareto(f);
            case "empirical" -> empirical(f);
            case "mixture" -> mixture(f);
            default ->
                    throw new UnusableScenario(
                            f.path("type"), "is no distribution", "write " + TYPES);
        };
    }

    private static int stages(Fields f) {
        int stages =
                f.has("cv") ? (int) Math.round(1 / Math.pow(f.positive("cv"), 2)) : f.whole("k");
        if (stages < 1) {
            throw new UnusableScenario(f.path("k"), "is below 1", "write 1 or more stages");
        }
        return stages;
    }

    private static Distribution uniform(Fields f) {
        if (f.has("mean")) {
            double half = f.number("mean") * f.number("cv") * Math.sqrt(3);
            return between(f, f.number("mean") - half, f.number("mean") + half);
        }
        return between(f, f.number("min"), f.number("max"));
    }

    private static Distribution between(Fields f, double min, double max) {
        if (min < 0 || max < min) {
            throw new UnusableScenario(
                    f.path("max"), "leaves no span above 0", "write 0 ≤ min ≤ max");
        }
        return new Distribution.Uniform(min, max);
    }

    private static Distribution pareto(Fields f) {
        double alpha = f.number("alpha");
        if (alpha <= 1) {
            throw new UnusableScenario(f.path("alpha"), "has no mean", "write a number above 1");
        }
        double least = f.has("min") ? f.positive("min") : f.positive("mean") * (alpha - 1) / alpha;
        return new Distribution.Pareto(least, alpha, f.number("max", Double.POSITIVE_INFINITY));
    }

    private static Distribution empirical(Fields f) {
        List<Double> values = f.numbers("values");
        List<Double> weights =
                f.has("weights") ? f.numbers("weights") : Collections.nCopies(values.size(), 1.0);
        if (values.isEmpty() || values.size() != weights.size()) {
            throw new UnusableScenario(
                    f.path("values"), "do not match the weights", "give each value its weight");
        } else if (weights.stream().mapToDouble(w -> w).sum() == 0) {
            throw new UnusableScenario(f.path("weights"), "are all 0", "make one positive");
        }
        return new Distribution.Empirical(values, weights);
    }

    private static Mixture mixture(Fields f) {
        List<Mixture.Part> parts = f.list("components", DistributionJson::part);
        if (parts.isEmpty()) {
            throw new UnusableScenario(
                    f.path("components"), "is missing", "list {\"weight\": …, \"dist\": …}");
        }
        return new Mixture(parts);
    }

    private static Mixture.Part part(Fields f) {
        return new Mixture.Part(f.positive("weight"), f.value("dist", DistributionJson::read));
    }
}
