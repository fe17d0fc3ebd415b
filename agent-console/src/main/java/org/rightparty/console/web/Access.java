package org.rightparty.console.web;

import org.rightparty.vocabulary.Role;

import java.util.EnumSet;
import java.util.Set;

/// Who may use a route.
public sealed interface Access {
    /// No log-in needed.
    record Everyone() implements Access {}

    /// No log-in needed; whoever has one is known to the route.
    record Anybody() implements Access {}

    /// Somebody logged in who holds one of these roles.
    record Roles(Set<Role> roles) implements Access {
        public Roles {
            roles = Set.copyOf(roles);
        }
    }

    /// Anybody logged in.
    static Access staff() {
        return new Roles(EnumSet.allOf(Role.class));
    }

    static Access of(Role first, Role... others) {
        return new Roles(EnumSet.of(first, others));
    }
}
