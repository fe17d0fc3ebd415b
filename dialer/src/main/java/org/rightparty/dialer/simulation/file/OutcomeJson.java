package org.rightparty.dialer.simulation.file;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rightparty.dialer.simulation.Figures;
import org.rightparty.dialer.simulation.Simulation.Outcome;

/// What a simulation came to, as one JSON object. Rates are shares between 0 and 1: means over the
/// replications, but abandonment, which is all abandoned over all answered. Counts are totals.
public final class OutcomeJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OutcomeJson() {}

    /// @param wallSeconds how long the simulation itself took
    public static String of(Outcome outcome, double wallSeconds) {
        long answered = outcome.total(Figures::answeredByHuman);
        long abandoned = outcome.total(Figures::abandoned);
        ObjectNode object =
                JSON.createObjectNode()
                        .put("scenario", outcome.scenario().name())
                        .put("policy", outcome.policy())
                        .put("seeds", outcome.days().size())
                        .put("occupancy", outcome.of(Figures::occupancy).mean())
                        .put("abandonRate", answered == 0 ? 0 : (double) abandoned / answered)
                        .put(
                                "worstHourAbandonRate",
                                outcome.of(Figures::worstHourAbandonRate).mean())
                        .put("meanWaitS", outcome.of(Figures::meanWaitS).mean())
                        .put("p95WaitS", outcome.of(Figures::p95WaitS).mean())
                        .put("dialed", outcome.total(Figures::dialed))
                        .put("answeredByHuman", answered)
                        .put("abandoned", abandoned)
                        .put("connected", outcome.total(Figures::connected))
                        .put(
                                "simulatedHours",
                                outcome.days().size() * outcome.scenario().durationS() / 3_600)
                        .put("wallSeconds", wallSeconds);
        return object.toString();
    }
}
