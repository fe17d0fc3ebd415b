package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.LocalHours;
import org.rightparty.compliance.rules.Place;
import org.rightparty.compliance.rules.Span;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the consumer declared inconvenient (12 CFR 1006.6(b)(1)).
public sealed interface Preference {

    /// A bad time. As a week, its spans are those that remain good.
    ///
    /// @param days the weekdays it holds on
    /// @param bad the span of each day that is bad
    /// @param from first day it holds; empty when it holds already
    /// @param to last day it holds; empty when it has no end
    record BadTime(Set<DayOfWeek> days, Span bad, Optional<LocalDate> from, Optional<LocalDate> to)
            implements Preference, LocalHours.Week {
        private static final List<Span> WHOLE_DAY = List.of(new Span(0, Span.DAY));

        public BadTime {
            days = Set.copyOf(days);
        }

        @Override
        public List<Span> on(LocalDate day) {
            return holdsOn(day) ? remaining() : WHOLE_DAY;
        }

        private boolean holdsOn(LocalDate day) {
            return days.contains(day.getDayOfWeek())
                    && from.filter(day::isBefore).isEmpty()
                    && to.filter(day::isAfter).isEmpty();
        }

        private List<Span> remaining() {
            List<Span> before = bad.from() == 0 ? List.of() : List.of(new Span(0, bad.from()));
            List<Span> after =
                    bad.to() == Span.DAY ? List.of() : List.of(new Span(bad.to(), Span.DAY));
            return Stream.concat(before.stream(), after.stream()).toList();
        }
    }

    /// A bad place. Mobile numbers belong to no place, so only a place of `MOBILE` itself bars
    /// them.
    record BadPlace(Place place) implements Preference {}
}
