package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Terms;

/// What would have to change for a row that refuses to let the call pass.
final class Remedy {
    private Remedy() {}

    static String of(Case call, Rule rule, Finding finding) {
        return switch (rule.terms()) {
            case Terms.StatusBlock terms -> standing(call, terms);
            case Terms.NumberCheck _ ->
                    "Call another number, or correct what is known of this one (now "
                            + InWords.of(call.facts().phone().usable())
                            + ").";
            case Terms.ConsentRequired terms ->
                    "Record the consumer's consent ("
                            + InWords.of(terms.consent())
                            + ") for this number, call another number, or call in another mode.";
            case Terms.LocationKnown _ -> "Record where the consumer is: an address or her word.";
            case Terms.OneLiveAttempt _ -> "The call that is up must end.";
            case Terms.Preference terms ->
                    switch (terms.subject()) {
                        case TIME -> waiting(finding, "or the consumer takes her wish back");
                        case PLACE ->
                                "Call a number at another place, or the consumer takes her wish"
                                        + " back.";
                    };
            case Terms.ContactHours _, Terms.EndGuard _ -> waiting(finding, "");
            case Terms.LifetimeCap _ -> "The person asks to be contacted again.";
            case Terms.WaitAfterNotice _ ->
                    finding.clearsAt().isPresent()
                            ? "Wait until the instant given."
                            : "Send the written notice and record it.";
            case Terms.Licence _ -> "Obtain and record a licence for the place.";
            case Terms.Abandonment _, Terms.Recording _, Terms.Obligation _ ->
                    "Nothing: such a row refuses no call.";
            case Terms.Cooldown _, Terms.FrequencyCap _ ->
                    waiting(finding, "or the consumer asks for the call");
        };
    }

    private static String waiting(Finding finding, String otherwise) {
        String wait =
                finding.clearsAt().isPresent()
                        ? "Wait until the instant given"
                        : "Waiting does not help";
        return otherwise.isEmpty() ? wait + "." : wait + ", " + otherwise + ".";
    }

    private static String standing(Case call, Terms.StatusBlock terms) {
        String holds =
                InWords.of(
                        call.facts().holds().stream()
                                .map(DialFacts.Hold::code)
                                .filter(terms.codes()::contains)
                                .distinct()
                                .toList());
        if (!holds.isEmpty()) {
            return "An officer lifts the hold (" + holds + "), with evidence.";
        }
        return terms.codes().contains(call.facts().debt().workState())
                ? "The account is no longer " + InWords.of(call.facts().debt().workState()) + "."
                : "What is known of the person is corrected, with evidence.";
    }
}
