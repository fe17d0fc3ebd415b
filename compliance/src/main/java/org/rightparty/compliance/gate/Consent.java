package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Span;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// A consent that was given, with its own end or the instant at which it was taken back.
///
/// @param kind what was consented to, `EXTRA_CALLS`
/// @param direct given to us by the consumer, not passed on by the creditor
/// @param account the debt it is for; empty for all
/// @param phone the number it is for; empty for all
/// @param endsAt when it ends; empty when it does not by itself
/// @param onlyOn the local dates it is for; empty for any
/// @param daily the hours of a day it allows; empty unless it is about hours
/// @param callbackAt for one call only, not before this instant: the consumer asked to be called
///     (comment 14(b)(3)(i)-2); empty for a consent that is not a callback
public record Consent(
        String kind,
        boolean direct,
        Optional<AccountId> account,
        Optional<PhoneId> phone,
        Instant givenAt,
        Optional<Instant> endsAt,
        Set<LocalDate> onlyOn,
        Optional<Span> daily,
        Optional<Instant> callbackAt) {
    public static final String EXTRA_CALLS = "EXTRA_CALLS";
    public static final String TIME = "TIME";
    public static final String RECORDED_VOICE = "TCPA_PRIOR_EXPRESS";

    public Consent {
        onlyOn = Set.copyOf(onlyOn);
    }

    public boolean stands(Instant at) {
        return !at.isBefore(givenAt) && endsAt.filter(end -> !at.isBefore(end)).isEmpty();
    }

    /// Whether it is for this debt and this number.
    public boolean covers(DialFacts facts) {
        return phone.filter(other -> !other.equals(facts.phone().id())).isEmpty()
                && account.filter(other -> !facts.debt().frequencyGroup().contains(other))
                        .isEmpty();
    }
}
