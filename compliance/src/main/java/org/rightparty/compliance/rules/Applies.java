package org.rightparty.compliance.rules;

import org.rightparty.vocabulary.Mode;

import java.util.Set;

/// To which contacts a rule applies: those that match in every set. An empty set matches all.
public record Applies(
        Set<Channel> channels,
        Set<Purpose> purposes,
        Set<Mode> modes,
        Set<CollectorRole> roles,
        Set<LineType> lineTypes) {
    public Applies {
        channels = Set.copyOf(channels);
        purposes = Set.copyOf(purposes);
        modes = Set.copyOf(modes);
        roles = Set.copyOf(roles);
        lineTypes = Set.copyOf(lineTypes);
    }

    public boolean to(Channel channel, Purpose purpose) {
        return matches(channels, channel) && matches(purposes, purpose);
    }

    public boolean to(Mode mode, CollectorRole role, LineType line) {
        return matches(modes, mode) && matches(roles, role) && matches(lineTypes, line);
    }

    private static <T> boolean matches(Set<T> set, T value) {
        return set.isEmpty() || set.contains(value);
    }
}
