package org.rightparty.compliance.vectors;

import org.rightparty.compliance.gate.Consent;
import org.rightparty.compliance.rules.Excuse;
import org.rightparty.compliance.rules.Place;
import org.rightparty.compliance.rules.Voice;
import org.rightparty.vocabulary.Mode;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The words of the files, and ours for them.
final class Words {
    /// Classes of line that nothing protects.
    private static final Set<String> ORDINARY =
            Set.of("ORDINARY", "NORMAL", "STANDARD", "RESIDENTIAL", "BUSINESS", "NONE");

    /// Fields of a test that say nothing to the engine.
    static final String[] FOR_READERS = {
        "note", "notes", "comment", "citation", "source", "family", "tags", "provenance"
    };

    /// What a setting is about that names the shortest time between two calls.
    private static final Set<String> APART = Set.of("gap", "between", "apart", "spacing");

    private static final Map<String, Integer> SECONDS =
            Map.of(
                    "s", 1, "sec", 1, "seconds", 1, "min", 60, "minutes", 60, "h", 3_600, "hours",
                    3_600);

    /// Names of the most calls in a day.
    static final List<String> CALLS_A_DAY =
            List.of("daily_cap", "max_per_day", "max_calls_per_day");

    private Words() {}

    /// The unit of a setting that names the shortest time between two calls, in seconds:
    /// `min_gap_minutes`, `min_seconds_between_calls`. Empty for other settings. The word that a
    /// name begins with is no unit but its `min`.
    static Optional<Integer> apart(String setting) {
        List<String> words = List.of(setting.split("_", -1));
        return words.stream().noneMatch(APART::contains)
                ? Optional.empty()
                : words.stream().skip(1).map(SECONDS::get).filter(Objects::nonNull).findFirst();
    }

    static Place place(String word) {
        return switch (word) {
            case "RESIDENCE", "HOME" -> Place.HOME;
            case "PERSONAL", "MOBILE" -> Place.MOBILE;
            default -> Place.valueOf(word);
        };
    }

    static DayOfWeek weekday(String word) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().substring(0, 3).equals(word)) {
                return day;
            }
        }
        throw new IllegalArgumentException("not a weekday: " + word);
    }

    /// A machine that speaks is dialed by a machine.
    static Mode mode(String word) {
        return switch (word) {
            case "AGENT_PREVIEW" -> Mode.PREVIEW;
            case "AGENT_MANUAL" -> Mode.MANUAL;
            case "AGENT_PROGRESSIVE" -> Mode.PROGRESSIVE;
            case "AGENT_PREDICTIVE", "PRERECORDED", "AI_VOICE" -> Mode.PREDICTIVE;
            default -> throw new IllegalArgumentException("not a mode: " + word);
        };
    }

    static Voice voice(String mode) {
        return switch (mode) {
            case "PRERECORDED" -> Voice.PRERECORDED;
            case "AI_VOICE" -> Voice.ARTIFICIAL;
            default -> Voice.LIVE;
        };
    }

    /// The holds that a status stands for.
    static String hold(String status) {
        return switch (status) {
            case "CEASE_WRITTEN", "CEASE" -> "CEASE";
            case "DISPUTE_PENDING", "DISPUTE" -> "DISPUTE";
            case "NUMBER_OPT_OUT", "DO_NOT_CALL_NUMBER" -> "DO_NOT_CALL_NUMBER";
            case "LITIGANT", "LITIGATION" -> "LITIGATION";
            case "SCRA_REVIEW", "SCRA" -> "SCRA";
            case "ATTORNEY",
                    "BANKRUPTCY",
                    "DECEASED",
                    "OC_REQUEST",
                    "PAID",
                    "SETTLED",
                    "IDENTITY_THEFT",
                    "MEDIUM_OPT_OUT",
                    "EMPLOYER_PROHIBITS",
                    "WRONG_NUMBER",
                    "LEGAL_HOLD",
                    "BEREAVEMENT",
                    "INCARCERATED",
                    "COMPLAINT",
                    "CLIENT",
                    "HARDSHIP",
                    "INSURANCE",
                    "DISASTER",
                    "OTHER",
                    "RECALLED",
                    "CLOSED",
                    "MINOR" ->
                    status;
            default -> throw new IllegalArgumentException("not a status: " + status);
        };
    }

    /// What is known of a number.
    static String usable(String word) {
        return switch (word) {
            case "UNVERIFIED",
                    "VERIFIED",
                    "WRONG",
                    "DISCONNECTED",
                    "DO_NOT_CALL",
                    "REASSIGNED",
                    "ATTORNEY",
                    "NO_SUCH_AREA",
                    "DNC_REGISTRY" ->
                    word;
            default -> throw new IllegalArgumentException("nothing known of numbers: " + word);
        };
    }

    /// Who gave a number.
    static String source(String word) {
        return switch (word) {
            case "CREDITOR", "CLIENT" -> "CLIENT";
            case "CONSUMER_DIRECT", "CONSUMER" -> "CONSUMER";
            case "SKIPTRACE", "SKIP_VENDOR" -> "SKIP_VENDOR";
            case "CAPTURED", "INBOUND" -> "INBOUND";
            case "THIRD_PARTY" -> word;
            default -> throw new IllegalArgumentException("nobody who gives numbers: " + word);
        };
    }

    /// What may be consented to.
    static String consent(String kind) {
        return switch (kind) {
            case "TIME_CONSENT", "TIME" -> Consent.TIME;
            case Consent.EXTRA_CALLS,
                    Consent.RECORDED_VOICE,
                    "TEXT",
                    "EMAIL",
                    "RECORDING",
                    "THIRD_PARTY",
                    "FTSA_WRITTEN" ->
                    kind;
            default -> throw new IllegalArgumentException("not a consent: " + kind);
        };
    }

    /// Whether a consent came from the consumer herself.
    static boolean direct(String source) {
        return switch (source) {
            case "CONSUMER_DIRECT", "CONSUMER" -> true;
            case "CREDITOR", "CLIENT", "PRIOR_COLLECTOR", "THIRD_PARTY", "SKIPTRACE" -> false;
            default -> throw new IllegalArgumentException("not a source: " + source);
        };
    }

    /// A circumstance of the whole call. Consent to an hour is none: it has hours.
    static Excuse excuse(String word) {
        Excuse excuse = Excuse.valueOf(word);
        if (excuse == Excuse.TIME_CONSENT) {
            throw new IllegalArgumentException("a consent with its hours");
        }
        return excuse;
    }

    /// What protects a line, by its class: a class that is not known to be ordinary does.
    static String protection(String lineClass) {
        if (lineClass.isEmpty() || ORDINARY.contains(lineClass)) {
            return "";
        }
        return List.of("HOSPITAL", "PATIENT", "HEALTH").stream().anyMatch(lineClass::contains)
                ? "PATIENT_ROOM"
                : "EMERGENCY";
    }
}
