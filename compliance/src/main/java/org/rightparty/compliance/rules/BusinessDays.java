package org.rightparty.compliance.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/// Days without Saturdays, Sundays and holidays, as deadlines of the law count them (12 CFR
/// 1006.34(b)(5), 47 CFR 64.1200(a)(10)).
public final class BusinessDays {
    private BusinessDays() {}

    /// The `count`-th business day after `day`, which itself is not counted; `day` for none.
    public static LocalDate after(LocalDate day, int count, Set<LocalDate> holidays) {
        LocalDate reached = day;
        for (int left = count; left > 0; ) {
            reached = reached.plusDays(1);
            left -= isBusinessDay(reached, holidays) ? 1 : 0;
        }
        return reached;
    }

    public static boolean isBusinessDay(LocalDate day, Set<LocalDate> holidays) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }
}
