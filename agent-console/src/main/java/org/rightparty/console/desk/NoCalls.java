package org.rightparty.console.desk;

/// Why no call comes to an agent who is ready.
public enum NoCalls {
    /// A supervisor stopped the campaign.
    STOPPED,
    /// Calls that are up finish; no new ones are placed.
    DRAINING,
    /// A fault in the program stopped the campaign.
    FAULT,
    TELEPHONE_AWAY,
    DATABASE_AWAY,
    /// What was up before is being settled.
    SETTLING,
    /// Calls of this campaign are dialed by hand only.
    BY_HAND,
    /// Nobody is dialed ahead while no approved message for abandoned calls is in force.
    NO_MESSAGE,
    /// Whoever is due may not be called at this hour where they are.
    OUTSIDE_HOURS,
    /// Everybody left was tried of late, or waits for a day that was agreed.
    ALL_TRIED,
    /// There is nobody left to call.
    NOBODY_LEFT
}
