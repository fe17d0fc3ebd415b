package org.rightparty.console.administration;

import org.rightparty.vocabulary.AgentId;

import java.time.Instant;
import java.util.Optional;

/// Who changes something, and when.
///
/// @param administrator empty on the command line, where nobody is logged in
public record By(Optional<AgentId> administrator, Instant at) {
    /// On a page.
    public static By person(AgentId administrator, Instant at) {
        return new By(Optional.of(administrator), at);
    }

    /// On the command line.
    public static By command(Instant at) {
        return new By(Optional.empty(), at);
    }

    public boolean is(AgentId agent) {
        return administrator.filter(agent::equals).isPresent();
    }
}
