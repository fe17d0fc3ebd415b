package org.rightparty.dialer.selection;

import org.rightparty.dialer.selection.CandidateFacts.Debt;
import org.rightparty.dialer.selection.CandidateFacts.Line;
import org.rightparty.dialer.selection.CandidateFacts.Try;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/// Why somebody is called now, in one sentence for the agent's screen, with days and times as that
/// writes them. It stands there before the
/// identity is verified, so it names no amount and no creditor.
public final class Why {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("h:mm a", Locale.ENGLISH);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH);

    private Why() {}

    public static String callback(Instant dueAt, ZoneId zone) {
        return "Callback the consumer asked for at " + TIME.format(dueAt.atZone(zone));
    }

    static String broken(LocalDate dueOn) {
        return "Broken promise of " + DAY.format(dueOn);
    }

    static String fallingDue(LocalDate dueOn) {
        return "Promise falls due on " + DAY.format(dueOn);
    }

    static String value(Line line, List<Try> tries, Debt debt, LocalDate today) {
        return "Highest expected value: "
                + standing(line)
                + ", "
                + answers(line, tries)
                + debt.since().map(since -> ", " + age(since, today)).orElse("");
    }

    private static String standing(Line line) {
        String verified = line.standing() == Line.Standing.VERIFIED ? "verified" : "unverified";
        return switch (line.kind()) {
            case MOBILE -> verified + " mobile number";
            case WORK -> verified + " work number";
            case OTHER -> verified + " number";
        };
    }

    private static String answers(Line line, List<Try> tries) {
        List<Try> here = tries.stream().filter(t -> t.phone().equals(line.phone())).toList();
        long answered = here.stream().filter(ExpectedValue::answered).count();
        return here.isEmpty()
                ? "not tried yet"
                : "answered %d of %d calls".formatted(answered, here.size());
    }

    private static String age(LocalDate since, LocalDate today) {
        long months = ChronoUnit.MONTHS.between(since, today);
        return months < 1 ? "debt under a month old" : "debt " + months + " months old";
    }
}
