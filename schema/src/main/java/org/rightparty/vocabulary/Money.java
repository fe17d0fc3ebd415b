package org.rightparty.vocabulary;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/// An amount in the minor units of its currency: cents for dollars. Never a floating-point number.
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {
    public static final Currency US_DOLLAR = Currency.getInstance("USD");

    public static Money dollars(long cents) {
        return new Money(cents, US_DOLLAR);
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, same(other).minorUnits), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minorUnits, same(other).minorUnits), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minorUnits), currency);
    }

    public boolean isPositive() {
        return minorUnits > 0;
    }

    /// Equal parts that add up to this amount exactly; the first parts carry the odd minor units.
    ///
    /// @throws IllegalArgumentException when `parts` is below one or the amount is negative
    public List<Money> split(int parts) {
        if (parts < 1 || minorUnits < 0) {
            throw new IllegalArgumentException("cannot split into " + parts + " parts");
        }
        long share = minorUnits / parts;
        long odd = minorUnits % parts;
        List<Money> shares = new ArrayList<>(parts);
        for (int i = 0; i < parts; i++) {
            shares.add(new Money(i < odd ? share + 1 : share, currency));
        }
        return List.copyOf(shares);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, same(other).minorUnits);
    }

    /// Balances do not belong in logs, so this prints the currency alone; screens format amounts
    /// themselves.
    @Override
    public String toString() {
        return currency.getCurrencyCode() + " •••";
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "currencies differ: " + currency + " and " + other.currency);
        }
        return other;
    }
}
