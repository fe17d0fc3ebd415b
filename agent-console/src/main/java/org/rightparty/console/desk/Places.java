package org.rightparty.console.desk;

import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/// Takes down where a consumer is, as somebody says in a call. Blocks.
public interface Places {
    /// Keeps the place with the person of the call; the gate heeds it from then on. The word of a
    /// consumer who has proved identity outweighs what her numbers and addresses point to; anybody
    /// else's is added to them.
    Answer said(Said said, AgentId by);

    /// @param place ISO 3166-2 code, `US-CA`
    /// @param zone which of the place's zones; empty for all of them
    /// @param holds how long it counts; empty when it has no end
    /// @param words what was said, for whoever asks later
    record Said(
            AttemptId attempt,
            String place,
            Optional<ZoneId> zone,
            Optional<Duration> holds,
            String words) {
        @Override
        public String toString() {
            return "Said[attempt=" + attempt + "]";
        }
    }
}
