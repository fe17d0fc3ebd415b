package org.rightparty.compliance.postgres;

import org.rightparty.compliance.gate.AllowedParty;
import org.rightparty.compliance.gate.ContactEvent;
import org.rightparty.compliance.gate.DialFacts;
import org.rightparty.compliance.gate.Preference;
import org.rightparty.compliance.rules.Manner;
import org.rightparty.compliance.zones.Evidence;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The facts on a call that is to take a conversation over: those of whom it is to reach, and of
/// everybody else who may be reached by it. What stands against one of them stands against the
/// call; what speaks for one of them, a consent, does not.
final class SharedNumber {
    private static final Set<String> USABLE = Set.of("UNVERIFIED", "VERIFIED");

    /// These do not stand in the way of whoever speaks in a consumer's stead: they are why.
    private static final Set<String> IN_HER_STEAD = Set.of("DECEASED", "MINOR");

    private SharedNumber() {}

    /// What is known of somebody else who has the number.
    ///
    /// @param phone the number, as theirs
    record Theirs(
            PhoneId phone,
            List<Evidence> evidence,
            List<ContactEvent> history,
            List<DialFacts.Hold> holds,
            List<Preference> preferences,
            Optional<AttemptId> live) {}

    /// @param own what is known of whom it is to reach
    /// @param consumers the holds of the consumer who is to be handed over
    static DialFacts facts(
            DialFacts own,
            OutsideParty party,
            List<Theirs> sharers,
            List<DialFacts.Hold> consumers) {
        List<Evidence> evidence = new ArrayList<>(own.evidence());
        List<ContactEvent> history = new ArrayList<>(own.history());
        List<DialFacts.Hold> holds = new ArrayList<>(own.holds());
        List<Preference> preferences = new ArrayList<>(own.preferences());
        Optional<AttemptId> live = own.live().or(() -> Optional.ofNullable(party.under()));
        for (Theirs theirs : sharers) {
            evidence.addAll(theirs.evidence());
            theirs.history().stream()
                    .filter(event -> !event.attempt().equals(Optional.of(party.from())))
                    .map(event -> event.on(theirs.phone(), own.phone().id()))
                    .forEach(history::add);
            theirs.holds().stream()
                    .map(hold -> at(hold, theirs.phone(), own.phone().id()))
                    .forEach(holds::add);
            preferences.addAll(theirs.preferences());
            live = live.or(() -> theirs.live().filter(id -> !id.equals(party.from())));
        }
        holds.addAll(binding(party, consumers));
        return new DialFacts(
                own.person(),
                own.debt(),
                phone(own.phone(), party.usable()),
                party.isConsumer() ? Manner.COLLECTION_CALL : Manner.TRANSFER,
                own.collector(),
                evidence,
                history,
                holds,
                own.consents(),
                preferences,
                own.papers(),
                live,
                own.excuses());
    }

    /// What the consumer forbade binds those who stand for the consumer.
    private static List<DialFacts.Hold> binding(
            OutsideParty party, List<DialFacts.Hold> consumers) {
        return AllowedParty.CONSUMERS.contains(party.role())
                ? consumers.stream().filter(hold -> !IN_HER_STEAD.contains(hold.code())).toList()
                : List.of();
    }

    /// A hold on their number is one on this number.
    private static DialFacts.Hold at(DialFacts.Hold hold, PhoneId theirs, PhoneId ours) {
        return new DialFacts.Hold(
                hold.code(),
                hold.account(),
                hold.phone().map(phone -> phone.equals(theirs) ? ours : phone),
                hold.channels(),
                hold.from(),
                hold.until());
    }

    /// A number that is bad for one is bad.
    private static DialFacts.Phone phone(DialFacts.Phone own, List<String> usable) {
        String worst =
                USABLE.contains(own.usable())
                        ? usable.stream()
                                .filter(each -> !USABLE.contains(each))
                                .sorted()
                                .findFirst()
                                .orElse(own.usable())
                        : own.usable();
        return new DialFacts.Phone(
                own.id(),
                own.number(),
                own.lineType(),
                own.place(),
                worst,
                own.source(),
                own.history());
    }
}
