package org.rightparty.dialer.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Instants as a terminal shows them: to the second.
final class Times {
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private static final Pattern INSTANT =
            Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?Z\\b");

    private Times() {}

    static String at(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// The first full second that is not before it, for what holds from then on.
    static String from(Instant instant) {
        Instant second = instant.truncatedTo(ChronoUnit.SECONDS);
        return (second.equals(instant) ? second : second.plusSeconds(1)).toString();
    }

    /// What the clocks of these zones show then, in brackets for a place behind the instant;
    /// nothing where no zone is known.
    static String local(Instant instant, List<String> zones) {
        return zones.isEmpty()
                ? ""
                : zones.stream()
                        .map(zone -> LOCAL.format(instant.atZone(ZoneId.of(zone))) + " " + zone)
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    /// A text in which every instant is followed by what the clocks of these zones show then.
    static String withLocal(String text, List<String> zones) {
        return INSTANT.matcher(text)
                .replaceAll(found -> {
                    Instant instant = Instant.parse(found.group());
                    return Matcher.quoteReplacement(at(instant) + local(instant, zones));
                });
    }
}
