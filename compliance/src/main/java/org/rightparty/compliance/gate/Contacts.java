package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Counter;
import org.rightparty.compliance.rules.Excuse;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Scope;
import org.rightparty.compliance.rules.Window;
import org.rightparty.vocabulary.AccountId;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The contacts that a frequency rule counts, and when enough of them have left its window.
///
/// A contact counts when the rule's counter knows it, it lies in every scope of the rule, and no
/// excuse that the rule knows takes it out.
final class Contacts {
    private Contacts() {}

    static List<ContactEvent> counted(
            Case call, Rule rule, Counter counter, Set<Scope> scope, boolean frequencyGroup) {
        Set<AccountId> debts = debts(call, frequencyGroup);
        return call.facts().history().stream()
                .filter(event -> counter.counts(event.kind(), event.result(), event.voice()))
                .filter(event -> lies(event, call, scope, debts))
                .filter(event -> event.excuses().stream().noneMatch(rule.excuses()::contains))
                .toList();
    }

    /// When the person first spoke with us, whoever called whom, whatever the rule counts.
    static Optional<Instant> firstConversation(
            Case call, Set<Scope> scope, boolean frequencyGroup) {
        Set<AccountId> debts = debts(call, frequencyGroup);
        return call.facts().history().stream()
                .filter(ContactEvent::conversation)
                .filter(event -> lies(event, call, scope, debts))
                .map(ContactEvent::at)
                .min(Instant::compareTo);
    }

    static Set<AccountId> debts(Case call, boolean frequencyGroup) {
        DialFacts.Debt debt = call.facts().debt();
        return frequencyGroup ? debt.frequencyGroup() : Set.of(debt.account());
    }

    private static boolean lies(
            ContactEvent event, Case call, Set<Scope> scope, Set<AccountId> debts) {
        return scope.stream()
                .allMatch(each ->
                        switch (each) {
                            case PERSON -> true;
                            case DEBT -> event.about(debts);
                            case NUMBER ->
                                    event.phone()
                                            .filter(call.facts().phone().id()::equals)
                                            .isPresent();
                            case CREDITOR ->
                                    event.client()
                                            .filter(call.facts().debt().client()::equals)
                                            .isPresent();
                            case CAMPAIGN ->
                                    event.campaign()
                                            .filter(call.request().campaign()::equals)
                                            .isPresent();
                        });
    }

    /// When fewer than `max` of the events are left in the window, in every zone; empty when that
    /// is so at `at` already.
    static Optional<Finding> tooMany(
            List<ContactEvent> events,
            Function<ContactEvent, Instant> when,
            int max,
            Window window,
            Set<ZoneId> zones,
            Instant at) {
        if (max == 0) {
            return Optional.of(Finding.NEVER);
        }
        Instant latest = at;
        for (ZoneId zone : zones.isEmpty() ? Set.<ZoneId>of(ZoneOffset.UTC) : zones) {
            List<Instant> leaving =
                    events.stream()
                            .map(event ->
                                    window.leaves(when.apply(event), zone).orElse(Instant.MAX))
                            .filter(at::isBefore)
                            .sorted(Comparator.naturalOrder())
                            .toList();
            if (leaving.size() >= max) {
                Instant free = leaving.get(leaving.size() - max);
                latest = free.isAfter(latest) ? free : latest;
            }
        }
        if (latest.equals(at)) {
            return Optional.empty();
        }
        return Optional.of(
                latest.equals(Instant.MAX) ? Finding.NEVER : new Finding(Optional.of(latest)));
    }

    static boolean excused(Case call, Rule rule, Instant at) {
        return call.facts().excuses().stream().anyMatch(rule.excuses()::contains)
                || (rule.excuses().contains(Excuse.PRIOR_EXPRESS_CONSENT)
                        && ConsentRequired.stands(call, Consent.RECORDED_VOICE, at));
    }
}
