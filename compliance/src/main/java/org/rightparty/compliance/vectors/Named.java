package org.rightparty.compliance.vectors;

import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.ClientId;
import org.rightparty.vocabulary.PhoneId;

import java.util.HashMap;
import java.util.Map;

/// Numbers for the names that a test gives to debts, creditors and telephones. The debt, the
/// creditor and the telephone of the call itself are 1.
final class Named {
    static final long OWN = 1;

    /// Stands for the creditor or the telephone of the call where the test names none.
    static final String CALLED = "the call's own";

    private final Map<String, Long> debts = new HashMap<>();
    private final Map<String, Long> creditors = new HashMap<>();
    private final Map<String, Long> phones = new HashMap<>();

    Named(String debt, String creditor, String number) {
        debts.put(debt, OWN);
        creditors.put(creditor, OWN);
        creditors.put(CALLED, OWN);
        phones.put(number, OWN);
        phones.put(CALLED, OWN);
    }

    AccountId debt(String name) {
        return new AccountId(number(debts, name));
    }

    ClientId creditor(String name) {
        return new ClientId(number(creditors, name));
    }

    PhoneId phone(String name) {
        return new PhoneId(number(phones, name));
    }

    private static long number(Map<String, Long> numbers, String name) {
        Long known = numbers.get(name);
        long number = known == null ? numbers.size() + OWN : known;
        numbers.put(name, number);
        return number;
    }
}
