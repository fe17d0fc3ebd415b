package org.rightparty.dialer.simulation;

import java.util.Optional;

/// What one talk will be like.
///
/// @param verifiedAfterS when the agent verifies who it is; empty when that does not happen
/// @param breakS the break that the agent takes after it; 0 for none
record Conversation(double talkS, double wrapUpS, Optional<Double> verifiedAfterS, double breakS) {
    static final Conversation NONE = new Conversation(0, 0, Optional.empty(), 0);
}
