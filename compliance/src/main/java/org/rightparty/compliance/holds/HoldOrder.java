package org.rightparty.compliance.holds;

import org.rightparty.compliance.rules.Place;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneId;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/// A bar to be set.
///
/// @param account the account it came up with: whose consumer is meant, and the debt that a bar of
///     that reach covers
/// @param phone the number that a bar of that reach covers
/// @param until when it ends by itself; empty when it does not
/// @param evidence what it rests on, in words; kept with the hold, never in the ledger
/// @param attempt the call in which it came up; empty when in none
/// @param times for an inconvenient time
/// @param place for an inconvenient place
public record HoldOrder(
        Bar bar,
        AccountId account,
        Optional<PhoneId> phone,
        Optional<Instant> until,
        String evidence,
        Source source,
        AgentId by,
        Optional<AttemptId> attempt,
        Optional<Times> times,
        Optional<Place> place) {

    /// A bar with nothing special to it.
    public static HoldOrder of(
            Bar bar,
            AccountId account,
            Optional<PhoneId> phone,
            String evidence,
            Source source,
            AgentId by) {
        return new HoldOrder(
                bar,
                account,
                phone,
                Optional.empty(),
                evidence,
                source,
                by,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// Who set it: somebody on a page, by role; a list; or another program in somebody's name.
    public enum Source {
        AGENT,
        SUPERVISOR,
        OFFICER,
        FILE,
        API
    }

    /// When the consumer wants no calls, on her own clock.
    ///
    /// @param to after `from`; midnight stands for the end of the day
    public record Times(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        public Times {
            days = Set.copyOf(days);
        }
    }
}
