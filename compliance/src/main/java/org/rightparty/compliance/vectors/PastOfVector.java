package org.rightparty.compliance.vectors;

import org.rightparty.compliance.gate.ContactEvent;
import org.rightparty.compliance.rules.ContactKind;
import org.rightparty.compliance.rules.ContactResult;
import org.rightparty.compliance.rules.Excuse;
import org.rightparty.compliance.rules.Place;
import org.rightparty.compliance.rules.Voice;
import org.rightparty.vocabulary.AccountId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The history of a test: the contacts with the person who is called. Those that name nobody are
/// with the person who is nobody else.
///
/// A call that is being answered is none of its own past: of the calls that have not ended, the
/// last one is it.
final class PastOfVector {
    private final List<ContactEvent> events = new ArrayList<>();

    PastOfVector(Fields fields, Named named, String person, String nobodyElse) {
        fields.objects(
                "history",
                event -> {
                    ContactEvent read = event(event, named);
                    if (event.text("person", nobodyElse).equals(person)) {
                        events.add(read);
                    }
                    return read;
                });
    }

    /// The past as the answered call itself has it.
    PastOfVector withoutTheCallItself() {
        events.stream()
                .filter(PastOfVector::isLive)
                .max(Comparator.comparing(ContactEvent::at))
                .ifPresent(events::remove);
        return this;
    }

    List<ContactEvent> events() {
        return events;
    }

    /// Whether a call to the person has not ended.
    boolean live() {
        return events.stream().anyMatch(PastOfVector::isLive);
    }

    private static boolean isLive(ContactEvent event) {
        return event.result() == ContactResult.IN_PROGRESS;
    }

    private static ContactEvent event(Fields event, Named named) {
        Instant at = event.required("at", event.instant("at"));
        ContactKind kind = event.required("type", event.word("type", ContactKind.class));
        Set<AccountId> debts = new HashSet<>();
        event.texts("debts").forEach(name -> debts.add(named.debt(name)));
        event.ignore("source", "note", "agent", "campaign");
        return new ContactEvent(
                Optional.empty(),
                at,
                at,
                kind,
                event.word("outcome", ContactResult.class).orElse(unsaid(kind)),
                debts,
                Optional.of(named.creditor(event.text("creditor", Named.CALLED))),
                Optional.of(named.phone(event.text("number", Named.CALLED))),
                Optional.of(event.parsed("place", Words::place, "not a place").orElse(Place.HOME)),
                event.flag("prerecorded") ? Voice.PRERECORDED : Voice.LIVE,
                Optional.empty(),
                event.flag("callback"),
                excuses(event));
    }

    /// A call of which nobody says how it ended may have connected.
    private static ContactResult unsaid(ContactKind kind) {
        return kind == ContactKind.CALL_PLACED ? ContactResult.UNKNOWN : ContactResult.SENT;
    }

    private static Set<Excuse> excuses(Fields event) {
        Set<Excuse> excuses = new HashSet<>();
        if (event.flag("wrong_number")) {
            excuses.add(Excuse.WRONG_NUMBER);
        }
        if (event.flag("response_to_consumer")) {
            excuses.add(Excuse.RESPONSE_TO_CONSUMER);
        }
        return excuses;
    }
}
