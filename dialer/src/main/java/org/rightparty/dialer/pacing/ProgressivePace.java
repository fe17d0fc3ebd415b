package org.rightparty.dialer.pacing;

/// One call for each ready agent: `ready − waiting − in flight`, never less than none.
public final class ProgressivePace implements Pace {
    @Override
    public PaceDecision decide(Floor floor) {
        return new PaceDecision(floor.oneToOne(), Reasons.plain(floor, Guard.MODE));
    }
}
