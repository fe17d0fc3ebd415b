package org.rightparty.console.desk;

import org.rightparty.console.desk.Answer.Fault;
import org.rightparty.console.desk.DispositionCode.Party;
import org.rightparty.console.desk.WrapUp.Promise;
import org.rightparty.vocabulary.Money;
import org.rightparty.vocabulary.PhoneId;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What is wrong with a wrap-up, field by field, in the order of the form:
///
/// 1. the disposition fits what happened: none of the consumer's without verified identity, none of
///    a stranger's or of nobody's with it
/// 2. all that it demands is there, and nothing that it does not take
/// 3. a promise is a real amount, no more than is owed, due within what the client allows
/// 4. a payment names how much and how, an attorney has a name: see [NamedRules]
/// 5. a callback lies ahead, soon enough to mean something, and at an hour at which one may call
public final class WrapUpRules {
    /// Nobody remembers a callback agreed longer ago.
    public static final int CALLBACK_DAYS_MAX = 60;

    /// A callback sooner than this is a call that has not ended.
    public static final Duration CALLBACK_AHEAD_MIN = Duration.ofMinutes(5);

    public static final int NOTE_CHARACTERS_MAX = 10_000;
    static final Set<String> METHODS =
            Set.of("CARD", "ACH", "CHECK", "CASH", "WIRE", "MONEY_ORDER", "OTHER");
    private static final String SETTLEMENT = "SETTLEMENT";

    private WrapUpRules() {}

    /// What the tables know of the case.
    ///
    /// @param code the chosen disposition; empty when there is no such
    /// @param rightParty identity was verified
    /// @param today the day on the consumer's clock
    /// @param phones the consumer's numbers
    /// @param mayCall whether the calling hours are open at an instant
    public record Case(
            Optional<DispositionCode> code,
            boolean rightParty,
            Money balance,
            ScreenPop.Policy policy,
            Instant now,
            LocalDate today,
            Set<PhoneId> phones,
            Predicate<Instant> mayCall) {
        public Case {
            phones = Set.copyOf(phones);
        }
    }

    /// Empty when the form may be recorded.
    public static List<Fault> faults(WrapUp form, Case facts) {
        if (facts.code().isEmpty()) {
            return List.of(new Fault("code", "Choose a disposition."));
        }
        DispositionCode code = facts.code().get();
        List<Fault> faults = new ArrayList<>();
        party(code, facts.rightParty()).ifPresent(faults::add);
        reason(form, code).ifPresent(faults::add);
        note(form, code).ifPresent(faults::add);
        faults.addAll(promise(form, code, facts));
        faults.addAll(callback(form, code, facts));
        faults.addAll(NamedRules.payment(form, code, facts));
        faults.addAll(NamedRules.attorney(form, code));
        return List.copyOf(faults);
    }

    private static Optional<Fault> party(DispositionCode code, boolean rightParty) {
        boolean consumers = code.party() == Party.RIGHT || code.conversation();
        boolean strangers = code.party() == Party.THIRD || code.party() == Party.NOBODY;
        if (consumers && !rightParty) {
            return fault("code", "Verify identity first: this is for the consumer only.");
        } else if (strangers && rightParty) {
            return fault("code", "Identity was verified: choose what the consumer said.");
        } else {
            return Optional.empty();
        }
    }

    private static Optional<Fault> reason(WrapUp form, DispositionCode code) {
        boolean known =
                Arrays.stream(DelinquencyReason.values())
                        .anyMatch(r -> r.name().equals(form.reason()));
        if (form.reason().isEmpty()) {
            return code.needs().reason()
                    ? fault("reason", "Choose the reason for the delinquency.")
                    : Optional.empty();
        } else {
            return known ? Optional.empty() : fault("reason", "Choose a reason from the list.");
        }
    }

    private static Optional<Fault> note(WrapUp form, DispositionCode code) {
        if (form.note().length() > NOTE_CHARACTERS_MAX) {
            return fault("note", "Shorten the note to 10,000 characters.");
        } else if (code.needs().note() && form.note().isBlank()) {
            return fault("note", "Write a note: this disposition needs one.");
        } else {
            return Optional.empty();
        }
    }

