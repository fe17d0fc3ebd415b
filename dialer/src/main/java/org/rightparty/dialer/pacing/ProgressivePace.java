package org.rightparty.dialer.pacing;

import java.util.Map;

/// One call for each ready agent: `ready − waiting − in flight`, never less than none.
public final class ProgressivePace implements Pace {
    @Override
    public PaceDecision decide(Floor floor) {
        int dials = floor.oneToOne();
        return new PaceDecision(dials, reason(floor, dials), numbers(floor));
    }

    private static String reason(Floor floor, int dials) {
        if (dials > 0) {
            return "One call for each of " + floor.ready() + " ready agents.";
        } else if (floor.ready() == 0) {
            return "No agent is ready.";
        } else if (floor.trunkRoom() <= 0) {
            return "The trunks take no more calls now.";
        } else {
            return "Every ready agent has a call on the way.";
        }
    }

    static Map<String, Double> numbers(Floor floor) {
        return Map.of(
                "ready", (double) floor.ready(),
                "inFlight", (double) floor.dials().size() + floor.ordered(),
                "waiting", (double) floor.waiting());
    }
}
