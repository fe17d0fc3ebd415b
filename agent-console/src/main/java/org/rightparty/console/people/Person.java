package org.rightparty.console.people;

import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Role;

import java.util.Set;

/// A person who works here, with what they may do.
public record Person(AgentId id, String name, String login, Set<Role> roles) {
    public Person {
        roles = Set.copyOf(roles);
    }

    /// Whether this person holds one of `wanted`.
    public boolean holdsOneOf(Set<Role> wanted) {
        return roles.stream().anyMatch(wanted::contains);
    }

    @Override
    public String toString() {
        return "agent=" + id;
    }
}
