package org.rightparty.dialer.simulation;

/// What one talk will be like.
///
/// @param breakS the break that the agent takes after it; 0 for none
record Conversation(double talkS, double wrapUpS, double breakS) {
    static final Conversation NONE = new Conversation(0, 0, 0);
}
