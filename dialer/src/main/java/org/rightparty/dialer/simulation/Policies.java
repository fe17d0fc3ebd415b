package org.rightparty.dialer.simulation;

import org.rightparty.dialer.pacing.PredictivePace;
import org.rightparty.dialer.pacing.ProgressivePace;
import org.rightparty.dialer.simulation.rivals.RatioPace;
import org.rightparty.dialer.simulation.rivals.VicidialLevel;
import org.rightparty.dialer.simulation.rivals.VicidialLevel.Method;
import org.rightparty.dialer.simulation.rivals.VicidialPace;
import org.rightparty.dialer.simulation.rivals.VicidialPace.Counting;
import org.rightparty.vocabulary.Mode;

import java.util.Locale;

/// Policies by the names that are given on the command line.
public final class Policies {
    public static final String KNOWN =
            "rightparty, rightparty-without:numbers|agents|stages, progressive, ratio:LINES, and"
                    + " vicidial-average, vicidial-hard or"
                    + " vicidial-tapered[:MAXIMUM[:INTENSITY[:TARGET[:INITIAL[:avail]]]]]";

    private static final double MAXIMUM = 3;
    private static final double INITIAL = 1;
    private static final int LATEST = 2_100;

    private Policies() {}

    /// @throws IllegalArgumentException naming what is wrong and what there is
    public static Policy of(String name) {
        String[] parts = name.toLowerCase(Locale.ROOT).split(":", -1);
        return switch (parts[0]) {
            case "rightparty" -> new Policy(name, Mode.PREDICTIVE, true, _ -> new PredictivePace());
            case "rightparty-without" -> {
                BlindPace.To to = blind(name, parts);
                yield new Policy(name, Mode.PREDICTIVE, true, _ -> new BlindPace(to));
            }
            case "progressive" ->
                    new Policy(name, Mode.PROGRESSIVE, true, _ -> new ProgressivePace());
            case "ratio" -> {
                double ratio = number(name, parts, 1, 1);
                yield new Policy(name, Mode.PREDICTIVE, false, _ -> new RatioPace(ratio));
            }
            case "vicidial-average" -> vicidial(name, Method.AVERAGE, parts);
            case "vicidial-hard" -> vicidial(name, Method.HARD, parts);
            case "vicidial-tapered" -> vicidial(name, Method.TAPERED, parts);
            default -> throw unknown(name);
        };
    }

    private static BlindPace.To blind(String name, String[] parts) {
        return switch (parts.length == 2 ? parts[1] : "") {
            case "numbers" -> BlindPace.To.NUMBERS;
            case "agents" -> BlindPace.To.AGENTS;
            case "stages" -> BlindPace.To.STAGES;
            default -> throw unknown(name);
        };
    }

    private static Policy vicidial(String name, Method method, String[] parts) {
        boolean available = parts.length > 5 && parts[5].equals("avail");
        if (parts.length > 6 || (parts.length > 5 && !available)) {
            throw unknown(name);
        }
        double maximum = number(name, parts, 1, MAXIMUM);
        double intensity = number(name, parts, 2, 0);
        double target = number(name, parts, 3, 0);
        double initial = number(name, parts, 4, INITIAL);
        Counting counting = available ? Counting.AVAILABLE_ONLY : Counting.READY_AND_TALKING;
        return new Policy(
                name,
                Mode.PREDICTIVE,
                false,
                scenario ->
                        new VicidialPace(
                                new VicidialLevel(
                                        method,
                                        maximum,
                                        intensity,
                                        target,
                                        100 * scenario.compliance().maxAbandonRate(),
                                        LATEST),
                                initial,
                                counting));
    }

    private static double number(String name, String[] parts, int place, double otherwise) {
        try {
            return parts.length > place ? Double.parseDouble(parts[place]) : otherwise;
        } catch (NumberFormatException wrong) {
            throw unknown(name);
        }
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException(
                "there is no policy " + name + "; choose one of " + KNOWN);
    }
}