    private static List<Fault> promise(WrapUp form, DispositionCode code, Case facts) {
        if (form.promise().isPresent() != code.needs().promise()) {
            return code.needs().promise()
                    ? List.of(new Fault("promise.amount", "Enter what was promised."))
                    : List.of(new Fault("promise.amount", "This disposition takes no promise."));
        }
        return form.promise().stream().flatMap(p -> promise(p, form, facts).stream()).toList();
    }

    private static List<Fault> promise(Promise promise, WrapUp form, Case facts) {
        List<Fault> faults = new ArrayList<>();
        amount(promise.amount(), form, facts).ifPresent(faults::add);
        LocalDate last = facts.today().plusDays(facts.policy().promiseDaysMax());
        if (promise.dueOn().isBefore(facts.today())) {
            faults.add(new Fault("promise.dueOn", "Choose today or a later day."));
        } else if (promise.dueOn().isAfter(last)) {
            faults.add(
                    new Fault(
                            "promise.dueOn",
                            "Choose a day within "
                                    + facts.policy().promiseDaysMax()
                                    + " days: this client allows no longer."));
        }
        if (!METHODS.contains(promise.method())) {
            faults.add(new Fault("promise.method", "Choose how it will be paid."));
        }
        return faults;
    }

    private static Optional<Fault> amount(Money amount, WrapUp form, Case facts) {
        if (!amount.currency().equals(facts.balance().currency())) {
            return fault("promise.amount", "Enter the amount in the account's currency.");
        } else if (!amount.isPositive()) {
            return fault("promise.amount", "Enter an amount above zero.");
        } else if (amount.compareTo(facts.balance()) > 0) {
            return fault("promise.amount", "This is more than is owed.");
        } else if (form.code().equals(SETTLEMENT)
                && amount.compareTo(facts.policy().settlementFloor()) < 0) {
            return fault("promise.amount", "This client settles for no less than the floor.");
        } else {
            return Optional.empty();
        }
    }

    private static List<Fault> callback(WrapUp form, DispositionCode code, Case facts) {
        if (form.callback().isEmpty()) {
            return code.needs().callback()
                    ? List.of(new Fault("callback.dueAt", "Choose when to call back."))
                    : List.of();
        }
        WrapUp.Callback callback = form.callback().get();
        List<Fault> faults = new ArrayList<>();
        dueAt(callback, facts).ifPresent(faults::add);
        if (!isZone(callback.zone())) {
            faults.add(new Fault("callback.zone", "Choose a time zone."));
        }
        if (callback.phone().isPresent() && !facts.phones().contains(callback.phone().get())) {
            faults.add(new Fault("callback.phone", "Choose one of the consumer's numbers."));
        }
        if (callback.askedByConsumer() && !facts.rightParty()) {
            faults.add(
                    new Fault(
                            "callback.askedByConsumer",
                            "Only the consumer can ask for this call: identity was not verified."));
        }
        return faults;
    }

    private static Optional<Fault> dueAt(WrapUp.Callback callback, Case facts) {
        Instant soonest = facts.now().plus(CALLBACK_AHEAD_MIN);
        Instant latest = facts.now().plus(Duration.ofDays(CALLBACK_DAYS_MAX));
        if (callback.dueAt().isBefore(soonest)) {
            return fault("callback.dueAt", "Choose a time at least five minutes ahead.");
        } else if (callback.dueAt().isAfter(latest)) {
            return fault("callback.dueAt", "Choose a time within the next 60 days.");
        } else if (facts.mayCall().test(callback.dueAt())) {
            return Optional.empty();
        } else {
            return fault(
                    "callback.dueAt", "Calls are not allowed at that hour where the consumer is.");
        }
    }

    private static boolean isZone(String name) {
        try {
            return !ZoneId.of(name).getId().isEmpty();
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static Optional<Fault> fault(String field, String sentence) {
        return Optional.of(new Fault(field, sentence));
    }
}
