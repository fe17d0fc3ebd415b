package org.rightparty.dialer.selection;

import org.rightparty.dialer.selection.CandidateFacts.Appointment;
import org.rightparty.dialer.selection.CandidateFacts.Debt;
import org.rightparty.dialer.selection.CandidateFacts.Line;
import org.rightparty.dialer.selection.CandidateFacts.Pledge;
import org.rightparty.dialer.selection.CandidateFacts.Stop;
import org.rightparty.dialer.selection.CandidateFacts.Try;
import org.rightparty.vocabulary.Outcome;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Chooses for one consumer the account to speak about, the number to try, the tier, and the time:
///
/// 1. nobody, when nothing is owed or there is no number;
/// 2. parked, when a hold covers the person, every account, or every usable number, or when the
///    gate would refuse every number for want of a consent;
/// 3. tier 0, a callback: at its time, on its number; ten minutes later for the pool when it is one
///    agent's own; half an hour after a call that was not answered;
/// 4. tier 1, a promise broken not more than three days ago and nobody has spoken since;
/// 5. tier 2, a promise that falls due within two days; an open promise is otherwise left in peace
///    until its grace is over;
/// 6. tier 3, the pool.
///
/// A filter of the law is never here: compliance is the gate's. Holds, and what it says of
/// consents, are looked at only to save it the work. An appointment stands, whatever the number:
/// its consumer waits, and the gate decides.
public final class Selection {
    /// How long a callback belongs to its own agent alone.
    public static final Duration PERSONAL_FIRST = Duration.ofMinutes(10);

    /// Begins the reason of whoever is parked because the gate would refuse.
    public static final String REFUSED = "GATE_";

    private static final Duration CALLBACK_AGAIN = Duration.ofMinutes(30);
    private static final int BROKEN_DAYS = 3;
    private static final int REMINDER_DAYS = 2;

    private Selection() {}

    public static Choice choose(CandidateFacts facts, Instant now) {
        if (facts.debts().isEmpty() || facts.lines().isEmpty()) {
            return new Choice.Nobody();
        }
        List<Stop> lasting = facts.stops().stream().filter(s -> s.until().isEmpty()).toList();
        List<Debt> debts = facts.debts().stream().filter(d -> free(d, lasting)).toList();
        List<Line> lines = facts.lines().stream().filter(l -> free(l, lasting)).toList();
        Optional<Line> usable = PhoneTurn.next(lines, facts.tries());
        if (debts.isEmpty()) {
            return parked(facts, "HOLD_" + lasting.getFirst().code());
        } else if (usable.isEmpty()) {
            return parked(facts, lasting.isEmpty() ? "NO_NUMBER" : "NUMBERS_HELD");
        }
        List<Line> granted = lines.stream().filter(l -> !about(l, debts).isEmpty()).toList();
        Optional<Line> next = PhoneTurn.next(granted, facts.tries());
        if (next.isPresent()) {
            List<Debt> open = facts.appointments().isEmpty() ? about(next.get(), debts) : debts;
            return spaced(facts, inTier(facts, open, next.get(), now), now);
        } else if (facts.appointments().isEmpty()) {
            return parked(facts, REFUSED + usable.get().refused().get(debts.getFirst().account()));
        } else {
            return spaced(facts, inTier(facts, debts, usable.get(), now), now);
        }
    }

    /// The debts about which this number may be dialed.
    private static List<Debt> about(Line line, List<Debt> debts) {
        return debts.stream().filter(d -> !line.refused().containsKey(d.account())).toList();
    }

    /// Holds that end by themselves and a call in progress put everything off.
    private static Choice spaced(CandidateFacts facts, Choice.Candidate chosen, Instant now) {
        Instant notBefore = chosen.notBefore();
        for (Stop stop : facts.stops()) {
            Instant until = stop.until().orElse(now);
            if (covers(stop, chosen) && until.isAfter(notBefore)) {
                notBefore = until;
            }
        }
        Instant held = facts.heldUntil().orElse(notBefore);
        return at(chosen, held.isAfter(notBefore) ? held : notBefore);
    }

    private static Choice.Candidate inTier(
            CandidateFacts facts, List<Debt> debts, Line line, Instant now) {
        LocalDate today = now.atZone(facts.clock()).toLocalDate();
        Optional<Appointment> callback =
                facts.appointments().stream()
                        .filter(a -> debts.stream().anyMatch(d -> d.account().equals(a.account())))
                        .min(Comparator.comparing(Appointment::dueAt));
        if (callback.isPresent()) {
            ZonedDateTime due = later(now, callback.get().dueAt()).atZone(facts.clock());
            return callback(facts, callback.get(), value(facts, debts.getFirst(), line, due));
        }
        ZonedDateTime due = later(now, afterLast(facts)).atZone(facts.clock());
        Debt best = best(facts, debts, line, due);
        Choice.Candidate pool = pool(facts, best, line, today, due);
        Optional<Pledge> open = latest(facts, debts, true);
        if (open.isPresent()) {
            return promised(facts, open.get(), pool, today);
        }
        return latest(facts, debts, false)
                .filter(pledge -> stillNews(facts, pledge, today))
                .map(pledge -> broken(pool, pledge))
                .orElse(pool);
    }

    private static Choice.Candidate callback(CandidateFacts facts, Appointment asked, int score) {
        Instant due = asked.personal() ? asked.dueAt().plus(PERSONAL_FIRST) : asked.dueAt();
        List<Try> since =
                facts.tries().stream().filter(t -> !t.placedAt().isBefore(asked.dueAt())).toList();
        Instant notBefore = since.isEmpty() ? due : callbackAgain(since, facts);
        String why = Why.callback(asked.dueAt(), asked.zone());
        return new Choice.Candidate(
                asked.account(), asked.phone(), Tier.CALLBACK, score, notBefore, why);
    }

