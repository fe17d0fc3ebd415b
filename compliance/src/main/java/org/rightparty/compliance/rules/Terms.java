package org.rightparty.compliance.rules;

import org.rightparty.compliance.abandonment.SafeHarbour;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    ///
    /// @param margin how long before; none is enough for the law
    record EndGuard(Duration margin) implements Terms {
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
    /// @param firstTried what takes the row away, for [Excuse#HOME_ATTEMPT_FAILED]
    record FrequencyCap(
            Set<Scope> scope,
            Counter counter,
            int max,
            Window window,
            Set<Place> places,
            boolean frequencyGroup,
            boolean afterConversation,
            Optional<Tried> firstTried,
            ZoneBasis zones)
            implements Terms {
        public FrequencyCap {
            scope = Set.copyOf(scope);
            places = Set.copyOf(places);
        }

        /// A contact that failed, and where and when it must have been made to be one.
        ///
        /// @param failed what has failed, and what has not: a call of which nothing is known
        /// @param hours of a local day, on every clock that the consumer may go by
        public record Tried(Counter failed, Set<Place> places, List<Span> hours, Window window) {
            public Tried {
                places = Set.copyOf(places);
                hours = List.copyOf(hours);
            }
        }

        @Override
        public RuleType type() {
            return RuleType.FREQUENCY_CAP;
        }
    }

    /// At most `max` contacts, ever.
    record LifetimeCap(Set<Scope> scope, Counter counter, int max) implements Terms {
        public LifetimeCap {
            scope = Set.copyOf(scope);
        }

        @Override
        public RuleType type() {
            return RuleType.LIFETIME_CAP;
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

    /// No call until so many calendar days after a written notice was sent; without one, never.
    ///
    /// @param notice the kind of notice, `FIRST_NOTICE`
    record WaitAfterNotice(String notice, int days, ZoneBasis zones) implements Terms {
        @Override
        public RuleType type() {
            return RuleType.WAIT_AFTER_NOTICE;
        }
    }

    /// No call while one of these states or holds stands.
    ///
    /// @param places only to numbers at these places; empty means all
    /// @param anyDebt a hold that was set for another debt bars this one too (12 CFR 1006.14(h))
    record StatusBlock(Set<String> codes, Set<Place> places, boolean anyDebt) implements Terms {
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

    /// No call to a number of which we know one of these things, or have not looked lately.
    ///
    /// @param refused what we know of it, `REASSIGNED`, or the class of line, `EMERGENCY`
    /// @param lookup how fresh a look into the reassigned numbers database must be; empty when
    ///     none is needed
    record NumberCheck(Set<String> refused, Optional<Lookup> lookup) implements Terms {
        public NumberCheck {
            refused = Set.copyOf(refused);
        }

        /// @param ageMax older ones are none
        /// @param consent a consent given as lately does instead (12 CFR 1006.6(d)(5))
        public record Lookup(Duration ageMax, String consent) {}

        @Override
        public RuleType type() {
            return RuleType.NUMBER_CHECK;
        }
    }

    /// A consent must be on record.
    ///
    /// @param consent the kind of consent
    /// @param impliedBy sources of a number that are themselves proof of it, unless taken back
    /// @param portedWithin a number that became a mobile one not longer ago needs none (47 CFR
    ///     64.1200(a)(1)(iv)); zero when that excuses nothing
    record ConsentRequired(String consent, Set<String> impliedBy, Duration portedWithin)
            implements Terms {
        public ConsentRequired {
            impliedBy = Set.copyOf(impliedBy);
        }

        @Override
        public RuleType type() {
            return RuleType.CONSENT_REQUIRED;
        }
    }

    /// A licence must be held wherever the call reaches and one is required.
    ///
    /// @param requiredIn jurisdictions that require one; the house may know of more
    record Licence(Set<String> requiredIn) implements Terms {
        public Licence {
            requiredIn = Set.copyOf(requiredIn);
        }

        @Override
        public RuleType type() {
            return RuleType.LICENCE;
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

    /// How many people who answer may find no agent. The pace keeps it, for no single call can.
    record Abandonment(SafeHarbour harbour) implements Terms {
        @Override
        public RuleType type() {
            return RuleType.ABANDONMENT;
        }
    }

    /// Whether a conversation may or must be recorded, and who must be told first.
    ///
    /// @param where of whom nobody may know the state for the row to hold
    record Recording(Consent consent, Unknown where) implements Terms {
        public enum Consent {
            ALL_PARTY,
            ONE_PARTY,
            REQUIRED,
            FORBIDDEN
        }

        /// Whose state is not known.
        public enum Unknown {
            /// The row holds whether places are known or not.
            NOBODYS,
            EITHER_SIDES,
            CONSUMERS,
            COLLECTORS
        }

        @Override
        public RuleType type() {
            return RuleType.RECORDING;
        }
    }

    /// What a permit obliges to.
    ///
    /// @param code stable code, `MINI_MIRANDA`
    /// @param holds only while one of these holds stands; empty means always
    /// @param places only at these places; empty means all
    record Obligation(String code, Duty due, Set<String> holds, Set<Place> places)
            implements Terms {
        public Obligation {
            holds = Set.copyOf(holds);
            places = Set.copyOf(places);
        }

        @Override
        public RuleType type() {
            return RuleType.OBLIGATION;
        }
    }
}
