package org.rightparty.dialer.loop;

import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.console.desk.ScreenPop;
import org.rightparty.console.desk.Screens;
import org.rightparty.console.desk.WrapUps;
import org.rightparty.database.DatabaseFailure;
import org.rightparty.database.DatabaseFailure.Category;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.DialPath;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// Does the loop's work with the ports that block. Knows no thread: whoever calls it may wait.
public final class Performer {
    /// As far ahead as a pace looks, and until the next reading.
    private static final Duration CALLBACKS_AHEAD = Duration.ofSeconds(60);

    private static final int TRIES_MAX = 3;

    private final Pool pool;
    private final CallBook book;
    private final Screens screens;
    private final WrapUps wrapUps;
    private final Roster roster;
    private final InstantSource clock;

    public Performer(
            Pool pool,
            CallBook book,
            Screens screens,
            WrapUps wrapUps,
            Roster roster,
            InstantSource clock) {
        this.pool = pool;
        this.book = book;
        this.screens = screens;
        this.wrapUps = wrapUps;
        this.roster = roster;
        this.clock = clock;
    }

    /// Does it, and says what came of it as the event for the inbox.
    public LoopEvent perform(Work work) {
        for (int tries = 1; ; tries++) {
            try {
                return new LoopEvent.Done(work, result(work, clock.instant()));
            } catch (DatabaseFailure failure) {
                if (failure.category() == Category.REFUSED) {
                    return new LoopEvent.Broke(work, failure.toString());
                } else if (failure.category() != Category.CONFLICT || tries == TRIES_MAX) {
                    return new LoopEvent.Failed(work);
                }
            } catch (NoSuchElementException missing) {
                return new LoopEvent.Done(work, new Result.Missing());
            } catch (RuntimeException | Error bug) { // or the lane keeps all behind it for ever
                return new LoopEvent.Broke(work, bug.toString());
            }
        }
    }

    private Result result(Work work, Instant now) {
        return switch (work) {
            case Work.Reserve w ->
                    new Result.Reserved(pool.reserveNext(w.campaign(), w.mode(), w.count(), now));
            case Work.OfferNext w ->
                    new Result.Offered(pool.offerNext(w.campaign(), w.agent(), now));
            case Work.GiveBack w ->
                    written(() -> pool.giveBack(w.campaign(), w.offer(), w.reason(), now));
            case Work.DialFor w -> dial(w, now);
            case Work.ReserveOne w -> reserve(w, now);
            case Work.TransferTo w -> new Result.Transferred(pool.transfer(w.transfer(), now));
            case Work.LoadScreen w ->
                    new Result.Screen(screens.load(w.account(), w.phone(), w.attempt(), w.why()));
            case Work.Note w -> written(() -> book.happened(List.of(w.happening())));
            case Work.Take w -> written(() -> book.taken(w.attempt(), w.agent()));
            case Work.End w -> written(() -> book.ended(w.ending()));
            case Work.AgentChanged w -> written(() -> changed(w));
            case Work.ScreenShown w -> written(() -> shown(w));
            case Work.Dispose w ->
                    new Result.Disposed(wrapUps.record(w.agent(), w.wrapUp(), w.spoken()));
            case Work.OpenDesk w -> openDesk(w, now);
            case Work.ReadWindow w ->
                    new Result.WindowRead(
                            book.abandonment(w.campaign(), now),
                            roster.tallies(w.campaign(), now),
                            pool.lacks(w.campaign(), now),
                            roster.callbacks(w.campaign(), now, now.plus(CALLBACKS_AHEAD)));
            case Work.Probe _ -> written(book::reach);
            case Work.ReadOpen w -> open(w);
            case Work.WriteOrder w -> written(() -> roster.ordered(w.by(), w.policy(), now));
        };
    }

    /// The screen says whose account it is, so an agent need not know the person's number.
    private Result dial(Work.DialFor w, Instant now) {
        ScreenPop screen = screens.load(w.account(), w.phone(), Optional.empty(), w.why());
        DialRequest request =
                new DialRequest(
                        w.campaign(),
                        screen.consumer(),
                        w.account(),
                        w.phone(),
                        w.mode(),
                        w.path(),
                        Optional.of(w.agent()),
                        w.ringSeconds());
        return reserve(request, screen, now);
    }

    private Result reserve(Work.ReserveOne w, Instant now) {
        ScreenPop screen = screens.load(w.account(), w.phone(), Optional.empty(), w.why());
        DialRequest request =
                new DialRequest(
                        w.campaign(),
                        screen.consumer(),
                        w.account(),
                        w.phone(),
                        w.mode(),
                        DialPath.RETRY,
                        Optional.empty(),
                        w.ringSeconds());
        return reserve(request, screen, now);
    }

    private Result reserve(DialRequest request, ScreenPop screen, Instant now) {
        Reservation reservation = pool.reserve(request, now);
        Optional<CallBook.Holder> holder =
                reservation instanceof Reservation.Granted
                        ? Optional.empty()
                        : book.holder(screen.consumer());
        return new Result.Dialed(reservation, screen, holder);
    }

    private void changed(Work.AgentChanged w) {
        book.agentChanged(w.agent(), w.campaign(), w.state(), w.attempt(), w.at());
    }

    private void shown(Work.ScreenShown w) {
        book.screenShown(
                w.attempt(),
                w.agent(),
                w.answeredAt(),
                w.pushedAt(),
                w.acknowledgedAt(),
                w.latencyMicros());
    }

    private Result openDesk(Work.OpenDesk w, Instant now) {
        Roster.Member member = roster.member(w.agent());
        roster.assigned(w.agent(), w.campaign(), now);
        return new Result.DeskRead(
                member, book.pauseLeft(w.agent(), now), wrapUps.undisposed(w.agent()));
    }

    private Result open(Work.ReadOpen w) {
        List<CallBook.OpenAttempt> open = book.open(w.campaign());
        Map<AgentId, Roster.Member> members = new HashMap<>();
        open.stream()
                .flatMap(a -> a.agent().stream())
                .flatMap(agent -> member(agent).stream())
                .forEach(member -> members.put(member.id(), member));
        return new Result.OpenRead(open, members);
    }

    /// Somebody who has left meanwhile has no seat to come back to.
    private Optional<Roster.Member> member(AgentId agent) {
        try {
            return Optional.of(roster.member(agent));
        } catch (NoSuchElementException gone) {
            return Optional.empty();
        }
    }

    private static Result written(Runnable write) {
        write.run();
        return new Result.Written();
    }
}
