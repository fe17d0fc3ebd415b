package org.rightparty.console.web;

import org.rightparty.console.desk.ScreenPop;
import org.rightparty.vocabulary.Money;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One account on an agent's screen.
///
/// @param proofs what identity may be verified with, such as `DATE_OF_BIRTH`
/// @param past what went before, only while nothing is dialed yet
/// @param debt absent until the identity is verified: the server does not send it before
public record WireScreen(
        long consumer,
        long account,
        Person person,
        Dialed dialed,
        List<String> proofs,
        List<Flag> flags,
        List<WireDebt.History> past,
        Optional<WireDebt> debt) {

    /// Who to ask for, and what to check the answers against.
    public record Person(
            String givenName,
            String familyName,
            String language,
            Optional<LocalDate> bornOn,
            Optional<String> nationalIdLast4,
            List<Address> addresses,
            List<Phone> phones) {
        @Override
        public String toString() {
            return "Person[]";
        }
    }

    public record Address(
            String line, String city, String region, String postalCode, boolean good) {
        @Override
        public String toString() {
            return "Address[]";
        }
    }

    public record Phone(
            long id, Wire.Dialable number, String lineType, String place, String usable) {
        @Override
        public String toString() {
            return "Phone[" + id + "]";
        }
    }

    /// The number being called.
    public record Dialed(
            Wire.Dialable number,
            String place,
            String zone,
            List<String> otherZones,
            Optional<Instant> windowEndsAt,
            int attemptsInWindow,
            Optional<Instant> lastConversationAt,
            String why) {
        @Override
        public String toString() {
            return "Dialed[]";
        }
    }

    public record Flag(String code, String sentence) {}

    static WireScreen of(ScreenPop screen) {
        return new WireScreen(
                screen.consumer().value(),
                screen.account().value(),
                person(screen.person()),
                dialed(screen.dialed()),
                screen.proofs(),
                screen.flags().stream().map(f -> new Flag(f.code(), f.sentence())).toList(),
                screen.past().stream().map(WireDebt::history).toList(),
                screen.debt().map(WireDebt::of));
    }

    private static Person person(ScreenPop.Person p) {
        return new Person(
                p.givenName(),
                p.familyName(),
                p.language(),
                p.bornOn(),
                p.nationalIdLast4(),
                p.addresses().stream().map(WireScreen::address).toList(),
                p.phones().stream().map(WireScreen::phone).toList());
    }

    private static Address address(ScreenPop.Address a) {
        return new Address(a.line(), a.city(), a.region(), a.postalCode(), a.good());
    }

    private static Phone phone(ScreenPop.Phone p) {
        return new Phone(p.id().value(), number(p.number()), p.lineType(), p.place(), p.usable());
    }

    private static Dialed dialed(ScreenPop.Dialed d) {
        return new Dialed(
                number(d.number()),
                d.place(),
                d.zone(),
                d.otherZones(),
                d.windowEndsAt(),
                d.attemptsInWindow(),
                d.lastConversationAt(),
                d.why().sentence());
    }

    static Wire.Dialable number(PhoneNumber number) {
        String e164 = number.e164();
        if (number.areaCode().isEmpty()) {
            return new Wire.Dialable(e164, e164);
        } else {
            String text =
                    "(" + number.areaCode() + ") " + e164.substring(5, 8) + "-" + number.lastFour();
            return new Wire.Dialable(e164, text);
        }
    }

    static Wire.Amount amount(Money money) {
        return new Wire.Amount(money.minorUnits(), money.currency().getCurrencyCode());
    }
}
