package org.rightparty.dialer.pacing;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Why a pace dials as many as it does.
///
/// @param ready agents free now
/// @param freeSoon agents expected to come free within [#SOON_SECONDS]
/// @param waiting people who wait for an agent
/// @param inFlight calls on their way, those ordered included
/// @param answersComing people expected to answer of the calls in flight
/// @param answerChance chance that the next call is answered by a person
/// @param budget abandonments that the ceiling still allows in the window; negative when passed
/// @param price the highest chance of abandonment at which one more call is worth it
/// @param risk the chance of abandonment of the last call placed, or of the first left out
/// @param guard what held the pace back
public record Reasons(
        int ready,
        double freeSoon,
        int waiting,
        int inFlight,
        double answersComing,
        double answerChance,
        double budget,
        double price,
        double risk,
        Guard guard) {
    /// How far `freeSoon` looks ahead.
    public static final int SOON_SECONDS = 10;

    /// The reasons of a mode that predicts nothing.
    public static Reasons plain(Floor floor, Guard guard) {
        Floor.Window w = floor.window();
        return new Reasons(
                floor.ready(),
                0,
                floor.waiting(),
                floor.dials().size() + floor.ordered(),
                0,
                0,
                w.limit() * w.answered() - w.abandoned(),
                0,
                0,
                guard);
    }

    /// For the supervisor's table and the log.
    public String sentence() {
        return guard == Guard.MODE ? plainSentence() : fullSentence();
    }

    private String plainSentence() {
        return number(ready, "agent") + " ready, " + number(inFlight, "call") + " on the way.";
    }

    private String fullSentence() {
        return String.format(
                Locale.ROOT,
                "%d free now, %.1f more within %d s; %s on the way, %.1f answers expected; "
                        + "one more call would find no agent %.1f times in 100, up to %.1f is "
                        + "worth it; %s.",
                ready,
                freeSoon,
                SOON_SECONDS,
                number(inFlight, "call"),
                answersComing,
                100 * risk,
                100 * price,
                guard.words());
    }

    private static String number(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /// Each figure by its name, in the order in which a table shows them.
    public Map<String, String> table() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("free now", Integer.toString(ready));
        rows.put("people waiting", Integer.toString(waiting));
        rows.put("calls on the way", Integer.toString(inFlight));
        rows.put("abandonments left", figure("%.1f", budget));
        if (guard != Guard.MODE) {
            predicted(rows);
        }
        return rows;
    }

    private void predicted(Map<String, String> rows) {
        rows.put("free within " + SOON_SECONDS + " s", figure("%.1f", freeSoon));
        rows.put("answers expected", figure("%.1f", answersComing));
        rows.put("answer chance", figure("%.1f %%", 100 * answerChance));
        rows.put("risk of one more", figure("%.1f %%", 100 * risk));
        rows.put("risk worth it", figure("%.1f %%", 100 * price));
        rows.put("guard", guard.words());
    }

    private static String figure(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
