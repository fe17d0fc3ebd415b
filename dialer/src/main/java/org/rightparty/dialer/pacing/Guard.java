package org.rightparty.dialer.pacing;

/// What held a pace back, or that nothing did.
public enum Guard {
    NONE("dialing as far ahead as the budget allows"),
    /// The mode itself dials one to one, or not at all.
    MODE("the campaign's mode"),
    STARTING("one call for each free agent until enough was seen to dial ahead"),
    GROWTH("calls on the way may grow only by half at once"),
    ROOM("the trunks, or the calls allowed in a second, are used up"),
    /// One more abandonment, with those expected, would break the ceiling.
    CEILING("one call for each free agent: abandonment is close to its ceiling"),
    /// The last hour had too many, whatever the window says.
    HOUR("one call for each free agent: too many were abandoned within the hour"),
    /// More were abandoned than chance explains.
    BRAKE("hardly ahead of the free agents: more were abandoned than chance explains"),
    /// The aim is that nobody is abandoned.
    AIM("only as far ahead as an agent is sure");

    private final String words;

    Guard(String words) {
        this.words = words;
    }

    /// What it does, in words for a supervisor.
    public String words() {
        return words;
    }
}
