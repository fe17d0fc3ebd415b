package org.rightparty.console.desk;

import org.rightparty.console.desk.Answer.Fault;
import org.rightparty.console.desk.WrapUp.Attorney;
import org.rightparty.console.desk.WrapUp.Payment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What is wrong with the payment or the attorney that a wrap-up names:
///
/// 1. each is there when the disposition needs it, and not otherwise
/// 2. a payment is a real amount in the account's currency, by a known method
/// 3. what the processor calls it is no card number (PCI DSS 3.2)
/// 4. an attorney has a name
final class NamedRules {
    static final int CHARACTERS_MAX = 200;
    private static final Pattern CARD_NUMBER = Pattern.compile(".*(?:\\d[ -]?){13,}.*");

    private NamedRules() {}

    static List<Fault> payment(WrapUp form, DispositionCode code, WrapUpRules.Case facts) {
        if (form.payment().isPresent() != code.needs().payment()) {
            return code.needs().payment()
                    ? List.of(new Fault("payment.amount", "Enter what was paid."))
                    : List.of(new Fault("payment.amount", "This disposition takes no payment."));
        }
        return form.payment().stream().flatMap(p -> payment(p, facts).stream()).toList();
    }

    private static List<Fault> payment(Payment payment, WrapUpRules.Case facts) {
        List<Fault> faults = new ArrayList<>();
        if (!payment.amount().currency().equals(facts.balance().currency())) {
            faults.add(new Fault("payment.amount", "Enter the amount in the account's currency."));
        } else if (!payment.amount().isPositive()) {
            faults.add(new Fault("payment.amount", "Enter an amount above zero."));
        } else if (payment.amount().compareTo(facts.balance()) > 0) {
            faults.add(new Fault("payment.amount", "This is more than is owed."));
        }
        if (!WrapUpRules.METHODS.contains(payment.method())) {
            faults.add(new Fault("payment.method", "Choose how it was paid."));
        }
        if (CARD_NUMBER.matcher(payment.confirmation()).matches()) {
            faults.add(
                    new Fault(
                            "payment.confirmation",
                            "This looks like a card number: give the confirmation only."));
        } else if (payment.confirmation().length() > CHARACTERS_MAX) {
            faults.add(new Fault("payment.confirmation", "Shorten it to 200 characters."));
        }
        return faults;
    }

    static List<Fault> attorney(WrapUp form, DispositionCode code) {
        if (form.attorney().isPresent() != code.needs().attorney()) {
            return code.needs().attorney()
                    ? List.of(new Fault("attorney.name", "Enter the attorney's name."))
                    : List.of(new Fault("attorney.name", "This disposition takes no attorney."));
        }
        return form.attorney().stream().flatMap(a -> attorney(a).stream()).toList();
    }

    private static List<Fault> attorney(Attorney attorney) {
        List<Fault> faults = new ArrayList<>();
        if (attorney.name().isBlank()) {
            faults.add(new Fault("attorney.name", "Enter the attorney's name."));
        } else if (attorney.name().strip().length() > CHARACTERS_MAX) {
            faults.add(new Fault("attorney.name", "Shorten it to 200 characters."));
        }
        if (attorney.firm().length() > CHARACTERS_MAX) {
            faults.add(new Fault("attorney.firm", "Shorten it to 200 characters."));
        }
        if (attorney.reach().length() > CHARACTERS_MAX) {
            faults.add(new Fault("attorney.reach", "Shorten it to 200 characters."));
        }
        return faults;
    }
}
