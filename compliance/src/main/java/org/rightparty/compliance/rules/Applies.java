package org.rightparty.compliance.rules;

import org.rightparty.vocabulary.Mode;

import java.util.Set;

/// To which contacts a rule applies: those that match in every set. An empty set matches all.
///
/// @param debtTypes what the debt is for, `MEDICAL`
/// @param partyRoles what the person is to the debt, `EXECUTOR`
public record Applies(
        Set<Channel> channels,
        Set<Purpose> purposes,
        Set<Mode> modes,
        Set<CollectorRole> roles,
        Set<LineType> lineTypes,
        Set<Voice> voices,
        Set<String> debtTypes,
        Set<String> partyRoles,
        Set<Place> places) {
    public static final Applies ALWAYS =
            new Applies(
                    Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(),
                    Set.of());

    public Applies {
        channels = Set.copyOf(channels);
        purposes = Set.copyOf(purposes);
        modes = Set.copyOf(modes);
        roles = Set.copyOf(roles);
        lineTypes = Set.copyOf(lineTypes);
        voices = Set.copyOf(voices);
        debtTypes = Set.copyOf(debtTypes);
        partyRoles = Set.copyOf(partyRoles);
        places = Set.copyOf(places);
    }

    public boolean to(Manner manner) {
        return matches(channels, manner.channel())
                && matches(purposes, manner.purpose())
                && matches(voices, manner.voice());
    }

    public boolean to(Mode mode, CollectorRole role, LineType line) {
        return matches(modes, mode) && matches(roles, role) && matches(lineTypes, line);
    }

    public boolean to(Place place) {
        return matches(places, place);
    }

    public boolean to(String debtType, String partyRole) {
        return matches(debtTypes, debtType) && matches(partyRoles, partyRole);
    }

    private static <T> boolean matches(Set<T> set, T value) {
        return set.isEmpty() || set.contains(value);
    }
}
