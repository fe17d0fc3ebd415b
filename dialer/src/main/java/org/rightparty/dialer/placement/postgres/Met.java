package org.rightparty.dialer.placement.postgres;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Ways to reach people and what they said about them, as one batch entered or met them.
final class Met {
    private final Set<String> contacts = new HashSet<>();
    private final Map<String, Long> phones = new HashMap<>();
    private final Map<String, Said> said = new HashMap<>();

    boolean has(String contact) {
        return contacts.contains(contact);
    }

    /// @return whether it is new
    boolean add(String contact) {
        return contacts.add(contact);
    }

    @Nullable Long phone(String number) {
        return phones.get(number);
    }

    void addPhone(String number, long id) {
        phones.put(number, id);
    }

    @Nullable Said said(String about) {
        return said.get(about);
    }

    void add(String about, Said word) {
        said.merge(about, word, (earlier, later) -> earlier.later(later));
    }
}
