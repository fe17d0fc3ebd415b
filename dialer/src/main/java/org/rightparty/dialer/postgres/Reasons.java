package org.rightparty.dialer.postgres;

import org.rightparty.console.office.Funnel;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Why an account is not dialed now, in precedence:
///
/// 1. its state, then that nothing is owed;
/// 2. no number, or not looked at yet;
/// 3. another account of the person comes first;
/// 4. parked: by a hold, its numbers, or a refusal of the gate that does not end by itself;
/// 5. waiting: for the end of a call, an appointment, the next try, a refusal that ends;
/// 6. outside calling hours.
final class Reasons {
    static final List<String> WORKED = List.of("ACTIVE", "PROMISE", "PLAN");
    static final String STATE = "STATE_";
    static final String NOTHING_OWED = "NOTHING_OWED";
    static final String NO_NUMBER_ON_FILE = "NO_NUMBER_ON_FILE";
    static final String BEING_CHOSEN = "BEING_CHOSEN";
    static final String ANOTHER_ACCOUNT = "ANOTHER_ACCOUNT";
    static final String WAIT = "WAIT_";
    static final String OUTSIDE_HOURS = "OUTSIDE_HOURS";
    static final String DUE = "DUE";

    private static final List<String> IN_ORDER =
            List.of(
                    STATE,
                    NOTHING_OWED,
                    NO_NUMBER_ON_FILE,
                    BEING_CHOSEN,
                    ANOTHER_ACCOUNT,
                    "HOLD_",
                    "NO_NUMBER",
                    "NUMBERS_HELD",
                    Claim.GATE,
                    WAIT + Waits.CALL,
                    WAIT + Waits.PREVIEW,
                    WAIT + Waits.BUSY,
                    WAIT + Waits.CALLBACK,
                    WAIT + Waits.PROMISE,
                    WAIT + Waits.HOLD_ENDS,
                    WAIT + Claim.GATE,
                    WAIT + Waits.RETRY,
                    WAIT,
                    OUTSIDE_HOURS);

    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry(NOTHING_OWED, "Nothing is owed any more"),
                    Map.entry(NO_NUMBER_ON_FILE, "No number on file"),
                    Map.entry(BEING_CHOSEN, "Its facts changed just now and are being looked at"),
                    Map.entry(ANOTHER_ACCOUNT, "Another account of this person comes first"),
                    Map.entry(
                            Claim.GATE + "PREDICTIVE_NEEDS_MESSAGE_CONSENT",
                            "Needs consent on record to be dialed ahead; one to one it may be"
                                    + " called"),
                    Map.entry("NO_NUMBER", "No number that may be used"),
                    Map.entry("NUMBERS_HELD", "Every number is on hold"),
                    Map.entry(WAIT, "Waits"),
                    Map.entry(WAIT + Waits.CALL, "Is being called now, or was a moment ago"),
                    Map.entry(WAIT + Waits.PREVIEW, "On an agent's screen, or was given back"),
                    Map.entry(WAIT + Waits.BUSY, "Somebody else works on it at this moment"),
                    Map.entry(WAIT + Waits.CALLBACK, "A callback at a later time"),
                    Map.entry(WAIT + Waits.PROMISE, "A promise that is not due yet"),
                    Map.entry(WAIT + Waits.HOLD_ENDS, "A hold that ends by itself"),
                    Map.entry(WAIT + Waits.RETRY, "Tried lately: the next try comes later"),
                    Map.entry(OUTSIDE_HOURS, "Outside calling hours where the person may be"));

    private Reasons() {}

    /// In precedence; of one rank, the most frequent first.
    static List<Funnel.Step> steps(Map<String, Long> counted) {
        return counted.entrySet().stream()
                .map(entry ->
                        new Funnel.Step(
                                entry.getKey(),
                                words(entry.getKey()),
                                waits(entry.getKey()),
                                entry.getValue()))
                .sorted(
                        Comparator.comparingInt((Funnel.Step step) -> rank(step.code()))
                                .thenComparing(Funnel.Step::accounts, Comparator.reverseOrder())
                                .thenComparing(Funnel.Step::code))
                .toList();
    }

    private static boolean waits(String code) {
        return code.startsWith(WAIT) || code.equals(OUTSIDE_HOURS);
    }

    private static int rank(String code) {
        for (int rank = 0; rank < IN_ORDER.size(); rank++) {
            String known = IN_ORDER.get(rank);
            if (code.equals(known) || (known.endsWith("_") && code.startsWith(known))) {
                return rank;
            }
        }
        return IN_ORDER.size();
    }

    private static String words(String code) {
        String known = WORDS.get(code);
        if (known != null) {
            return known;
        } else if (code.startsWith(STATE)) {
            return "Account is " + plain(code.substring(STATE.length()));
        } else if (code.startsWith("HOLD_")) {
            return "On hold: " + plain(code.substring("HOLD_".length()));
        } else if (code.startsWith(WAIT + Claim.GATE)) {
            return "The law or the house says later: "
                    + plain(code.substring((WAIT + Claim.GATE).length()));
        } else if (code.startsWith(Claim.GATE)) {
            return "Refused by the gate: " + plain(code.substring(Claim.GATE.length()));
        } else {
            return plain(code);
        }
    }

    private static String plain(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
