package org.rightparty.dialer.loop;

import org.rightparty.console.agent.AgentEvent;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.CallReason;
import org.rightparty.console.desk.Desks;
import org.rightparty.console.desk.ScreenPop;
import org.rightparty.console.desk.WrapUps.Undisposed;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What comes back from the tables.
final class Answers {
    private static final String NO_SUCH_ACCOUNT = "There is no such account or number.";
    private static final String NOT_DIALED = "The database is away. Nothing was dialed.";
    private static final Duration STRAY_AFTER = Duration.ofSeconds(10);
    private static final CallReason BEFORE =
            CallReason.open("This call is from before the program was started anew.");
    private static final CallReason STRAY =
            CallReason.open("This call is from while the database was away.");

    private final Bench bench;
    private final Safety safety;
    private final Seats seats;
    private final Calls calls;
    private final Pacer pacer;
    private final SingleCalls single;
    private final Transfers transfers;

    Answers(
            Bench bench,
            Safety safety,
            Seats seats,
            Calls calls,
            Pacer pacer,
            SingleCalls single,
            Transfers transfers) {
        this.bench = bench;
        this.safety = safety;
        this.seats = seats;
        this.calls = calls;
        this.pacer = pacer;
        this.single = single;
        this.transfers = transfers;
    }

    void done(Work work, Result result) {
        safety.done(work);
        switch (result) {
            case Result.Written _ -> written(work);
            case Result.Reserved r -> pacer.reserved(r);
            case Result.Offered r -> {
                if (work instanceof Work.OfferNext w) {
                    pacer.offered(w, r);
                }
            }
            case Result.Dialed r -> dialed(work, r);
            case Result.Transferred r -> {
                if (work instanceof Work.TransferTo w) {
                    transfers.reserved(w, r.reservation());
                }
            }
            case Result.Screen r -> {
                if (work instanceof Work.LoadScreen w) {
                    screen(w, r.screen());
                }
            }
            case Result.Disposed r -> {
                if (work instanceof Work.Dispose w) {
                    disposed(w, r.answer());
                }
            }
            case Result.DeskRead r -> {
                if (work instanceof Work.OpenDesk w) {
                    deskRead(w, r);
                }
            }
            case Result.WindowRead r -> {
                pacer.windowRead(r);
                bench.today.read(r.tallies());
                safety.windowRead();
            }
            case Result.OpenRead r -> adopt(r);
            case Result.Missing _ -> missing(work);
        }
    }

    private void dialed(Work work, Result.Dialed result) {
        if (work instanceof Work.DialFor w) {
            pacer.dialed(w, result);
        } else if (work instanceof Work.ReserveOne w) {
            single.reserved(w, result);
        }
    }

    private void written(Work work) {
        if (work instanceof Work.WriteOrder w) {
            w.answer().complete(new Answer.Accepted());
        } else if (work instanceof Work.End w) {
            bench.looseEnds.written(w.ending().attempt());
        } else if (work instanceof Work.Probe w) {
            safety.reached(w.at());
        }
    }

    /// Calls from before a restart, and strays: attempts that were committed while the answer to
    /// it got lost. With them the seats of the agents who had them.
    private void adopt(Result.OpenRead read) {
        List<CallBook.OpenAttempt> strays = read.open().stream().filter(this::isStray).toList();
        for (CallBook.OpenAttempt stray : strays) {
            stray.agent()
                    .filter(agent -> bench.seat(agent).isEmpty())
                    .map(read.members()::get)
                    .ifPresent(seats::make);
            calls.adopt(stray);
            if (stray.transferredFrom().isEmpty()) {
                safety.submit(screenOf(stray, safety.adopted() ? STRAY : BEFORE));
            }
        }
        if (!safety.adopted() || !strays.isEmpty()) {
            safety.adoptedAll();
        }
    }

    /// Somebody may be talking: their agent needs the account again.
    private static Work screenOf(CallBook.OpenAttempt open, CallReason why) {
        return new Work.LoadScreen(
                Optional.of(open.attempt()), Optional.empty(), open.account(), open.phone(), why);
    }

    /// One that is young may belong to an agent's call whose permit is on its way.
    private boolean isStray(CallBook.OpenAttempt open) {
        boolean old = open.placedAt().plus(STRAY_AFTER).isBefore(bench.now);
        return !calls.isKnown(open.attempt()) && (old || !safety.adopted());
    }

    private void screen(Work.LoadScreen work, ScreenPop screen) {
        Optional<CallInHand> call = work.attempt().flatMap(bench::call);
        call.ifPresent(c -> c.screen = Optional.of(screen));
        work.agent()
                .or(() -> call.flatMap(c -> c.call.known().agent()))
                .flatMap(bench::seat)
                .ifPresent(seat -> show(seat, work, screen));
    }

