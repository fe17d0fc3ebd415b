package org.rightparty.dialer.simulation;

import org.rightparty.dialer.pacing.Lead;
import org.rightparty.dialer.simulation.Chance.Stream;
import org.rightparty.dialer.simulation.Scenario.Factors;
import org.rightparty.dialer.simulation.Scenario.Part;
import org.rightparty.dialer.simulation.Scenario.Stretch;

import java.util.List;
import java.util.Optional;

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
                scenario,
                curve.at(second, factor(dial)),
                factors(dial, second).ring(),
                Chance.of(seed, Stream.DIAL, dial));
    }

    /// How much longer than others what begins at this second lasts with the number of this dial.
    Factors factors(long dial, double second) {
        Factors factors = part(dial).map(Part::factors).orElse(Factors.USUAL);
        Factors stretch = Factors.USUAL;
        for (Stretch each : scenario.differences().stretches()) {
            stretch = each.atS() <= second ? each.factors() : stretch;
        }
        return factors.times(stretch);
    }

    private Optional<Part> part(long dial) {
        List<Part> parts = scenario.differences().parts();
        double left = Chance.of(seed, Stream.PART, dial).nextDouble();
        left *= parts.stream().mapToDouble(Part::share).sum();
        for (Part part : parts) {
            left -= part.share();
            if (left < 0) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
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
        double chance = scenario.numbers().known() ? Math.min(usual * factor(dial), 1) : usual;
        return Lead.of(part(dial).map(p -> "list/" + p.name()).orElse(""), chance, usual);
    }
}
