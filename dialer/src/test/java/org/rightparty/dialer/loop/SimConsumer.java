package org.rightparty.dialer.loop;

import org.rightparty.compliance.gate.DialFacts;
import org.rightparty.compliance.rules.CollectorRole;
import org.rightparty.compliance.rules.LineType;
import org.rightparty.compliance.rules.Place;
import org.rightparty.compliance.zones.Evidence;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.ClientId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// One simulated person with one debt and one number, all of the same number.
record SimConsumer(int number, ZoneId zone) {
    ConsumerId id() {
        return new ConsumerId(number);
    }

    AccountId account() {
        return new AccountId(number);
    }

    PhoneId phoneId() {
        return new PhoneId(number);
    }

    PhoneNumber phone() {
        return new PhoneNumber("+1212%07d".formatted(number));
    }

    DialFacts.Person person() {
        return new DialFacts.Person(id(), false, false, DialFacts.Person.PRIMARY);
    }

    DialFacts.Debt debt() {
        return new DialFacts.Debt(
                account(),
                new ClientId(1),
                CollectorRole.THIRD_PARTY,
                "CARD",
                Set.of(account()),
                "ACTIVE");
    }

    DialFacts.Phone dialed() {
        return new DialFacts.Phone(
                phoneId(),
                phone(),
                LineType.MOBILE,
                Place.MOBILE,
                "VERIFIED",
                "CLIENT",
                DialFacts.Line.PLAIN);
    }

    Evidence evidence() {
        return new Evidence(
                Evidence.Kind.ADDRESS, Set.of(zone), Optional.empty(), false, Optional.empty());
    }
}