    /// The consumer waits for this call: it is tried again soon, but for one that was abandoned.
    private static Instant callbackAgain(List<Try> since, CandidateFacts facts) {
        Instant spaced = RetrySpacing.nextAttempt(since, facts.retry(), facts.clock());
        Instant soon = since.getFirst().endedAt().plus(CALLBACK_AGAIN);
        boolean abandoned = since.getFirst().outcome() == Outcome.ABANDONED;
        return abandoned || spaced.isBefore(soon) ? spaced : soon;
    }

    private static Choice.Candidate promised(
            CandidateFacts facts, Pledge pledge, Choice.Candidate pool, LocalDate today) {
        LocalDate reminder = pledge.dueOn().minusDays(REMINDER_DAYS);
        LocalDate day = spokenSince(facts, reminder) ? pledge.brokenOn() : reminder;
        Instant notBefore =
                today.isAfter(pledge.dueOn())
                        ? startOf(pledge.brokenOn(), facts)
                        : startOf(day, facts);
        Choice.Candidate due =
                new Choice.Candidate(
                        pledge.account(),
                        pool.phone(),
                        Tier.FALLING_DUE,
                        pool.score(),
                        pool.notBefore(),
                        Why.fallingDue(pledge.dueOn()));
        return notBefore.isAfter(due.notBefore()) ? at(due, notBefore) : due;
    }

    private static Choice.Candidate broken(Choice.Candidate pool, Pledge pledge) {
        String why = Why.broken(pledge.dueOn());
        return new Choice.Candidate(
                pledge.account(),
                pool.phone(),
                Tier.BROKEN_PROMISE,
                pool.score(),
                pool.notBefore(),
                why);
    }

    private static boolean stillNews(CandidateFacts facts, Pledge pledge, LocalDate today) {
        return today.isBefore(pledge.brokenOn().plusDays(BROKEN_DAYS))
                && !spokenSince(facts, pledge.brokenOn());
    }

    private static boolean spokenSince(CandidateFacts facts, LocalDate day) {
        return facts.lastTalk()
                .filter(talk -> talk.spoken() && !talk.at().isBefore(startOf(day, facts)))
                .isPresent();
    }

    private static Choice.Candidate pool(
            CandidateFacts facts, Debt debt, Line line, LocalDate today, ZonedDateTime due) {
        return new Choice.Candidate(
                debt.account(),
                line.phone(),
                Tier.POOL,
                value(facts, debt, line, due),
                afterLast(facts),
                Why.value(line, facts.tries(), debt, today));
    }

    /// After the last attempt or conversation, whichever asks for the longer wait.
    private static Instant afterLast(CandidateFacts facts) {
        Instant attempt =
                facts.tries().isEmpty()
                        ? Instant.EPOCH
                        : RetrySpacing.nextAttempt(facts.tries(), facts.retry(), facts.clock());
        Instant talk =
                facts.lastTalk()
                        .map(t -> t.at().plus(t.rest().orElse(facts.retry())))
                        .orElse(Instant.EPOCH);
        return later(attempt, talk);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Debt best(CandidateFacts facts, List<Debt> debts, Line line, ZonedDateTime due) {
        return debts.stream()
                .max(
                        Comparator.comparingInt((Debt debt) -> value(facts, debt, line, due))
                                .thenComparingLong(debt -> -debt.account().value()))
                .orElseThrow();
    }

    private static int value(CandidateFacts facts, Debt debt, Line line, ZonedDateTime due) {
        return ExpectedValue.of(debt, line, facts.tries(), due);
    }

    /// The promise with the nearest date while open, the newest once broken.
    private static Optional<Pledge> latest(CandidateFacts facts, List<Debt> debts, boolean open) {
        Comparator<Pledge> byDate = Comparator.comparing(Pledge::dueOn);
        return facts.pledges().stream()
                .filter(pledge -> pledge.open() == open)
                .filter(p -> debts.stream().anyMatch(d -> d.account().equals(p.account())))
                .max(open ? byDate.reversed() : byDate);
    }

    private static Choice.Parked parked(CandidateFacts facts, String reason) {
        return new Choice.Parked(
                facts.debts().getFirst().account(), facts.lines().getFirst().phone(), reason);
    }

    private static boolean free(Debt debt, List<Stop> stops) {
        return stops.stream()
                .filter(stop -> stop.phone().isEmpty())
                .allMatch(
                        stop -> stop.account().filter(a -> !a.equals(debt.account())).isPresent());
    }

    private static boolean free(Line line, List<Stop> stops) {
        return stops.stream()
                .flatMap(stop -> stop.phone().stream())
                .noneMatch(phone -> phone.equals(line.phone()));
    }

    private static boolean covers(Stop stop, Choice.Candidate chosen) {
        return stop.account().map(account -> account.equals(chosen.account())).orElse(true)
                && stop.phone().map(phone -> phone.equals(chosen.phone())).orElse(true);
    }

    private static Choice.Candidate at(Choice.Candidate chosen, Instant notBefore) {
        return new Choice.Candidate(
                chosen.account(),
                chosen.phone(),
                chosen.tier(),
                chosen.score(),
                notBefore,
                chosen.why());
    }

    private static Instant startOf(LocalDate day, CandidateFacts facts) {
        return day.atStartOfDay(facts.clock()).toInstant();
    }
}
