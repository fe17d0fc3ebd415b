package org.rightparty.dialer.simulation.rivals;

import org.rightparty.dialer.pacing.Floor;
import org.rightparty.dialer.pacing.Guard;
import org.rightparty.dialer.pacing.Pace;
import org.rightparty.dialer.pacing.PaceDecision;
import org.rightparty.dialer.pacing.Reasons;

/// So many lines for each ready agent, whatever comes of them:
///
///     dials = ⌊ratio · ready⌋ − in flight
public final class RatioPace implements Pace {
    private final double ratio;

    public RatioPace(double ratio) {
        this.ratio = ratio;
    }

    @Override
    public PaceDecision decide(Floor floor) {
        int goal = (int) Math.floor(ratio * floor.ready() + 1e-9);
        int inFlight = floor.dials().size() + floor.ordered() + floor.waiting();
        int wanted = Math.max(0, goal - inFlight);
        int dials = Math.min(wanted, floor.room().calls());
        Guard guard = dials < wanted ? Guard.ROOM : Guard.MODE;
        return new PaceDecision(dials, Reasons.plain(floor, guard));
    }
}
