package org.rightparty.dialer.simulation;

import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.simulation.Change.Agents;
import org.rightparty.dialer.simulation.Change.AimAt;
import org.rightparty.dialer.simulation.Change.AnswersAt;
import org.rightparty.dialer.simulation.Change.AnswersTimes;
import org.rightparty.dialer.simulation.Change.Lines;
import org.rightparty.dialer.simulation.Change.Ring;
import org.rightparty.vocabulary.Rate;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Changes as they are written on the command line, and figures as they are told in words.
public final class Written {
    public static final String KNOWN =
            "agents=±N, ring=±SECONDS, lines=±N, answers=HH:MM, answers=±PER_CENT% or"
                    + " aim=PER_CENT%";

    private static final Pattern CHANGE = Pattern.compile("([a-z]+)=(.+)");
    private static final Pattern MORE = Pattern.compile("[+-][0-9]{1,6}");
    private static final Pattern SHARE = Pattern.compile("([+-]?[0-9]{1,3}(?:[.][0-9]{1,3})?)%");
    private static final double PER_CENT = 100;

    private Written() {}

    /// @throws IllegalArgumentException naming what is wrong and what there is
    public static Change change(String text) {
        Matcher parts = CHANGE.matcher(text);
        if (!parts.matches()) {
            throw unknown(text, "write what changes, = and how");
        }
        String how = parts.group(2);
        return switch (parts.group(1)) {
            case "agents" -> new Agents(more(text, how));
            case "ring" -> new Ring(more(text, how));
            case "lines" -> new Lines(more(text, how));
            case "answers" -> how.contains(":") ? answersAt(text, how) : answersTimes(text, how);
            case "aim" -> aim(text, how);
            default -> throw unknown(text, "there is no " + parts.group(1) + " to change");
        };
    }

    private static int more(String text, String how) {
        if (!MORE.matcher(how).matches()) {
            throw unknown(text, "say how many more or fewer, with + or -");
        }
        return Integer.parseInt(how);
    }

    private static Change answersAt(String text, String how) {
        try {
            return new AnswersAt(LocalTime.parse(how));
        } catch (DateTimeParseException wrong) {
            throw unknown(text, how + " is no time of the day, as 18:00 is", wrong);
        }
    }

    private static Change answersTimes(String text, String how) {
        Matcher share = SHARE.matcher(how);
        if (!share.matches() || Character.isDigit(how.charAt(0))) {
            throw unknown(text, "say how many per cent more or fewer, as -20%");
        }
        return new AnswersTimes(1 + Double.parseDouble(share.group(1)) / PER_CENT);
    }

    private static Change aim(String text, String how) {
        Matcher share = SHARE.matcher(how);
        double rate = share.matches() ? Double.parseDouble(share.group(1)) / PER_CENT : 0;
        if (!Character.isDigit(how.charAt(0)) || rate <= 0 || rate > 1) {
            throw unknown(text, "an aim is a share above 0, as 2%");
        }
        return new AimAt(new Rate(rate));
    }

    private static IllegalArgumentException unknown(String text, String why) {
        return unknown(text, why, null);
    }

    private static IllegalArgumentException unknown(
            String text, String why, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "what if " + text + "? " + why + "; choose from " + KNOWN, cause);
    }

    /// With as many decimals as it needs, two at most.
    static String number(double value) {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(value);
    }

    static String perCent(double share) {
        return number(PER_CENT * share) + " %";
    }
}
