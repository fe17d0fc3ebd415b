package org.rightparty.dialer.pacing;

/// How many calls to place now. One pace serves one campaign and is asked on one thread; it may
/// learn from the news a floor carries, and reads no clock and no chance.
public interface Pace {
    PaceDecision decide(Floor floor);
}
