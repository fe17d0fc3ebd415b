package org.rightparty.compliance.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a row says, by its type. The gate has one file for each.
public sealed interface Terms {
    RuleType type();

    /// Calls only in these hours.
    ///
    /// @param week spans of each weekday; a weekday that is missing is closed
    /// @param holidays days on which `holidaySpans` hold instead
    record ContactHours(
            Map<DayOfWeek, List<Span>> week,
            Set<LocalDate> holidays,
            List<Span> holidaySpans,
            ZoneBasis zones)
            implements Terms, LocalHours.Week {
        public ContactHours {
            week = Map.copyOf(week);
            holidays = Set.copyOf(holidays);
            holidaySpans = List.copyOf(holidaySpans);
        }

        @Override
        public List<Span> on(LocalDate day) {
            return holidays.contains(day)
                    ? holidaySpans
                    : week.getOrDefault(day.getDayOfWeek(), List.of());
        }

        @Override
        public RuleType type() {
            return RuleType.CONTACT_HOURS;
        }
    }

    /// The longest ringing must end before any rule of the clock closes.
    record EndGuard() implements Terms {
        @Override
        public RuleType type() {
            return RuleType.END_GUARD;
        }
    }

    /// At most `max` contacts in the window.
    ///
    /// @param places only calls to, and contacts at, these places; empty means all
    /// @param frequencyGroup whether debts of one frequency group are one debt
    /// @param afterConversation counts only from the first conversation on
    record FrequencyCap(
            Set<Scope> scope,
            Counter counter,
            int max,
            Window window,
            Set<Place> places,
            boolean frequencyGroup,
            boolean afterConversation,
            ZoneBasis zones)
            implements Terms {
        public FrequencyCap {
            scope = Set.copyOf(scope);
            places = Set.copyOf(places);
        }

        @Override
        public RuleType type() {
            return RuleType.FREQUENCY_CAP;
        }
    }

    /// No call until the window after the last trigger has passed.
    record Cooldown(
            Set<Scope> scope,
            Counter trigger,
            Window window,
            boolean frequencyGroup,
            ZoneBasis zones)
            implements Terms {
        public Cooldown {
            scope = Set.copyOf(scope);
        }

        @Override
        public RuleType type() {
            return RuleType.COOLDOWN;
        }
    }

    /// No call while one of these states or holds stands.
    ///
    /// @param places only to numbers at these places; empty means all
    record StatusBlock(Set<String> codes, Set<Place> places) implements Terms {
        public StatusBlock {
            codes = Set.copyOf(codes);
            places = Set.copyOf(places);
        }

        @Override
        public RuleType type() {
            return RuleType.STATUS_BLOCK;
        }
    }

    /// No call at a time, or to a place, that the consumer declared bad.
    record Preference(Subject subject) implements Terms {
        public enum Subject {
            TIME,
            PLACE
        }

        @Override
        public RuleType type() {
            return RuleType.PREFERENCE;
        }
    }

    /// No call to a number of which we know one of these things.
    record NumberCheck(Set<String> refused) implements Terms {
        public NumberCheck {
            refused = Set.copyOf(refused);
        }

        @Override
        public RuleType type() {
            return RuleType.NUMBER_CHECK;
        }
    }

    /// A consent must be on record.
    ///
    /// @param consent the kind of consent
    /// @param impliedBy sources of a number that are themselves proof of it, unless taken back
    record ConsentRequired(String consent, Set<String> impliedBy) implements Terms {
        public ConsentRequired {
            impliedBy = Set.copyOf(impliedBy);
        }

        @Override
        public RuleType type() {
            return RuleType.CONSENT_REQUIRED;
        }
    }

    /// One live attempt a person.
    record OneLiveAttempt() implements Terms {
        @Override
        public RuleType type() {
            return RuleType.CONCURRENT_ATTEMPT;
        }
    }

    /// Some evidence of where the consumer is.
    record LocationKnown() implements Terms {
        @Override
        public RuleType type() {
            return RuleType.LOCATION_UNKNOWN;
        }
    }
}
