package org.rightparty.console.people;

import org.rightparty.vocabulary.AgentId;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Log-ins that hold. Blocks. Each change is written to the audit ledger in the same transaction.
public interface Sessions {
    void begin(Session session);

    /// The session of this token and who holds it, while it lives and the person is active. Counts
    /// as a use.
    ///
    /// @param idleMax a session that was not used for so long is over
    Optional<Held> find(String tokenSha256, Instant now, Duration idleMax);

    /// Ends it; ending an ended session changes nothing.
    void end(String tokenSha256, Instant now);

    /// Somebody was not let in.
    void refused(RefusedLogIn refusal);

    /// @param tokenSha256 hash of the cookie's token; the token itself is never stored
    /// @param csrf what a changing request must repeat
    record Session(
            String tokenSha256, AgentId agent, String csrf, Instant createdAt, Instant expiresAt) {
        @Override
        public String toString() {
            return "Session[agent=" + agent + "]";
        }
    }

    record Held(Session session, Person person) {}

    /// @param agent whose login was tried; empty when nobody has it. What was typed is not kept,
    ///     because people type passwords there
    record RefusedLogIn(Instant at, Optional<AgentId> agent, Why why) {}

    enum Why {
        WRONG,
        LOCKED,
        INACTIVE
    }
}
