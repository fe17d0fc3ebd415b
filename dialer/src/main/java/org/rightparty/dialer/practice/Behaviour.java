package org.rightparty.dialer.practice;

import java.time.Duration;

/// What a simulated consumer does with one call.
sealed interface Behaviour {

    /// Picks up.
    ///
    /// @param speaks how long from meeting the agent, or for a machine from answering, until
    ///     hanging up
    /// @param patience how long they bear music or a recorded message
    /// @param screened how long screening takes to decide
    record Answers(
            Duration ring, Voice voice, Duration speaks, Duration patience, Duration screened)
            implements Behaviour {}

    /// Lets it ring.
    record RingsOut() implements Behaviour {}

    /// The network or the person refuses.
    ///
    /// @param cause Q.850 cause as Asterisk derives it from `sip`
    record Refuses(Duration after, Rings rings, int cause, int sip) implements Behaviour {}

    /// Who is heard.
    enum Voice {
        PERSON,
        /// A person who says that nobody of that name lives there.
        STRANGER,
        /// Hangs up before anybody can speak.
        HASTY,
        MACHINE
    }

    /// Whether the caller hears ringing before the refusal.
    enum Rings {
        NEVER,
        FIRST
    }
}
