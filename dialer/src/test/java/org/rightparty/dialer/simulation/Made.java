package org.rightparty.dialer.simulation;

import org.rightparty.dialer.simulation.Contest.Entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Outcomes that nobody simulated, for tests of what is made of outcomes.
public final class Made {
    private Made() {}

    /// Days of 1,000 answers each.
    ///
    /// @param abandoned of the answers of each day
    /// @param occupancies one for each day
    public static Entry entry(String policy, boolean tuned, long abandoned, double... occupancies) {
        List<Figures> days = new ArrayList<>();
        for (double occupancy : occupancies) {
            days.add(
                    new Figures(
                            occupancy,
                            abandoned / 1_000.0,
                            2 * abandoned / 1_000.0,
                            30,
                            60,
                            7_000,
                            1_000,
                            abandoned,
                            1_000 - abandoned,
                            0,
                            20,
                            40,
                            300_000,
                            Map.of(),
                            8,
                            List.of(),
                            Optional.empty(),
                            Optional.empty()));
        }
        Scenario scenario = FullDay.with("/compliance/maxAbandonRate", "0.03");
        return new Entry(policy, new Simulation.Outcome(scenario, policy, days), tuned);
    }
}
