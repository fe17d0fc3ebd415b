package org.rightparty.dialer.loop;

import org.rightparty.console.agent.AgentState;
import org.rightparty.console.agent.PauseReason;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.DeskSnapshot;
import org.rightparty.console.desk.Desks.Watcher;
import org.rightparty.console.desk.Intent;
import org.rightparty.console.desk.WrapUp;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/// A person at a desk: looks at the screen every second or two and does what people do.
final class SimAgent {
    /// From the answer until the page says that it shows the account.
    static final long SCREEN_MICROS = 50_000;

    final AgentId id;
    private final FloorSim sim;
    private final RandomGenerator chance;
    private Optional<Page> page = Optional.empty();
    Optional<DeskSnapshot> seen = Optional.empty();
    boolean goesHome;

    /// One load of the page.
    private final class Page implements Watcher {
        @Override
        public void changed(DeskSnapshot desk, Optional<Long> answeredNanos) {
            if (page.filter(this::equals).isPresent()) {
                seen = Optional.of(desk);
                sim.trace("desk " + id + " " + desk.state() + " " + desk.line());
                answeredNanos.ifPresent(n -> shown(desk, n));
            }
        }

        private void shown(DeskSnapshot desk, long nanos) {
            desk.call()
                    .flatMap(DeskSnapshot.CallInFront::attempt)
                    .ifPresent(a -> {
                        long then = nanos + 1_000 * SCREEN_MICROS;
                        sim.send(new LoopEvent.ScreenShown(id, a, then));
                    });
        }

        @Override
        public boolean isThere() {
            return page.filter(this::equals).isPresent();
        }

        @Override
        public void dismissed(String reason, Instant at) {
            if (page.filter(this::equals).isPresent()) {
                page = Optional.empty();
                seen = Optional.empty();
            }
        }

        @Override
        public void letGo() {
            dismissed("", sim.schedule.instant());
        }
    }

    SimAgent(AgentId id, FloorSim sim, RandomGenerator chance) {
        this.id = id;
        this.sim = sim;
        this.chance = chance;
    }

    String line() {
        return Long.toString(2000 + id.value());
    }

    void begin() {
        sim.telephone.phone(line(), true);
        lookAgainSoon();
    }

    /// The program was started anew: the page has lost its socket.
    void cutOff() {
        page = Optional.empty();
        seen = Optional.empty();
    }

    private void lookAgainSoon() {
        sim.schedule.after(Duration.ofMillis(chance.nextInt(400, 2000)), this::look);
    }

    private void look() {
        if (page.isEmpty()) {
            Page opened = new Page();
            page = Optional.of(opened);
            sim.telephone.phone(line(), true);
            CompletableFuture<Answer> answer = new CompletableFuture<>();
            sim.send(new LoopEvent.DeskAsked(id, opened, answer));
        } else {
            seen.ifPresentOrElse(this::act, this::openAgain);
        }
        lookAgainSoon();
    }

    private void openAgain() {
        page.ifPresent(p -> sim.send(new LoopEvent.DeskAsked(id, p, new CompletableFuture<>())));
    }

    private void act(DeskSnapshot desk) {
        if (!goesHome && chance.nextInt(400) == 0) {
            reload();
        } else if (desk.line() == DeskSnapshot.Line.DOWN) {
            sim.ask(id, new Intent.CallMyLine());
        } else {
            work(desk);
        }
    }

    /// The browser starts anew, and its softphone with it.
    private void reload() {
        page.ifPresent(p -> sim.send(new LoopEvent.WatcherGone(id, p)));
        page = Optional.empty();
        seen = Optional.empty();
        sim.telephone.phone(line(), false);
    }

    private void work(DeskSnapshot desk) {
        switch (desk.state()) {
            case AgentState.Offline _ -> openAgain();
            case AgentState.NotReady _ -> notReady();
            case AgentState.Ready _ -> ready();
            case AgentState.Previewing _ -> preview();
            case AgentState.Dialing _ -> sometimes(30, new Intent.HangUp());
            case AgentState.Reserved _, AgentState.ConnectionLost _ -> {}
            case AgentState.Talking s -> talk(s.attempt());
            case AgentState.Holding _ -> hold();
            case AgentState.WrappingUp s -> wrapUp(s.attempt());
        }
    }

    private void notReady() {
        if (!goesHome && chance.nextInt(3) == 0) {
            sim.ask(id, new Intent.GoReady());
        }
    }

    private void ready() {
        if (goesHome) {
            sim.ask(id, new Intent.Pause(PauseReason.LUNCH));
        } else if (chance.nextInt(100) == 0) {
            int who = chance.nextInt(1, sim.office.consumers.size());
            sim.ask(id, new Intent.DialManually(new AccountId(who), new PhoneId(who)));
        } else {
            sometimes(120, new Intent.Pause(PauseReason.BREAK));
        }
    }

    private void preview() {
        sim.ask(
                id,
                chance.nextInt(5) == 0 || goesHome
                        ? new Intent.SkipPreview("not now")
                        : new Intent.DialPreview());
    }

    private void talk(AttemptId attempt) {
        switch (chance.nextInt(18)) {
            case 0 -> sim.ask(id, new Intent.HangUp());
            case 1 -> sim.ask(id, new Intent.Hold());
            case 2, 3 -> sim.ask(id, new Intent.VerifyIdentity(attempt, List.of("DATE_OF_BIRTH")));
            case 4 -> sim.ask(id, new Intent.PauseRecording());
            case 5 -> sim.ask(id, new Intent.Pause(PauseReason.BREAK));
            case 6 -> sim.ask(id, new Intent.LogOut());
            case 7 -> sim.ask(id, new Intent.AskForHelp(true));
            case 8, 9, 10 -> {
                int who = chance.nextInt(1, sim.office.consumers.size());
                sim.ask(id, new Intent.Transfer(attempt, new PhoneId(who)));
            }
            case 11 -> sim.ask(id, new Intent.CancelTransfer());
            default -> {}
        }
    }

    private void hold() {
        sim.ask(id, chance.nextInt(8) == 0 ? new Intent.HangUp() : new Intent.Resume());
    }

    private void wrapUp(AttemptId attempt) {
        if (chance.nextInt(4) == 0) {
            WrapUp form =
                    new WrapUp(
                            attempt, "RPC_NO_PROMISE", "", "", Optional.empty(), Optional.empty());
            sim.ask(id, new Intent.Dispose(form, Optional.empty()));
        }
    }

    private void sometimes(int oneIn, Intent intent) {
        if (chance.nextInt(oneIn) == 0) {
            sim.ask(id, intent);
        }
    }
}
