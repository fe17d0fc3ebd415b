package org.rightparty.dialer.scrub;

import org.rightparty.compliance.holds.Bar;
import org.rightparty.compliance.holds.HoldOrder;
import org.rightparty.compliance.rules.Place;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// When or where somebody on a list wants no calls (12 CFR 1006.6(b)(1)): `from`, `to` and `days`,
/// every day when there are none; or `place`.
final class ScrubWish {
    private static final int SHORT = 3;

    private ScrubWish() {}

    /// @param cell the text under a name in the row; empty when there is none
    static Optional<HoldOrder.Times> times(Bar bar, Function<String, Optional<String>> cell) {
        Optional<LocalTime> from = cell.apply("from").map(ScrubWish::time);
        Optional<LocalTime> to = cell.apply("to").map(ScrubWish::time);
        Optional<String> days = cell.apply("days");
        if (bar != Bar.INCONVENIENT_TIME) {
            requireNone(
                    Stream.of(from, to, days),
                    "days, from and to are for INCONVENIENT_TIME; leave them empty");
            return Optional.empty();
        } else if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            throw new ScrubFault(
                    "give from and to, her clock's times like 21:30, and not the same");
        }
        Set<DayOfWeek> meant = days.map(ScrubWish::days).orElse(Set.of(DayOfWeek.values()));
        return Optional.of(new HoldOrder.Times(meant, from.get(), to.get()));
    }

    static Optional<Place> place(Bar bar, Function<String, Optional<String>> cell) {
        Optional<String> place = cell.apply("place");
        if (bar != Bar.INCONVENIENT_PLACE) {
            requireNone(Stream.of(place), "place is for INCONVENIENT_PLACE; leave it empty");
            return Optional.empty();
        }
        return Optional.of(
                place.flatMap(ScrubWish::place)
                        .orElseThrow(() ->
                                new ScrubFault(
                                        "the place is none of " + Arrays.asList(Place.values()))));
    }

    private static void requireNone(Stream<Optional<?>> cells, String sentence) {
        if (cells.anyMatch(Optional::isPresent)) {
            throw new ScrubFault(sentence);
        }
    }

    private static Optional<Place> place(String text) {
        return Arrays.stream(Place.values())
                .filter(one -> one.name().equalsIgnoreCase(text))
                .findFirst();
    }

    private static Set<DayOfWeek> days(String text) {
        return Arrays.stream(text.split("[ ,;]+"))
                .map(ScrubWish::day)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static DayOfWeek day(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> upper.length() >= SHORT && day.name().startsWith(upper))
                .findFirst()
                .orElseThrow(() -> new ScrubFault("days are like MON TUE, with blanks between"));
    }

    /// Midnight is written 00:00; as `to` it ends the day.
    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException wrong) {
            throw new ScrubFault("from and to are times like 21:30");
        }
    }
}
