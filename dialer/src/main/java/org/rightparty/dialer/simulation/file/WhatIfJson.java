package org.rightparty.dialer.simulation.file;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rightparty.dialer.simulation.Figures;
import org.rightparty.dialer.simulation.Interval;
import org.rightparty.dialer.simulation.WhatIf.Answer;
import org.rightparty.dialer.simulation.WhatIf.Row;

import java.util.function.ToDoubleFunction;

/// What would come of a change, as one JSON object. All figures are means over the replications
/// with half their 95 % interval; rates are shares between 0 and 1.
public final class WhatIfJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private WhatIfJson() {}

    /// @param wallSeconds how long the simulation itself took
    public static String of(Answer answer, double wallSeconds) {
        ObjectNode object =
                JSON.createObjectNode()
                        .put("scenario", answer.question().scenario().name())
                        .put("policy", answer.question().policy().name())
                        .put("whatIf", answer.question().words())
                        .put("seeds", answer.replications());
        row(object, "occupancy", answer, Figures::occupancy);
        row(object, "abandonRate", answer, Figures::abandonRate);
        row(object, "worstHourAbandonRate", answer, Figures::worstHourAbandonRate);
        row(object, "meanWaitS", answer, Figures::meanWaitS);
        row(object, "p95WaitS", answer, Figures::p95WaitS);
        row(object, "dialed", answer, Figures::dialed);
        row(object, "answeredByHuman", answer, Figures::answeredByHuman);
        row(object, "connected", answer, Figures::connected);
        row(object, "linesMean", answer, Figures::linesMean);
        return object.put("wallSeconds", wallSeconds).toString();
    }

    private static void row(
            ObjectNode object, String name, Answer answer, ToDoubleFunction<Figures> figure) {
        Row row = answer.of(figure);
        ObjectNode node = object.putObject(name);
        interval(node.putObject("asItIs"), row.asItIs());
        interval(node.putObject("changed"), row.changed());
        interval(node.putObject("difference"), row.difference());
    }

    private static void interval(ObjectNode node, Interval interval) {
        node.put("mean", interval.mean()).put("half", interval.half());
    }
}
