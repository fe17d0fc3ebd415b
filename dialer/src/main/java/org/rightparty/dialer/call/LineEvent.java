package org.rightparty.dialer.call;

import java.time.Instant;
import java.util.Set;

/// What the telephone system told us of an agent's line.
public sealed interface LineEvent {
    /// The line's digits.
    String line();

    Instant at();

    /// The phone answered and stands in its room.
    record LineUp(String line, Instant at) implements LineEvent {}

    /// The phone hung up, broke, or never answered.
    record LineDown(String line, String reason, Instant at) implements LineEvent {
        /// No link to the telephone system.
        public static final String LINK_DOWN = "LINK_DOWN";

        /// The phone was called and did not answer, or is not there.
        public static final String NOT_ANSWERED = "NOT_ANSWERED";

        /// The telephone system would not call it.
        public static final String REFUSED = "REFUSED";

        private static final Set<String> NEVER_ROSE = Set.of(LINK_DOWN, NOT_ANSWERED, REFUSED);

        /// Not the end of a line that stood, but of the attempt to call it.
        public boolean neverRose() {
            return NEVER_ROSE.contains(reason);
        }
    }
}
