package org.rightparty.compliance.facts;

import org.rightparty.compliance.rules.ContactKind;
import org.rightparty.compliance.rules.ContactResult;
import org.rightparty.compliance.rules.LineType;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/// One thing that was learned of a consumer.
public sealed interface Fact {
    /// When it was so: said, sent, done, given or looked up.
    Instant at();

    /// Which debts it is about.
    enum Debts {
        THIS,
        ALL
    }

    /// Where somebody said the consumer is.
    ///
    /// @param jurisdiction ISO 3166-2 code of the place, `US-CA`; empty when only the zone is known
    /// @param zone empty for every zone of the place
    /// @param until when it stops counting; empty when it does not
    record StatedPlace(
            Optional<String> jurisdiction,
            Optional<ZoneId> zone,
            Word word,
            Instant at,
            Optional<Instant> until)
            implements Fact {}

    /// Whose word a place is. Only the consumer's own outweighs what her numbers and addresses
    /// point to; anybody else's is added to it.
    enum Word {
        CONSUMER,
        EMPLOYER,
        SOMEBODY_ELSE
    }

    /// A written notice that left.
    ///
    /// @param notice which, as rulebooks name it, `FIRST_NOTICE`
    record SentNotice(String notice, Debts debts, Instant at) implements Fact {}

    /// A contact that was no attempt of ours: a call that the consumer placed, a text, a call of
    /// the dialer before this one.
    ///
    /// @param phone empty when it is not known
    record PastContact(
            ContactKind kind,
            ContactResult result,
            Optional<PhoneId> phone,
            Debts debts,
            Occasion occasion,
            Instant at)
            implements Fact {}

    /// What a contact came of.
    enum Occasion {
        OURS,
        ANSWERS_CONSUMER
    }

    /// A consent that was given or taken back.
    ///
    /// @param phone the one number it is for; empty for all
    /// @param until when it ends by itself; empty when it does not
    /// @param hours the hours of a day it opens; only for [ConsentKind#TIME]
    record Consented(
            ConsentKind kind,
            Change change,
            Receiver receiver,
            Debts debts,
            Optional<PhoneId> phone,
            Instant at,
            Optional<Instant> until,
            Optional<Hours> hours)
            implements Fact {}

    enum Change {
        GIVEN,
        WITHDRAWN
    }

    /// To whom a consent was given.
    enum Receiver {
        COLLECTOR,
        CREDITOR,
        PRIOR_COLLECTOR
    }

    /// Hours of each day, on the consumer's own clock.
    record Hours(LocalTime from, LocalTime to) {}

    /// What a look-up said of a number; what it did not say is empty.
    ///
    /// @param portedAt when it became a mobile number
    record LookUp(
            PhoneId phone,
            Optional<LineType> lineType,
            Optional<Holder> holder,
            Optional<Instant> portedAt,
            Optional<Protection> protection,
            Instant at)
            implements Fact {}

    /// Whose the number is, as the reassigned numbers database says (47 CFR 64.1200(m)).
    sealed interface Holder {
        record Same() implements Holder {}

        /// @param since when it became somebody else's, as far as that is known
        record Another(Instant since) implements Holder {}
    }

    /// Lines that no machine may dial (47 CFR 64.1200(a)(1)(i)-(ii)).
    enum Protection {
        NONE,
        EMERGENCY,
        PATIENT_ROOM
    }
}
