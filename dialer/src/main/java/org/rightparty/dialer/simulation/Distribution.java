package org.rightparty.dialer.simulation;

import java.util.List;
import java.util.random.RandomGenerator;

/// How long something lasts, in seconds, as a distribution to draw from.
public sealed interface Distribution {
    /// Seconds, 0 or more.
    double draw(RandomGenerator chance);

    /// The mean of what is drawn, in seconds.
    double mean();

    record Constant(double value) implements Distribution {
        @Override
        public double draw(RandomGenerator chance) {
            return value;
        }

        @Override
        public double mean() {
            return value;
        }
    }

    record Exponential(double mean) implements Distribution {
        @Override
        public double draw(RandomGenerator chance) {
            return -mean * Math.log1p(-chance.nextDouble());
        }
    }

    /// The sum of so many equal exponential stages.
    record Erlang(double mean, int stages) implements Distribution {
        @Override
        public double draw(RandomGenerator chance) {
            double sum = 0;
            for (int i = 0; i < stages; i++) {
                sum -= Math.log1p(-chance.nextDouble());
            }
            return sum * mean / stages;
        }
    }

    /// With `s² = ln(1 + cv²)`: `mean · exp(s·N − s²/2)`.
    record LogNormal(double mean, double cv) implements Distribution {
        @Override
        public double draw(RandomGenerator chance) {
            double variance = Math.log1p(cv * cv);
            return mean * Math.exp(Math.sqrt(variance) * chance.nextGaussian() - variance / 2);
        }
    }

    record Uniform(double min, double max) implements Distribution {
        @Override
        public double draw(RandomGenerator chance) {
            return min + (max - min) * chance.nextDouble();
        }

        @Override
        public double mean() {
            return (min + max) / 2;
        }
    }

    /// `P(X > x) = (least ÷ x)^alpha`, what is longer than `max` cut to `max`.
    record Pareto(double least, double alpha, double max) implements Distribution {
        @Override
        public double draw(RandomGenerator chance) {
            return Math.min(max, least * Math.pow(1 - chance.nextDouble(), -1 / alpha));
        }

        @Override
        public double mean() {
            double whole = least * alpha / (alpha - 1);
            double cut = Math.pow(least, alpha) * Math.pow(max, 1 - alpha) / (alpha - 1);
            return Double.isInfinite(max) ? whole : whole - cut;
        }
    }

    /// One of the values that were seen, each as likely as its weight says.
    record Empirical(List<Double> values, List<Double> weights) implements Distribution {
        public Empirical {
            values = List.copyOf(values);
            weights = List.copyOf(weights);
            if (values.isEmpty() || values.size() != weights.size()) {
                throw new IllegalArgumentException("each value needs a weight");
            }
        }

        @Override
        public double draw(RandomGenerator chance) {
            double left = chance.nextDouble() * sum(weights);
            for (int i = 0; i < values.size(); i++) {
                left -= weights.get(i);
                if (left < 0) {
                    return values.get(i);
                }
            }
            return values.getLast();
        }

        @Override
        public double mean() {
            double sum = 0;
            for (int i = 0; i < values.size(); i++) {
                sum += values.get(i) * weights.get(i);
            }
            return sum / sum(weights);
        }

        private static double sum(List<Double> weights) {
            return weights.stream().mapToDouble(w -> w).sum();
        }
    }

    /// One of several distributions, each as likely as its weight says.
    record Mixture(List<Part> parts) implements Distribution {
        /// @param weight above 0; the weights need not add up to 1
        public record Part(double weight, Distribution of) {}

        public Mixture {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("a mixture of nothing");
            }
        }

        @Override
        public double draw(RandomGenerator chance) {
            return parts.get(pick(chance)).of().draw(chance);
        }

        /// The place of the part that is drawn from.
        int pick(RandomGenerator chance) {
            double left = chance.nextDouble() * weight();
            for (int i = 0; i < parts.size(); i++) {
                left -= parts.get(i).weight();
                if (left < 0) {
                    return i;
                }
            }
            return parts.size() - 1;
        }

        @Override
        public double mean() {
            return parts.stream().mapToDouble(p -> p.weight() * p.of().mean()).sum() / weight();
        }

        private double weight() {
            return parts.stream().mapToDouble(Part::weight).sum();
        }
    }
}
