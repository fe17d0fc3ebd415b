package org.rightparty.dialer.simulation;

import org.rightparty.dialer.pacing.Pace;
import org.rightparty.dialer.pacing.PredictivePace;
import org.rightparty.dialer.pacing.ProgressivePace;
import org.rightparty.dialer.simulation.rivals.RatioPace;
import org.rightparty.dialer.simulation.rivals.VicidialLevel.Method;
import org.rightparty.dialer.simulation.rivals.VicidialPace;
import org.rightparty.dialer.simulation.rivals.VicidialSettings;
import org.rightparty.vocabulary.Aim;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Rate;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Policies by the names that are given on the command line.
public final class Policies {
    public static final String KNOWN =
            "rightparty, rightparty-aim:rate:PER_CENT|wait:SECONDS|never,"
                    + " rightparty-without:numbers|agents|stages|parts, progressive,"
                    + " ratio:LINES, and vicidial-average, vicidial-hard or vicidial-tapered"
                    + VicidialSettings.WRITTEN;

    private static final double PER_CENT = 100;
    private static final double WAIT_MAX = 3_600;
    private static final double LINES_MAX = 100;

    private Policies() {}

    /// @throws IllegalArgumentException naming what is wrong and what there is
    public static Policy of(String name) {
        List<String> parts = Arrays.asList(name.toLowerCase(Locale.ROOT).split(":", -1));
        List<String> more = parts.subList(1, parts.size());
        return switch (parts.getFirst()) {
            case "rightparty" -> ours(alone(name, more), Aim.MAXIMISE_TALK);
            case "rightparty-aim" -> ours(name, aim(name, more));
            case "rightparty-without" -> {
                BlindPace.To to = blind(name, more);
                yield predictive(name, true, _ -> new BlindPace(to));
            }
            case "progressive" ->
                    new Policy(
                            alone(name, more),
                            Mode.PROGRESSIVE,
                            Aim.MAXIMISE_TALK,
                            true,
                            _ -> new ProgressivePace());
            case "ratio" -> {
                double ratio = figure(name, more, 0, LINES_MAX);
                alone(name, more.subList(1, more.size()));
                yield predictive(name, false, _ -> new RatioPace(ratio));
            }
            case "vicidial-average" -> vicidial(name, Method.AVERAGE, more);
            case "vicidial-hard" -> vicidial(name, Method.HARD, more);
            case "vicidial-tapered" -> vicidial(name, Method.TAPERED, more);
            default -> throw unknown(name, "");
        };
    }

    private static Policy ours(String name, Aim aim) {
        return new Policy(name, Mode.PREDICTIVE, aim, true, _ -> new PredictivePace());
    }

    private static Policy predictive(
            String name, boolean guarded, Function<Scenario, Pace> making) {
        return new Policy(name, Mode.PREDICTIVE, Aim.MAXIMISE_TALK, guarded, making);
    }

    /// @return the name, when nothing more stands behind it
    private static String alone(String name, List<String> more) {
        if (!more.isEmpty()) {
            throw unknown(name, "nothing may stand behind it, so not ':" + more.getFirst() + "'");
        }
        return name;
    }

    private static Aim aim(String name, List<String> more) {
        List<String> figure = more.subList(Math.min(1, more.size()), more.size());
        Aim aim =
                switch (more.isEmpty() ? "" : more.getFirst()) {
                    case "never" -> new Aim.NeverAbandon();
                    case "rate" ->
                            new Aim.MaximiseTalk(
                                    new Rate(figure(name, figure, 0, PER_CENT) / PER_CENT));
                    case "wait" ->
                            new Aim.TargetWait(
                                    Duration.ofMillis(
                                            Math.round(1_000 * figure(name, figure, 0, WAIT_MAX))));
                    default -> throw unknown(name, "the aim is rate, wait or never");
                };
        alone(name, aim instanceof Aim.NeverAbandon ? figure : figure.subList(1, figure.size()));
        return aim;
    }

    private static BlindPace.To blind(String name, List<String> more) {
        BlindPace.To to =
                switch (more.isEmpty() ? "" : more.getFirst()) {
                    case "numbers" -> BlindPace.To.NUMBERS;
                    case "agents" -> BlindPace.To.AGENTS;
                    case "stages" -> BlindPace.To.STAGES;
                    case "parts" -> BlindPace.To.PARTS;
                    default ->
                            throw unknown(
                                    name, "it can be without numbers, agents, stages or parts");
                };
        alone(name, more.subList(1, more.size()));
        return to;
    }

    private static Policy vicidial(String name, Method method, List<String> more) {
        VicidialSettings settings = settings(name, more);
        return predictive(
                name,
                false,
                scenario ->
                        new VicidialPace(
                                method,
                                settings,
                                PER_CENT * scenario.compliance().maxAbandonRate()));
    }

    private static VicidialSettings settings(String name, List<String> more) {
        try {
            return VicidialSettings.read(more);
        } catch (IllegalArgumentException wrong) {
            throw unknown(name, String.valueOf(wrong.getMessage()));
        }
    }

    /// The first of these as a number above `least`.
    private static double figure(String name, List<String> parts, double least, double most) {
        String written = parts.isEmpty() ? "" : parts.getFirst();
        boolean plain = written.matches("[0-9]+([.][0-9]+)?");
        double value = plain ? Double.parseDouble(written) : Double.NaN;
        if (value > least && value <= most) {
            return value;
        }
        String range = String.format(Locale.ROOT, "above %.0f, up to %.0f", least, most);
        throw unknown(name, "it needs a number " + range);
    }

    private static IllegalArgumentException unknown(String name, String why) {
        return new IllegalArgumentException(
                "there is no policy "
                        + name
                        + (why.isEmpty() ? "" : ": " + why)
                        + "; choose one of "
                        + KNOWN);
    }
}
