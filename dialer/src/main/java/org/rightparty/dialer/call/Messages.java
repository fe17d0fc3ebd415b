package org.rightparty.dialer.call;

import java.util.Optional;

/// What may be played on one call. What is empty is not played.
///
/// @param abandoned to a person for whom no agent came in time
/// @param machine to an answering machine, once its greeting is over
public record Messages(Optional<Message> abandoned, Optional<Message> machine) {
    public static final Messages NONE = new Messages(Optional.empty(), Optional.empty());

    /// The same without a message for machines.
    public Messages forPeopleOnly() {
        return new Messages(abandoned, Optional.empty());
    }
}
