package org.rightparty.dialer.simulation;

import org.rightparty.dialer.pacing.Pace;
import org.rightparty.dialer.pacing.PredictivePace;
import org.rightparty.dialer.pacing.ProgressivePace;
import org.rightparty.dialer.simulation.rivals.RatioPace;
import org.rightparty.dialer.simulation.rivals.VicidialLevel;
import org.rightparty.dialer.simulation.rivals.VicidialLevel.Method;
import org.rightparty.dialer.simulation.rivals.VicidialPace;
import org.rightparty.dialer.simulation.rivals.VicidialPace.Counting;
import org.rightparty.vocabulary.Aim;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Rate;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

/// Policies by the names that are given on the command line.
public final class Policies {
    public static final String KNOWN =
            "rightparty, rightparty-aim:rate:PER_CENT|wait:SECONDS|never,"
                    + " rightparty-without:numbers|agents|stages, progressive, ratio:LINES, and"
                    + " vicidial-average, vicidial-hard or"
                    + " vicidial-tapered[:MAXIMUM[:INTENSITY[:TARGET[:INITIAL[:avail]]]]]";

    private static final double MAXIMUM = 3;
    private static final double INITIAL = 1;
    private static final int LATEST = 2_100;
    private static final double PER_CENT = 100;
    private static final double WAIT_MAX = 3_600;

    private Policies() {}

    /// @throws IllegalArgumentException naming what is wrong and what there is
    public static Policy of(String name) {
        String[] parts = name.toLowerCase(Locale.ROOT).split(":", -1);
        return switch (parts[0]) {
            case "rightparty" -> ours(name, Aim.MAXIMISE_TALK);
            case "rightparty-aim" -> ours(name, aim(name, parts));
            case "rightparty-without" -> {
                BlindPace.To to = blind(name, parts);
                yield predictive(name, true, _ -> new BlindPace(to));
            }
            case "progressive" ->
                    new Policy(
                            name,
                            Mode.PROGRESSIVE,
                            Aim.MAXIMISE_TALK,
                            true,
                            _ -> new ProgressivePace());
            case "ratio" -> {
                double ratio = number(name, parts, 1, 1);
                yield predictive(name, false, _ -> new RatioPace(ratio));
            }
            case "vicidial-average" -> vicidial(name, Method.AVERAGE, parts);
            case "vicidial-hard" -> vicidial(name, Method.HARD, parts);
            case "vicidial-tapered" -> vicidial(name, Method.TAPERED, parts);
            default -> throw unknown(name);
        };
    }

    private static Policy ours(String name, Aim aim) {
        return new Policy(name, Mode.PREDICTIVE, aim, true, _ -> new PredictivePace());
    }

    private static Policy predictive(
            String name, boolean guarded, Function<Scenario, Pace> making) {
        return new Policy(name, Mode.PREDICTIVE, Aim.MAXIMISE_TALK, guarded, making);
    }

    private static Aim aim(String name, String[] parts) {
        double figure = number(name, parts, 2, Double.NaN);
        String kind = parts.length > 1 ? parts[1] : "";
        if (kind.equals("never") && parts.length == 2) {
            return new Aim.NeverAbandon();
        } else if (kind.equals("rate") && figure > 0 && figure <= PER_CENT) {
            return new Aim.MaximiseTalk(new Rate(figure / PER_CENT));
        } else if (kind.equals("wait") && figure > 0 && figure <= WAIT_MAX) {
            return new Aim.TargetWait(Duration.ofMillis(Math.round(1_000 * figure)));
        } else {
            throw unknown(name);
        }
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
        return predictive(
                name,
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
