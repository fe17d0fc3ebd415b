package org.rightparty.dialer.demo;

import org.rightparty.vocabulary.PhoneNumber;

import java.util.List;
import java.util.Optional;

/// The people every demo has, whatever the seed: the cases that programs get wrong. They are the
/// first of the portfolio, in this order.
public enum EdgeCases {
    PHOENIX("85003"),
    NAVAJO_NATION("86515"),
    NAVAJO_CHINLE("86503"),
    ARIZONA_PAGE("86040"),
    INDIANA_CENTRAL("47586"),
    INDIANA_EASTERN("47542"),
    KENTUCKY_CENTRAL("42101"),
    KENTUCKY_EASTERN("40202"),
    HAWAII("96813"),
    ADAK("99546"),
    PUERTO_RICO("00901"),
    GUAM("96910"),
    APOSTROPHE("02108"),
    HYPHEN("19102"),
    NOT_ASCII("88001"),
    ONE_CENT("60601"),
    NOTHING_OWED("44114"),
    CREDIT_BALANCE("30303"),
    NINE_DIGITS("10001"),
    BUSINESS("77002"),
    TWO_DEBTS_ONE_NUMBER("33130"),
    FAMILY_NUMBER("48226"),
    FAMILY_NUMBER_TOO("48226"),
    /// Seven attempts in seven days, one on each of the last seven noons when loaded.
    SEVENTH_ATTEMPT("78701"),
    /// Spoke with an agent on the third noon before loading.
    COOLING_DOWN("80202"),
    DECEASED("97204"),
    HAS_ATTORNEY("98101"),
    NOT_AT_WORK("63101"),
    NOT_IN_THE_MORNING("55401");

    private static final long NINE_DIGITS_MINOR = 123_456_789L;

    private final String postalCode;

    EdgeCases(String postalCode) {
        this.postalCode = postalCode;
    }

    public String postalCode() {
        return postalCode;
    }

    /// The case that the n-th person is; empty beyond the cases.
    public static Optional<EdgeCases> at(long n) {
        return n < values().length ? Optional.of(values()[(int) n]) : Optional.empty();
    }

    /// The n-th person as the case demands; people beyond the cases as they are.
    public static Person shape(long n, Person person, Places places) {
        return at(n).map(edge -> edge.shape(reachable(person, places.at(edge.postalCode))))
                .orElse(person);
    }

    /// One verified, consented number in the town's own area code, and no hold.
    private static Person reachable(Person person, Place place) {
        Telephone first = person.telephones().getFirst();
        PhoneNumber number =
                new PhoneNumber(
                        "+1%s555%04d"
                                .formatted(place.areaCodes().getFirst(), 199 - first.id() % 40));
        Telephone only =
                new Telephone(
                        first.id(), number, "MOBILE", "MOBILE", "CLIENT", 1, "VERIFIED", true);
        String given = person.business() ? "Tavish" : person.given();
        String family = person.family().replace(" & Daughters LLC", "");
        return new Person(
                person.id(),
                given,
                family,
                person.bornOn(),
                person.idLast4(),
                "en",
                place,
                person.street(),
                person.email(),
                List.of(only),
                person.debts(),
                List.of());
    }

    private Person shape(Person person) {
        return switch (this) {
            case APOSTROPHE -> named(person, "Orla", "O'Brannoch");
            case HYPHEN -> named(person, "Anne-Lise", "Holloway-Finch");
            case NOT_ASCII -> named(person, "Begoña", "Núñezwell");
            case ONE_CENT -> owing(person, 1);
            case NOTHING_OWED -> owing(person, 0);
            case CREDIT_BALANCE -> owing(person, -2_500);
            case NINE_DIGITS -> owing(person, NINE_DIGITS_MINOR);
            case BUSINESS -> named(person, "", "Quickfoot & Daughters LLC");
            case TWO_DEBTS_ONE_NUMBER -> twoDebts(person);
            case FAMILY_NUMBER, FAMILY_NUMBER_TOO -> onNumber(person, "+13135550142");
            case DECEASED -> held(person, "DECEASED");
            case HAS_ATTORNEY -> held(person, "ATTORNEY");
            case PHOENIX, NAVAJO_NATION, NAVAJO_CHINLE, ARIZONA_PAGE -> person;
            case INDIANA_CENTRAL, INDIANA_EASTERN, KENTUCKY_CENTRAL, KENTUCKY_EASTERN -> person;
            case HAWAII, ADAK, PUERTO_RICO, GUAM -> person;
            case SEVENTH_ATTEMPT, COOLING_DOWN, NOT_AT_WORK, NOT_IN_THE_MORNING -> person;
        };
    }

    private static Person named(Person person, String given, String family) {
        return with(person, given, family, person.telephones(), person.debts(), person.holds());
    }

    private static Person owing(Person person, long minor) {
        List<Debt> debts = List.of(Debts.of(person.debts().getFirst(), minor));
        return with(
                person,
                person.given(),
                person.family(),
                person.telephones(),
                debts,
                person.holds());
    }

    private static Person twoDebts(Person person) {
        Debt first = person.debts().getFirst();
        Debt second =
                new Debt(
                        first.id() + 1,
                        "%s-%08d".formatted(first.type().name().substring(0, 2), first.id() + 1),
                        first.type(),
                        first.placedMinor(),
                        first.entries(),
                        first.opened(),
                        first.delinquent(),
                        first.chargedOff(),
                        first.lastPaid(),
                        first.limitation(),
                        first.placed());
        return with(
                person,
                person.given(),
                person.family(),
                person.telephones(),
                List.of(first, second),
                person.holds());
    }

    private static Person onNumber(Person person, String e164) {
        Telephone own = person.telephones().getFirst();
        Telephone shared =
                new Telephone(
                        own.id(),
                        new PhoneNumber(e164),
                        "LANDLINE",
                        "HOME",
                        "CLIENT",
                        1,
                        "VERIFIED",
                        true);
        return with(
                person,
                person.given(),
                "Fairbrook",
                List.of(shared),
                person.debts(),
                person.holds());
    }

    private static Person held(Person person, String code) {
        return with(
                person,
                person.given(),
                person.family(),
                person.telephones(),
                person.debts(),
                List.of(code));
    }

    private static Person with(
            Person person,
            String given,
            String family,
            List<Telephone> telephones,
            List<Debt> debts,
            List<String> holds) {
        return new Person(
                person.id(),
                given,
                family,
                given.isEmpty() ? Optional.empty() : person.bornOn(),
                person.idLast4(),
                person.language(),
                person.place(),
                person.street(),
                person.email(),
                telephones,
                debts,
                holds);
    }
}
