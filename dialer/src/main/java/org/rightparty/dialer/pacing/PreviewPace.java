package org.rightparty.dialer.pacing;

/// The agents dial: the program places nothing by itself. Serves previews and calls dialed by hand.
public final class PreviewPace implements Pace {
    @Override
    public PaceDecision decide(Floor floor) {
        return new PaceDecision(0, Reasons.plain(floor, Guard.MODE));
    }
}
