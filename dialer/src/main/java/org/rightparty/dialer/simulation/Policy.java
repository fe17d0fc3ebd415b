package org.rightparty.dialer.simulation;

import org.rightparty.dialer.pacing.Pace;
import org.rightparty.vocabulary.Aim;
import org.rightparty.vocabulary.Mode;

import java.util.function.Function;

/// How a simulated floor dials.
///
/// @param name as it was asked for, `ratio:3`
/// @param aim what a predictive pace works for
/// @param isGuarded whether the loop's own guards hold: those of a rival's would spoil it
/// @param making makes the pace of one simulated day
public record Policy(
        String name, Mode mode, Aim aim, boolean isGuarded, Function<Scenario, Pace> making) {
    Policy withAim(Aim other) {
        return new Policy(name, mode, other, isGuarded, making);
    }

    Pace pace(Scenario scenario) {
        return making.apply(scenario);
    }
}
