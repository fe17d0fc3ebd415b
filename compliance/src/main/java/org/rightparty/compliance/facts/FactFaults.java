package org.rightparty.compliance.facts;

import org.rightparty.compliance.facts.Facts.Outcome.Refused;
import org.rightparty.compliance.rules.ContactKind;
import org.rightparty.compliance.rules.ContactResult;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What is wrong with an order by itself, whatever the tables hold.
public final class FactFaults {
    private static final int EVIDENCE_CHARACTERS_MAX = 1_000;
    private static final Pattern PLACE = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3}){0,2}");
    private static final Set<ContactResult> OF_INBOUND =
            Set.of(
                    ContactResult.CONVERSATION,
                    ContactResult.ANSWERED_DROPPED,
                    ContactResult.ANSWERED_THIRD_PARTY,
                    ContactResult.VOICEMAIL_LEFT,
                    ContactResult.UNKNOWN);

    private FactFaults() {}

    /// The first fault; empty when there is none.
    public static Optional<Refused> of(FactOrder order, Instant now) {
        if (order.evidence().isBlank()) {
            return fault("EVIDENCE_MISSING", "evidence", "It rests on nothing.", "Say on what.");
        } else if (order.evidence().length() > EVIDENCE_CHARACTERS_MAX) {
            return fault("EVIDENCE_LONG", "evidence", "It is long.", "Say it in 1,000 characters.");
        } else if (order.fact().at().isAfter(now)) {
            return fault("IN_FUTURE", "at", "It lies in the future.", "Give when it was.");
        }
        return switch (order.fact()) {
            case Fact.StatedPlace place -> of(place);
            case Fact.SentNotice _ -> Optional.empty();
            case Fact.PastContact contact -> of(contact);
            case Fact.Consented consent -> of(consent);
            case Fact.LookUp lookUp -> of(lookUp);
        };
    }

    private static Optional<Refused> of(Fact.StatedPlace place) {
        if (place.jurisdiction().isEmpty() && place.zone().isEmpty()) {
            return fault("PLACE_MISSING", "place", "No place is named.", "Give a state or a zone.");
        } else if (place.jurisdiction()
                .filter(code -> !PLACE.matcher(code).matches())
                .isPresent()) {
            return fault("PLACE_UNKNOWN", "place", "It is no code of a place.", "Write US-CA.");
        } else {
            return ends(place.at(), place.until());
        }
    }

    private static Optional<Refused> ends(Instant at, Optional<Instant> until) {
        return until.filter(end -> !end.isAfter(at)).isPresent()
                ? fault("ENDS_EARLY", "until", "It ends before it begins.", "Give a later end.")
                : Optional.empty();
    }

    private static Optional<Refused> of(Fact.PastContact contact) {
        boolean fits =
                switch (contact.kind()) {
                    case TEXT_SENT, EMAIL_SENT -> contact.result() == ContactResult.SENT;
                    case INBOUND_CALL -> OF_INBOUND.contains(contact.result());
                    case CALL_PLACED ->
                            switch (contact.result()) {
                                case SENT, IN_PROGRESS, NEVER_PLACED -> false;
                                case BUSY,
                                        NOT_IN_SERVICE,
                                        NETWORK_BLOCKED,
                                        RING_NO_ANSWER,
                                        VOICEMAIL_NO_MESSAGE,
                                        VOICEMAIL_LEFT,
                                        ANSWERED_DROPPED,
                                        ABANDONED,
                                        ANSWERED_THIRD_PARTY,
                                        CONVERSATION,
                                        UNKNOWN ->
                                        true;
                            };
                };
        if (!fits) {
            return fault(
                    "RESULT_UNFIT",
                    "result",
                    "Such a contact cannot end so.",
                    contact.kind() == ContactKind.TEXT_SENT
                                    || contact.kind() == ContactKind.EMAIL_SENT
                            ? "Write SENT."
                            : "Write CONVERSATION, or how else the call ended.");
        }
        return Optional.empty();
    }

    private static Optional<Refused> of(Fact.Consented consent) {
        boolean given = consent.change() == Fact.Change.GIVEN;
        if (consent.kind().isDirectOnly() && consent.receiver() != Fact.Receiver.COLLECTOR) {
            return fault(
                    "NOT_DIRECT",
                    "to",
                    "Such a consent counts only when it was given to us.",
                    "Ask her, or leave the row out.");
        } else if (!given && consent.until().isPresent()) {
            return fault("NO_END", "until", "What is taken back has no end.", "Leave it empty.");
        } else if (given && consent.kind() == ConsentKind.TIME && consent.hours().isEmpty()) {
            return fault("HOURS_MISSING", "from", "No hours are named.", "Give from and to.");
        } else if (consent.hours().isPresent() && (consent.kind() != ConsentKind.TIME || !given)) {
            return fault("HOURS_UNFIT", "from", "It is not about hours.", "Leave from and to out.");
        } else if (consent.hours().filter(h -> !h.from().isBefore(h.to())).isPresent()) {
            return fault("HOURS_WRONG", "to", "The hours end before they begin.", "Swap them.");
        } else {
            return ends(consent.at(), consent.until());
        }
    }

    private static Optional<Refused> of(Fact.LookUp lookUp) {
        if (lookUp.lineType().isEmpty()
                && lookUp.holder().isEmpty()
                && lookUp.portedAt().isEmpty()
                && lookUp.protection().isEmpty()) {
            return fault(
                    "NOTHING_FOUND",
                    "line_type",
                    "The look-up says nothing.",
                    "Give a line type, reassigned, ported or protection.");
        }
        Stream<Instant> since =
                lookUp.holder().stream()
                        .filter(Fact.Holder.Another.class::isInstance)
                        .map(Fact.Holder.Another.class::cast)
                        .map(Fact.Holder.Another::since);
        return Stream.concat(since, lookUp.portedAt().stream())
                        .anyMatch(when -> when.isAfter(lookUp.at()))
                ? fault("AFTER_LOOK_UP", "since", "It is later than the look-up.", "Correct it.")
                : Optional.empty();
    }

    /// A refusal in the words of this book.
    public static Optional<Refused> fault(String code, String field, String reason, String mend) {
        return Optional.of(new Refused(code, field, reason, mend));
    }
}
