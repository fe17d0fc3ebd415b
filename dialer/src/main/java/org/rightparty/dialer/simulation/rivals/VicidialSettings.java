package org.rightparty.dialer.simulation.rivals;

import org.rightparty.dialer.pacing.Floor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// The settings of a VICIdial campaign that its pacing heeds, with their defaults.
///
/// @param maximum the highest level
/// @param intensity per cent by which a change of the level is stronger
/// @param target agents that are meant to wait: negative for calls that are meant to
/// @param initial the level at the start of the day
/// @param dropped per cent of answered calls that may be dropped; empty for the scenario's ceiling
/// @param latest the clock as a number until which a tapered limit is spread, 2100 for nine in the
///     evening
/// @param placed whether the target also counts when calls are placed
/// @param threshold below so many agents the level is 1; empty for never
public record VicidialSettings(
        double maximum,
        double intensity,
        double target,
        double initial,
        Counting counting,
        OptionalDouble dropped,
        int latest,
        boolean placed,
        Optional<Threshold> threshold) {
    /// How they are written behind a policy's name.
    public static final String WRITTEN =
            "[:MAXIMUM[:INTENSITY[:TARGET[:INITIAL]]]][:avail][:drop=PER_CENT][:latest=HHMM]"
                    + "[:placed][:threshold=logged-in|non-paused|waiting/AGENTS]";

    private static final int NUMBERS = 4;
    private static final int LATEST = 2_100;

    /// Who counts as an agent to dial for.
    public enum Counting {
        AVAILABLE_ONLY,
        READY_AND_TALKING
    }

    /// Whom a threshold counts.
    public enum Of {
        LOGGED_IN,
        NON_PAUSED,
        WAITING
    }

    /// The level is 1 while there are fewer agents of this kind.
    public record Threshold(Of of, int agents) {
        boolean fires(Floor floor) {
            int count =
                    switch (of) {
                        case LOGGED_IN -> floor.agents().size();
                        case NON_PAUSED -> floor.agents().size() - floor.count(Floor.Work.PAUSED);
                        case WAITING -> floor.ready();
                    };
            return count < agents;
        }
    }

    /// What stands behind the name: up to four numbers in this order, then words in any.
    ///
    /// @throws IllegalArgumentException naming the part that is none of these, or out of its range
    public static VicidialSettings read(List<String> parts) {
        int numbers = 0;
        while (numbers < Math.min(NUMBERS, parts.size()) && isNumber(parts.get(numbers))) {
            numbers++;
        }
        VicidialSettings read =
                new VicidialSettings(
                        numbers > 0 ? number(parts.get(0), 1, 1_000) : 3,
                        numbers > 1 ? number(parts.get(1), -100, 100) : 0,
                        numbers > 2 ? number(parts.get(2), -1_000, 1_000) : 0,
                        numbers > 3 ? number(parts.get(3), 1, 1_000) : 1,
                        Counting.READY_AND_TALKING,
                        OptionalDouble.empty(),
                        LATEST,
                        false,
                        Optional.empty());
        for (String word : parts.subList(numbers, parts.size())) {
            read = read.with(word);
        }
        return read;
    }

    private static boolean isNumber(String part) {
        return part.matches("[+-]?[0-9]+([.][0-9]+)?");
    }

    private static double number(String part, double least, double most) {
        if (!isNumber(part)) {
            throw new IllegalArgumentException("'" + part + "' is no number");
        }
        double value = Double.parseDouble(part);
        if (value < least || value > most) {
            String range = String.format(Locale.ROOT, "from %.0f to %.0f", least, most);
            throw new IllegalArgumentException("'" + part + "' is not " + range);
        }
        return value;
    }

    private VicidialSettings with(String word) {
        String value = word.substring(word.indexOf('=') + 1);
        return switch (word.contains("=") ? word.substring(0, word.indexOf('=')) : word) {
            case "avail" -> with(Counting.AVAILABLE_ONLY, dropped, latest, placed, threshold);
            case "placed" -> with(counting, dropped, latest, true, threshold);
            case "drop" -> {
                OptionalDouble most = OptionalDouble.of(number(value, 0, 100));
                yield with(counting, most, latest, placed, threshold);
            }
            case "latest" -> with(counting, dropped, clock(value), placed, threshold);
            case "threshold" ->
                    with(counting, dropped, latest, placed, Optional.of(threshold(value)));
            default -> throw new IllegalArgumentException("'" + word + "' is no setting of it");
        };
    }

    private VicidialSettings with(
            Counting counts,
            OptionalDouble most,
            int until,
            boolean whenPlaced,
            Optional<Threshold> below) {
        return new VicidialSettings(
                maximum, intensity, target, initial, counts, most, until, whenPlaced, below);
    }

    private static int clock(String value) {
        if (!value.matches("([01][0-9]|2[0-4])[0-5][0-9]")) {
            throw new IllegalArgumentException("'" + value + "' is no time as 2100");
        }
        return Integer.parseInt(value);
    }

    private static Threshold threshold(String value) {
        int slash = value.indexOf('/');
        String of = slash < 0 ? value : value.substring(0, slash);
        int agents = (int) number(slash < 0 ? "" : value.substring(slash + 1), 1, 10_000);
        return switch (of) {
            case "logged-in" -> new Threshold(Of.LOGGED_IN, agents);
            case "non-paused" -> new Threshold(Of.NON_PAUSED, agents);
            case "waiting" -> new Threshold(Of.WAITING, agents);
            default -> throw new IllegalArgumentException("'" + of + "' is no kind of agents");
        };
    }
}
