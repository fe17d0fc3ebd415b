package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.ContactResult;
import org.rightparty.compliance.rules.Duty;
import org.rightparty.compliance.rules.Terms;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/// What codes mean, for a person who reads an explanation. Decisions and exports keep the codes.
final class InWords {
    private InWords() {}

    /// `PATIENT_ROOM` as `patient room`.
    static String of(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String of(Collection<String> codes) {
        return codes.stream().sorted().map(InWords::of).collect(Collectors.joining(", "));
    }

    static String of(ContactResult result) {
        return switch (result) {
            case BUSY -> "busy";
            case NOT_IN_SERVICE -> "not in service";
            case NETWORK_BLOCKED -> "blocked by the network";
            case RING_NO_ANSWER -> "rang, no answer";
            case VOICEMAIL_NO_MESSAGE -> "machine answered, no message left";
            case VOICEMAIL_LEFT -> "message left on a machine";
            case ANSWERED_DROPPED -> "answered, ended before an agent spoke";
            case ABANDONED -> "abandoned";
            case ANSWERED_THIRD_PARTY -> "somebody else answered";
            case CONVERSATION -> "conversation";
            case IN_PROGRESS -> "under way";
            case UNKNOWN -> "not known how it ended";
            case NEVER_PLACED -> "never placed";
            case SENT -> "sent";
        };
    }

    static String of(Terms.Recording.Consent consent) {
        return switch (consent) {
            case ALL_PARTY -> "everybody on the line must be told, and agree, before it begins";
            case ONE_PARTY -> "our own consent is enough";
            case REQUIRED -> "conversations must be recorded";
            case FORBIDDEN -> "no conversation may be recorded";
        };
    }

    static String of(Duty due) {
        return switch (due) {
            case BEFORE_CONTENT -> "before anything is said of the debt";
            case BEFORE_RECORDING -> "before, or as the first thing in, a recording";
            case ON_CALL -> "during the call";
            case ON_MESSAGE -> "in any message that is left";
            case WITHIN_5_DAYS -> "within five days of the first communication";
        };
    }
}
