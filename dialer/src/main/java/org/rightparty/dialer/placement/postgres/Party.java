package org.rightparty.dialer.placement.postgres;

import org.rightparty.dialer.placement.Placement.Person;
import org.rightparty.dialer.placement.Placement.Phone;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A debtor or co-signer of a batch, on the way to the consumer that stands for the person.
final class Party {
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);

    private final Person person;
    private final List<Phone> phones;
    private final Optional<String> identity;
    private final List<String> households;
    private long consumer;
    private boolean known;

    Party(Person person, List<Phone> phones, String postalCode) {
        this.person = person;
        this.phones = phones;
        this.identity = identity(person.last4(), person.bornOn(), person.family());
        this.households =
                phones.stream()
                        .map(phone ->
                                household(
                                        phone.number().e164(),
                                        person.family(),
                                        person.given(),
                                        person.suffix(),
                                        postalCode))
                        .toList();
    }

    Person person() {
        return person;
    }

    List<Phone> phones() {
        return phones;
    }

    /// The consumer's id, once it is settled.
    long consumer() {
        if (consumer == 0) {
            throw new IllegalStateException("the person is not settled yet");
        }
        return consumer;
    }

    boolean isSettled() {
        return consumer != 0;
    }

    /// Whether the consumer was there before this row.
    boolean isKnown() {
        return known;
    }

    void becomes(long newConsumer) {
        consumer = newConsumer;
    }

    void is(long knownConsumer) {
        consumer = knownConsumer;
        known = true;
    }

    /// As the database's `consumer_identity`; empty when last four digits or birth are missing.
    Optional<String> identity() {
        return identity;
    }

    static Optional<String> identity(
            String last4, @org.jspecify.annotations.Nullable LocalDate born, String family) {
        return last4.isEmpty() || born == null
                ? Optional.empty()
                : Optional.of(
                        last4 + " " + ChronoUnit.DAYS.between(EPOCH, born) + " " + lower(family));
    }

    /// The same number, name and postal code; one key a number.
    List<String> households() {
        return households;
    }

    static String household(
            String e164, String family, String given, String suffix, String postalCode) {
        String place = postalCode.length() > 5 ? postalCode.substring(0, 5) : postalCode;
        return lower(String.join("|", e164, family, given, suffix.replace(".", ""), place));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