    private static void show(Seat seat, Work.LoadScreen work, ScreenPop screen) {
        seat.front
                .filter(f -> f.attempt.equals(work.attempt()) && f.screen.isEmpty())
                .ifPresent(f -> {
                    f.screen = Optional.of(screen);
                    seat.changed = true;
                });
    }

    private void disposed(Work.Dispose work, Answer answer) {
        Optional<Seat> seat = bench.seat(work.agent());
        seat.ifPresent(s -> s.saving = false);
        if (answer instanceof Answer.Accepted) {
            bench.today.recorded(work);
            seat.ifPresent(s ->
                    seats.tell(
                            s,
                            new AgentEvent.Disposed(
                                    work.wrapUp().attempt(), work.pause(), bench.now)));
        } else {
            bench.today.settled();
        }
        work.answer().complete(answer);
    }

    private void missing(Work work) {
        switch (work) {
            case Work.DialFor w -> pacer.dialMissed(w, "NO_SUCH_ACCOUNT", NO_SUCH_ACCOUNT);
            case Work.ReserveOne w -> single.missed(w, "NO_SUCH_ACCOUNT", NO_SUCH_ACCOUNT);
            case Work.TransferTo w ->
                    transfers.missed(
                            w, "NO_SUCH_NUMBER", "There is no such conversation or number.");
            case Work.OpenDesk w ->
                    notOpened(
                            w,
                            Answer.Declined.because(
                                    "NO_LINE", "You have no line. Ask your supervisor."));
            case Work.Dispose w -> {
                bench.today.settled();
                bench.seat(w.agent()).ifPresent(s -> s.saving = false);
                w.answer()
                        .complete(
                                Answer.Declined.because(
                                        "NO_SUCH_CALL", "There is no such call to dispose of."));
            }
            case Work.Reserve _ -> pacer.reserveFailed();
            case Work.OfferNext w -> bench.seat(w.agent()).ifPresent(s -> s.offerOrdered = false);
            case Work.LoadScreen _,
                    Work.Note _,
                    Work.Take _,
                    Work.End _,
                    Work.AgentChanged _,
                    Work.ScreenShown _,
                    Work.GiveBack _,
                    Work.ReadWindow _,
                    Work.Probe _,
                    Work.ReadOpen _,
                    Work.WriteOrder _ -> {
                safety.broke(work, "nothing there");
                abandon(work);
            }
        }
    }

    private void deskRead(Work.OpenDesk work, Result.DeskRead read) {
        List<Undisposed> owed = bench.looseEnds.opened(work.agent(), read.owed());
        seats.sitDown(read.member(), read.paused(), owed, work.watcher());
        work.answer().complete(new Answer.Accepted());
    }

    private void notOpened(Work.OpenDesk work, Answer why) {
        bench.looseEnds.notOpened(work.agent());
        work.answer().complete(why);
    }

    /// The database is away. What must be written is kept; who asked is told.
    void failed(Work work) {
        safety.failed(work);
        abandon(work);
    }

    void broke(Work work, String why) {
        safety.done(work);
        safety.broke(work, why);
        abandon(work);
    }

    private void abandon(Work work) {
        Answer sorry =
                Answer.Declined.because(
                        Desks.DATABASE_AWAY,
                        "The database is away. Nothing was saved; try again in a moment.");
        switch (work) {
            case Work.Reserve _ -> pacer.reserveFailed();
            case Work.OfferNext w -> bench.seat(w.agent()).ifPresent(s -> s.offerOrdered = false);
            case Work.DialFor w -> pacer.dialMissed(w, Desks.DATABASE_AWAY, NOT_DIALED);
            case Work.ReserveOne w -> single.missed(w, Desks.DATABASE_AWAY, NOT_DIALED);
            case Work.TransferTo w -> transfers.missed(w, Desks.DATABASE_AWAY, NOT_DIALED);
            case Work.Dispose w -> {
                bench.today.settled();
                bench.seat(w.agent()).ifPresent(s -> s.saving = false);
                w.answer().complete(sorry);
            }
            case Work.OpenDesk w -> notOpened(w, sorry);
            case Work.WriteOrder w -> w.answer().complete(sorry);
            case Work.ReadOpen w -> {
                if (!safety.adopted()) {
                    safety.later(w);
                }
            }
            case Work.LoadScreen w -> safety.later(w);
            case Work.Note _,
                    Work.Take _,
                    Work.End _,
                    Work.AgentChanged _,
                    Work.ScreenShown _,
                    Work.GiveBack _,
                    Work.ReadWindow _,
                    Work.Probe _ -> {}
        }
    }
}
