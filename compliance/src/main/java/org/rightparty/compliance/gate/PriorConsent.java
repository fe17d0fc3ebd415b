package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.ContactKind;
import org.rightparty.compliance.rules.Excuse;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.DialPath;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

/// Direct prior consent to calls beyond the frequency limits (12 CFR 1006.14(b)(3)(i)).
///
/// It covers a call when all of these hold: it was given directly to us, for this debt; it has not
/// ended or been taken back; fewer than seven calendar days have passed, its own day being the
/// first; the day is one of those it names; no conversation about the debt has followed it (comment
/// 14(b)(3)(i)-3). A request to be called back covers one call, at or after its hour (comment -2).
final class PriorConsent {
    private static final int DAYS = 7;

    private PriorConsent() {}

    private static boolean known(Rule rule) {
        return rule.excuses().contains(Excuse.PRIOR_CONSENT)
                || rule.excuses().contains(Excuse.CONSUMER_REQUESTED_CALLBACK);
    }

    /// Whether a call placed now is covered.
    static boolean coversNow(Case call, Rule rule, Set<AccountId> debts, Instant at) {
        boolean callback = call.request().path() == DialPath.CALLBACK;
        return known(rule)
                && call.facts().consents().stream()
                        .filter(consent -> answers(consent, rule))
                        .anyMatch(consent ->
                                covers(consent, call, debts, at, call.zones(at))
                                        && fits(consent, callback, call, at));
    }

    /// Whether a call of the past was covered when it was placed.
    static boolean coversPast(
            ContactEvent event, Case call, Rule rule, Set<AccountId> debts, Set<ZoneId> zones) {
        return known(rule)
                && event.kind() == ContactKind.CALL_PLACED
                && call.facts().consents().stream()
                        .filter(consent -> answers(consent, rule))
                        .anyMatch(consent ->
                                covers(consent, call, debts, event.at(), zones)
                                        && fits(consent, event.callback(), call, event.at()));
    }

    private static boolean answers(Consent consent, Rule rule) {
        return consent.callbackAt().isPresent() || rule.excuses().contains(Excuse.PRIOR_CONSENT);
    }

    private static boolean covers(
            Consent consent, Case call, Set<AccountId> debts, Instant at, Set<ZoneId> zones) {
        return consent.kind().equals(Consent.EXTRA_CALLS)
                && consent.direct()
                && consent.stands(at)
                && consent.account().filter(account -> !debts.contains(account)).isEmpty()
                && inTime(consent, at, zones)
                && !conversedSince(consent, call, debts, at);
    }

    private static boolean inTime(Consent consent, Instant at, Set<ZoneId> zones) {
        return (zones.isEmpty() ? Set.<ZoneId>of(ZoneOffset.UTC) : zones)
                .stream()
                        .allMatch(zone -> {
                            LocalDate given = LocalDate.ofInstant(consent.givenAt(), zone);
                            LocalDate day = LocalDate.ofInstant(at, zone);
                            return day.isBefore(given.plusDays(DAYS))
                                    && (consent.onlyOn().isEmpty()
                                            || consent.onlyOn().contains(day));
                        });
    }

    private static boolean conversedSince(
            Consent consent, Case call, Set<AccountId> debts, Instant at) {
        return call.facts().history().stream()
                .filter(event -> event.conversation() && event.about(debts))
                .anyMatch(event ->
                        event.conversedAt().isAfter(consent.givenAt())
                                && event.conversedAt().isBefore(at)
                                && event.at().isBefore(at));
    }

    private static boolean fits(Consent consent, boolean callback, Case call, Instant at) {
        return consent.callbackAt()
                .map(due -> callback && !at.isBefore(due) && !spent(due, call, at))
                .orElse(true);
    }

    /// An earlier callback since the hour that was asked for has used the request up, unless it was
    /// proven not to have connected.
    private static boolean spent(Instant due, Case call, Instant at) {
        return call.facts().history().stream()
                .filter(event -> event.callback() && !event.at().isBefore(due))
                .filter(event -> event.at().isBefore(at))
                .anyMatch(event ->
                        switch (event.result()) {
                            case BUSY, NOT_IN_SERVICE, NETWORK_BLOCKED, NEVER_PLACED -> false;
                            case RING_NO_ANSWER,
                                    VOICEMAIL_NO_MESSAGE,
                                    VOICEMAIL_LEFT,
                                    ANSWERED_DROPPED,
                                    ABANDONED,
                                    ANSWERED_THIRD_PARTY,
                                    CONVERSATION,
                                    IN_PROGRESS,
                                    UNKNOWN,
                                    SENT ->
                                    true;
                        });
    }
}
