package org.rightparty.dialer.simulation;

import org.rightparty.dialer.pacing.Lead;
import org.rightparty.dialer.simulation.Chance.Stream;

/// The fates of all dials of one simulated day.
final class Fates {
    private final Scenario scenario;
    private final long seed;
    private final AnswerCurve curve;

    Fates(Scenario scenario, long seed) {
        this.scenario = scenario;
        this.seed = seed;
        this.curve = new AnswerCurve(scenario.answerRate(), scenario.durationS(), seed);
    }

    /// What comes of the dial with this number when it is placed at this second.
    Fate of(long dial, double second) {
        return Fate.of(
                scenario, curve.at(second, factor(dial)), Chance.of(seed, Stream.DIAL, dial));
    }

    /// How much likelier than others the number of this dial is to be answered.
    double factor(long dial) {
        double cv = scenario.numbers().cv();
        return cv == 0
                ? 1
                : new Distribution.LogNormal(1, cv).draw(Chance.of(seed, Stream.NUMBER, dial));
    }

    /// What selection knows of the number of this dial.
    Lead lead(long dial) {
        double usual = scenario.answerRate().base();
        return scenario.numbers().known()
                ? Lead.of("", Math.min(usual * factor(dial), 1), usual)
                : Lead.USUAL;
    }
}
