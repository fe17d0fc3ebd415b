package org.rightparty.compliance.postgres;

import org.rightparty.compliance.holds.Bar;
import org.rightparty.compliance.holds.HoldOrder;
import org.rightparty.compliance.holds.Holds;
import org.rightparty.compliance.rules.Place;
import org.rightparty.schema.generated.tables.records.PreferenceRecord;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A wish that stands, from its row.
final class WishRow {
    private WishRow() {}

    static Holds.Standing standing(PreferenceRecord wish) {
        boolean time = wish.getKind().equals("TIME_BLOCK");
        return new Holds.Standing(
                new Holds.Key(Holds.Key.Kind.WISH, wish.getId()),
                (time ? Bar.INCONVENIENT_TIME : Bar.INCONVENIENT_PLACE).name(),
                wish.getConsumerId(),
                Optional.empty(),
                Optional.empty(),
                wish.getSetAt(),
                Optional.empty(),
                wish.getEvidence(),
                wish.getSource(),
                Optional.ofNullable(wish.getSetBy()),
                time ? Optional.of(times(wish)) : Optional.empty(),
                Optional.ofNullable(wish.getPlace()).map(Place::valueOf));
    }

    /// No day named means every day, no hour the whole day.
    private static HoldOrder.Times times(PreferenceRecord wish) {
        Set<DayOfWeek> days =
                List.of(wish.getDays()).stream()
                        .map(RuleReader::weekday)
                        .collect(Collectors.toSet());
        LocalTime from = wish.getLocalFrom();
        LocalTime to = wish.getLocalTo();
        return new HoldOrder.Times(
                days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days,
                from == null ? LocalTime.MIDNIGHT : from,
                to == null ? LocalTime.MIDNIGHT : to);
    }
}
