package org.rightparty.compliance.vectors;

import org.rightparty.compliance.rules.Place;
import org.rightparty.compliance.rules.Voice;
import org.rightparty.vocabulary.Mode;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;

/// The words of the files, and ours for them.
final class Words {
    /// Classes of line that nothing protects.
    private static final Set<String> ORDINARY =
            Set.of("ORDINARY", "NORMAL", "STANDARD", "RESIDENTIAL", "BUSINESS", "NONE");

    private Words() {}

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
                    "MINOR" ->
                    status;
            default -> throw new IllegalArgumentException("not a status: " + status);
        };
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
