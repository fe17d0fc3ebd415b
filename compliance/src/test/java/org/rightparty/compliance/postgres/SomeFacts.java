package org.rightparty.compliance.postgres;

import org.rightparty.compliance.facts.ConsentKind;
import org.rightparty.compliance.facts.Fact;
import org.rightparty.compliance.facts.Fact.Change;
import org.rightparty.compliance.facts.Fact.Debts;
import org.rightparty.compliance.facts.Fact.Holder;
import org.rightparty.compliance.facts.Fact.Occasion;
import org.rightparty.compliance.facts.Fact.Receiver;
import org.rightparty.compliance.facts.Fact.Word;
import org.rightparty.compliance.postgres.Office.Debtor;
import org.rightparty.compliance.rules.ContactKind;
import org.rightparty.compliance.rules.ContactResult;
import org.rightparty.compliance.rules.LineType;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

/// Facts as tests need them.
final class SomeFacts {
    private SomeFacts() {}

    static Fact said(String place, Instant at) {
        return place(place, Word.CONSUMER, at);
    }

    static Fact place(String place, Word word, Instant at) {
        return new Fact.StatedPlace(
                Optional.of(place), Optional.empty(), word, at, Optional.empty());
    }

    static Fact notice(Debts debts, Instant at) {
        return new Fact.SentNotice("FIRST_NOTICE", debts, at);
    }

    static Fact contact(ContactKind kind, ContactResult result, Instant at) {
        return new Fact.PastContact(kind, result, Optional.empty(), Debts.THIS, Occasion.OURS, at);
    }

    static Fact hours(Change change, Instant at) {
        return new Fact.Consented(
                ConsentKind.TIME,
                change,
                Receiver.COLLECTOR,
                Debts.ALL,
                Optional.empty(),
                at,
                Optional.empty(),
                change == Change.GIVEN
                        ? Optional.of(new Fact.Hours(LocalTime.of(20, 0), LocalTime.of(23, 0)))
                        : Optional.empty());
    }

    static Fact ahead(Debtor debtor, Change change, Instant at) {
        return new Fact.Consented(
                ConsentKind.TCPA_PRIOR_EXPRESS,
                change,
                Receiver.COLLECTOR,
                Debts.ALL,
                Optional.of(debtor.phone()),
                at,
                Optional.empty(),
                Optional.empty());
    }

    static Fact lookUp(Debtor debtor, Holder holder, Instant at) {
        return new Fact.LookUp(
                debtor.phone(),
                Optional.empty(),
                Optional.of(holder),
                Optional.empty(),
                Optional.empty(),
                at);
    }

    static Fact line(Debtor debtor, Fact.Protection protection, Instant at) {
        return new Fact.LookUp(
                debtor.phone(),
                Optional.of(LineType.LANDLINE),
                Optional.empty(),
                Optional.empty(),
                Optional.of(protection),
                at);
    }
}
