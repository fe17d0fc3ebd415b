package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Terms;
import org.rightparty.vocabulary.AccountId;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// FREQUENCY_CAP: at most so many contacts in a window, `max` being allowed and one more refused
/// (12 CFR 1006.14(b)(2)(i)(A) and its like).
final class FrequencyCap {
    private FrequencyCap() {}

    static Optional<Finding> check(Case call, Rule rule, Terms.FrequencyCap terms, Instant at) {
        Set<AccountId> debts = Contacts.debts(call, terms.frequencyGroup());
        if (elsewhere(call, terms)
                || Contacts.excused(call, rule, at)
                || FirstTried.excuses(call, rule, terms, at)
                || PriorConsent.coversNow(call, rule, debts, at)) {
            return Optional.empty();
        }
        Set<ZoneId> zones = call.zones(at);
        List<ContactEvent> counted =
                Contacts.counted(call, rule, terms.counter(), terms.scope(), terms.frequencyGroup())
                        .stream()
                        .filter(event -> at(terms, event))
                        .filter(event -> !PriorConsent.coversPast(event, call, rule, debts, zones))
                        .toList();
        return Contacts.tooMany(
                fromFirstConversation(call, terms, counted),
                ContactEvent::at,
                terms.max(),
                terms.window(),
                call.zones(terms.zones(), at),
                at);
    }

    private static boolean elsewhere(Case call, Terms.FrequencyCap terms) {
        return !terms.places().isEmpty() && !terms.places().contains(call.facts().phone().place());
    }

    private static boolean at(Terms.FrequencyCap terms, ContactEvent event) {
        return terms.places().isEmpty()
                || event.place().filter(terms.places()::contains).isPresent();
    }

    private static List<ContactEvent> fromFirstConversation(
            Case call, Terms.FrequencyCap terms, List<ContactEvent> events) {
        if (!terms.afterConversation()) {
            return events;
        }
        Optional<Instant> first =
                Contacts.firstConversation(call, terms.scope(), terms.frequencyGroup());
        return events.stream()
                .filter(event -> first.filter(start -> !event.at().isBefore(start)).isPresent())
                .toList();
    }
}
