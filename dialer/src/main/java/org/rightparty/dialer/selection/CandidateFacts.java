package org.rightparty.dialer.selection;

import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.Outcome;
import org.rightparty.vocabulary.PhoneId;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that selection looks at for one consumer in one campaign. Nothing here is a name, an age, a
/// sex, a language or a place finer than a zone: none of these may weigh in who is called.
///
/// @param retry shortest time between two attempts that may reach the person
/// @param clock the consumer's zone, for days and dayparts; calling hours are the gate's to judge
/// @param debts workable accounts of the campaign
/// @param tries past attempts, newest first
/// @param heldUntil when a call that is being placed or talked on now is given up on; empty when
/// none is
public record CandidateFacts(
        ConsumerId consumer,
        Duration retry,
        ZoneId clock,
        List<Debt> debts,
        List<Line> lines,
        List<Try> tries,
        List<Pledge> pledges,
        List<Appointment> appointments,
        List<Stop> stops,
        Optional<Talk> lastTalk,
        Optional<Instant> heldUntil) {
    public CandidateFacts {
        debts = List.copyOf(debts);
        lines = List.copyOf(lines);
        tries = List.copyOf(tries);
        pledges = List.copyOf(pledges);
        appointments = List.copyOf(appointments);
        stops = List.copyOf(stops);
    }

    /// One workable account.
    ///
    /// @param balanceMinor what is owed, in minor units
    /// @param since when the debt went bad, as far as known
    public record Debt(AccountId account, long balanceMinor, Optional<LocalDate> since) {}

    /// One telephone number.
    ///
    /// @param rank 1 is tried first
    /// @param refused the accounts about which the gate would not have it dialed in the campaign's
    ///     mode, for want of a consent, with its code
    public record Line(
            PhoneId phone, Standing standing, Kind kind, int rank, Map<AccountId, String> refused) {
        public Line {
            refused = Map.copyOf(refused);
        }

        /// A number that may be dialed about every account.
        public Line(PhoneId phone, Standing standing, Kind kind, int rank) {
            this(phone, standing, kind, rank, Map.of());
        }

        /// The same number, refused about these accounts.
        public Line refusedFor(Map<AccountId, String> accounts) {
            return new Line(phone, standing, kind, rank, accounts);
        }

        /// What we know of the number.
        public enum Standing {
            VERIFIED,
            UNVERIFIED,
            UNUSABLE
        }

        /// What kind of line it is, as far as it tells who picks up.
        public enum Kind {
            MOBILE,
            WORK,
            OTHER
        }
    }

    /// One past attempt.
    public record Try(PhoneId phone, Outcome outcome, Instant placedAt, Instant endedAt) {}

    /// A promise that is open, or was not kept.
    ///
    /// @param open false once it counts as broken
    public record Pledge(AccountId account, LocalDate dueOn, int graceDays, boolean open) {
        /// The first day on which it counts as broken.
        public LocalDate brokenOn() {
            return dueOn.plusDays(graceDays + 1L);
        }
    }

    /// An open callback.
    ///
    /// @param personal one agent is to call; the campaign's pool comes in when that agent does not
    public record Appointment(
            AccountId account, PhoneId phone, Instant dueAt, ZoneId zone, boolean personal) {}

    /// A hold that forbids calls.
    ///
    /// @param account the one account it covers; empty when all
    /// @param phone the one number it covers; empty when all
    /// @param until when it ends by itself; empty when it does not
    public record Stop(
            String code,
            Optional<AccountId> account,
            Optional<PhoneId> phone,
            Optional<Instant> until) {}

    /// The last disposition.
    ///
    /// @param spoken it was a conversation with the consumer
    /// @param rest how long its code asks us to wait; empty when it leaves that to the campaign
    public record Talk(Instant at, boolean spoken, Optional<Duration> rest) {}
}
