package org.rightparty.dialer.placement.postgres;

import java.util.HashSet;
import java.util.Set;

/// What one batch enters or has met, kept until the batch after it is prepared: that one may look
/// into the tables before this one is committed.
final class Entered {
    private final Set<String> accounts = new HashSet<>();
    private final Set<Long> consumers = new HashSet<>();
    private final People people = new People();
    private final Met contacts = new Met();

    /// @return whether it is new
    boolean addAccount(String accountNumber) {
        return accounts.add(accountNumber);
    }

    boolean hasAccount(String accountNumber) {
        return accounts.contains(accountNumber);
    }

    void addConsumer(long consumer) {
        consumers.add(consumer);
    }

    /// Whether the consumer is a new one of this batch.
    boolean hasConsumer(long consumer) {
        return consumers.contains(consumer);
    }

    People people() {
        return people;
    }

    Met contacts() {
        return contacts;
    }
}
