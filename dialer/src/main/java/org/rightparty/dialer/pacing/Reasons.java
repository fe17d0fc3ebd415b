package org.rightparty.dialer.pacing;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Why a pace dials as many as it does.
///
/// @param working agents who take calls: free, or on a call or its wrap-up
/// @param ready agents free now
/// @param freeSoon agents expected to come free within [#SOON_SECONDS]
/// @param waiting people who wait for an agent
/// @param inFlight calls on their way, those ordered included
/// @param answersComing people expected to answer of the calls in flight
/// @param answerChance chance that the next call is answered by a person
/// @param budget abandonments until the guard at the ceiling dials one to one; below 1 it does
/// @param price the highest chance of abandonment at which one more call is worth it
/// @param risk the chance of abandonment of the last call placed, or of the first left out
/// @param guard what held the pace back
public record Reasons(
        int working,
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

    private static final String WITHIN = " within " + SOON_SECONDS + " s";

    /// Less than this would be written as none.
    private static final double WORTH_SAYING = 0.05;

    /// The reasons of a mode that predicts nothing.
    public static Reasons plain(Floor floor, Guard guard) {
        return new Reasons(
                floor.working(),
                floor.ready(),
                0,
                floor.waiting(),
                floor.dials().size() + floor.ordered(),
                0,
                0,
                floor.left(),
                0,
                0,
                guard);
    }

    /// For the supervisor's page and the log: agents, calls, and what follows from them.
    public String sentence() {
        if (working == 0 && waiting == 0 && inFlight == 0) {
            return "No agent takes calls now, so none is placed.";
        } else if (guard == Guard.MODE) {
            return number(ready, "agent") + " ready, " + number(inFlight, "call") + " on the way.";
        } else {
            return agents() + " " + calls() + " " + follows();
        }
    }

    private String agents() {
        boolean soon = freeSoon >= WORTH_SAYING;
        if (ready > 0) {
            String more = figure("; about %.1f more will be" + WITHIN, freeSoon);
            return number(ready, "agent")
                    + (ready == 1 ? " is" : " are")
                    + " free now"
                    + (soon ? more : "")
                    + ".";
        } else {
            String some = figure("; about %.1f will be" + WITHIN, freeSoon);
            return "No agent is free now" + (soon ? some : " or" + WITHIN) + ".";
        }
    }

    private String calls() {
        return inFlight == 0
                ? "No call is on the way."
                : number(inFlight, "call")
                        + (inFlight == 1 ? " is" : " are")
                        + " on the way; "
                        + figure("about %.1f will be answered.", answersComing);
    }

    private String follows() {
        if (guard != Guard.NONE) {
            String words = guard.words();
            return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
        } else {
            String none = figure("would find no agent %.1f times in 100", 100 * risk);
            String most = figure("up to %.1f is accepted", 100 * price);
            String so = risk <= price ? "so it is dialed." : "so it is not dialed yet.";
            return "Whoever answers one more call " + none + "; " + most + ", " + so;
        }
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
        rows.put("abandonments left", figure("%.0f", Math.floor(Math.max(0, budget))));
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
