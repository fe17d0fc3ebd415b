package org.rightparty.dialer.demo;

import org.rightparty.vocabulary.PhoneNumber;

import java.util.HashMap;
import java.util.Map;

/// Where demo numbers come from. Every one of them is fictional.
public interface NumberPlan {
    PhoneNumber next(String areaCode, long phoneId);

    /// 555-0100 to 555-0199 of each area code, set aside for fiction; when they run out, never
    /// assignable ones. Counts, so it must be asked in a fixed order.
    static NumberPlan fiction() {
        Map<String, Integer> used = new HashMap<>();
        return (areaCode, phoneId) -> {
            int count = used.merge(areaCode, 1, Integer::sum) - 1;
            return count < 100
                    ? new PhoneNumber("+1%s555%04d".formatted(areaCode, 100 + count))
                    : unassignable(areaCode, count);
        };
    }

    /// Central-office codes that begin with 0 or 1 cannot be assigned: two million numbers an area
    /// code. Depends on the id alone, so it may be asked in any order.
    static NumberPlan neverAssignable() {
        return NumberPlan::unassignable;
    }

    private static PhoneNumber unassignable(String areaCode, long count) {
        String rest = Long.toString(10_000_000L + count % 2_000_000L).substring(1);
        return new PhoneNumber("+1" + areaCode + rest);
    }
}
