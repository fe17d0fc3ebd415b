package org.rightparty.dialer.simulation;

import org.rightparty.dialer.simulation.Scenario.OtherOutcomes;
import org.rightparty.dialer.simulation.Scenario.Screening;
import org.rightparty.dialer.simulation.Scenario.Timing;

import java.util.random.RandomGenerator;

/// What will come of one dial, decided by the seed and the dial's number, and by the answer rate of
/// its instant.
///
/// @param setupS until it rings or is refused
/// @param afterS from there until somebody picks up, or it ends
/// @param screeningS from the pick-up until the verdict of the machine detection
/// @param misheard the machine detection takes a person for a machine, or a machine for a person
/// @param machineTalkS how long an agent listens to a machine
record Fate(
        Kind kind,
        double setupS,
        double afterS,
        double screeningS,
        boolean misheard,
        double machineTalkS) {
    enum Kind {
        PERSON,
        MACHINE,
        NO_ANSWER,
        BUSY,
        FAILED
    }

    /// @param answerChance that a person answers
    /// @param ringFactor how much longer than others it rings
    static Fate of(
            Scenario scenario, double answerChance, double ringFactor, RandomGenerator chance) {
        double answered = chance.nextDouble();
        double other = chance.nextDouble();
        double heard = chance.nextDouble();
        Timing timing = scenario.timing();
        double setup = timing.setup().draw(chance);
        Kind kind = answered < answerChance ? Kind.PERSON : other(scenario.otherOutcomes(), other);
        double after =
                switch (kind) {
                    case PERSON -> ringFactor * timing.ringPerson().draw(chance);
                    case MACHINE -> ringFactor * timing.ringMachine().draw(chance);
                    case NO_ANSWER -> timing.ringTimeoutS();
                    case BUSY -> timing.busyAfter().draw(chance);
                    case FAILED -> timing.failedAfter().draw(chance);
                };
        boolean rings = kind == Kind.PERSON || kind == Kind.MACHINE;
        boolean tooLong = rings && after >= timing.ringTimeoutS();
        return screened(
                tooLong ? Kind.NO_ANSWER : kind,
                setup,
                tooLong ? timing.ringTimeoutS() : after,
                scenario,
                heard,
                chance);
    }

    private static Fate screened(
            Kind kind,
            double setup,
            double after,
            Scenario scenario,
            double heard,
            RandomGenerator chance) {
        if (scenario.screening().isEmpty()) {
            return new Fate(kind, setup, after, 0, false, 0);
        }
        Screening screening = scenario.screening().get();
        double delay = screening.delay().draw(chance);
        boolean misheard =
                switch (kind) {
                    case PERSON -> heard < screening.personMissed();
                    case MACHINE -> heard < screening.machineMissed();
                    case NO_ANSWER, BUSY, FAILED -> false;
                };
        return new Fate(kind, setup, after, delay, misheard, screening.machineTalk().draw(chance));
    }

    private static Kind other(OtherOutcomes shares, double u) {
        double sum = shares.machine() + shares.noAnswer() + shares.busy() + shares.failed();
        double left = u * sum;
        if (left < shares.machine()) {
            return Kind.MACHINE;
        } else if (left < shares.machine() + shares.noAnswer()) {
            return Kind.NO_ANSWER;
        } else if (left < shares.machine() + shares.noAnswer() + shares.busy()) {
            return Kind.BUSY;
        } else {
            return Kind.FAILED;
        }
    }
}
