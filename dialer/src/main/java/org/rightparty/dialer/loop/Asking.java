package org.rightparty.dialer.loop;

import org.rightparty.console.agent.AgentEvent;
import org.rightparty.console.agent.AgentState;
import org.rightparty.console.agent.AgentState.NotReady;
import org.rightparty.console.agent.AgentState.Previewing;
import org.rightparty.console.agent.AgentState.Ready;
import org.rightparty.console.agent.AgentState.WrappingUp;
import org.rightparty.console.agent.PauseReason;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.CallReason;
import org.rightparty.console.desk.DeskSnapshot.Line;
import org.rightparty.console.desk.Intent;
import org.rightparty.console.desk.Proofs;
import org.rightparty.console.desk.WrapUps.Spoken;
import org.rightparty.dialer.call.CallOrder;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.Mode;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// What agents ask for: each intent is done, or declined with a sentence.
final class Asking {
    private static final CallReason BY_HAND = CallReason.open("Dialed by hand.");
    private static final Answer DONE = new Answer.Accepted();

    private final Bench bench;
    private final Safety safety;
    private final Seats seats;
    private final Calls calls;
    private final Transfers transfers;

    Asking(Bench bench, Safety safety, Seats seats, Calls calls, Transfers transfers) {
        this.bench = bench;
        this.safety = safety;
        this.seats = seats;
        this.calls = calls;
        this.transfers = transfers;
    }

    void ask(Seat seat, Intent intent, CompletableFuture<Answer> answer) {
        switch (intent) {
            case Intent.DialPreview _ -> dialPreview(seat, answer);
            case Intent.DialManually i -> dialManually(seat, i, answer);
            case Intent.Dispose i -> dispose(seat, i, answer);
            case Intent.Transfer i -> transfers.ask(seat, i, answer);
            case Intent.CancelTransfer _ -> answer.complete(transfers.cancel(seat));
            case Intent.CallMyLine _ -> answer.complete(callMyLine(seat));
            case Intent.GoReady _ -> answer.complete(goReady(seat));
            case Intent.Pause i -> answer.complete(pause(seat, i.reason()));
            case Intent.SkipPreview i -> answer.complete(skip(seat, i.reason()));
            case Intent.HangUp _ -> answer.complete(hangUp(seat));
            case Intent.Hold _ -> answer.complete(hold(seat));
            case Intent.Resume _ -> answer.complete(resume(seat));
            case Intent.PauseRecording _ -> answer.complete(mute(seat, Muting.SILENT));
            case Intent.ResumeRecording _ -> answer.complete(mute(seat, Muting.SOUND));
            case Intent.AnnounceRecording i -> answer.complete(announce(seat, i.attempt()));
            case Intent.VerifyIdentity i -> answer.complete(verify(seat, i));
            case Intent.AskForHelp i -> answer.complete(help(seat, i));
            case Intent.LogOut _ -> answer.complete(logOut(seat));
        }
    }

    private Answer callMyLine(Seat seat) {
        if (seat.line == Line.DOWN) {
            seats.callLine(seat);
        }
        return DONE;
    }

    private Answer goReady(Seat seat) {
        return seats.ask(seat, new AgentEvent.WentReady(bench.now));
    }

    Answer pause(Seat seat, PauseReason reason) {
        if (!seat.asking) {
            seats.giveBackPreview(seat, "PAUSED");
        }
        return seats.ask(seat, new AgentEvent.Paused(reason, bench.now));
    }

    private Answer skip(Seat seat, String reason) {
        if (seat.agent.state() instanceof Previewing && !seat.asking) {
            seats.giveBackPreview(seat, reason);
            return DONE;
        } else {
            return notNow("There is no preview to skip.");
        }
    }

    private void dialPreview(Seat seat, CompletableFuture<Answer> answer) {
        if (seat.agent.state() instanceof Previewing p && seat.line == Line.UP && !seat.asking) {
            dial(
                    seat,
                    new Work.DialFor(
                            bench.policy.id(),
                            seat.id(),
                            p.offer().account(),
                            p.offer().phone(),
                            Mode.PREVIEW,
                            p.offer().path(),
                            Pacer.reason(p.offer().path(), p.offer().why()),
                            bench.policy.ringSeconds(),
                            answer));
        } else {
            answer.complete(notNow("There is no preview to dial."));
        }
    }

    private void dialManually(Seat seat, Intent.DialManually i, CompletableFuture<Answer> answer) {
        boolean free =
                (seat.agent.state() instanceof Ready || seat.agent.state() instanceof NotReady)
                        && !seat.asking;
        if (!free) {
            answer.complete(notNow("Finish what is in front of you before you dial."));
        } else if (seat.line != Line.UP) {
            answer.complete(
                    Answer.Declined.because(
                            "LINE_DOWN", "Your line is down. Connect your line first."));
        } else if (!seat.agent.hears()) {
            answer.complete(
                    Answer.Declined.because("NO_SOUND", "No sound arrives at your headset."));
        } else {
            dial(
                    seat,
                    new Work.DialFor(
                            bench.policy.id(),
                            seat.id(),
                            i.account(),
                            i.phone(),
                            Mode.MANUAL,
                            DialPath.AGENT,
                            BY_HAND,
                            bench.policy.ringSeconds(),
                            answer));
        }
    }

    private void dial(Seat seat, Work.DialFor work) {
        Optional<String> cannot = safety.cannot();
        if (cannot.isPresent()) {
            work.answer().complete(Answer.Declined.because("CANNOT_DIAL", cannot.get()));
        } else if (bench.room.book(1) == 0) {
            work.answer()
                    .complete(
                            Answer.Declined.because(
                                    "TRUNKS_FULL",
                                    "All lines to the outside are taken. Try again in a moment."));
        } else {
            seat.asking = true;
            safety.submit(work);
        }
    }

    private Answer hangUp(Seat seat) {
        Optional<AttemptId> attempt = seat.agent.attempt();
        if (attempt.isEmpty() || seat.agent.state() instanceof WrappingUp) {
            return notNow("There is no call to end.");
        } else {
            calls.order(attempt.get(), new CallOrder.End("AGENT", bench.now));
            return DONE;
        }
    }

    private Answer hold(Seat seat) {
        if (seat.agent.state() instanceof AgentState.Talking s) {
            calls.order(s.attempt(), new CallOrder.Park(bench.now));
            return DONE;
        } else {
            return notNow("There is nobody to put on hold.");
        }
    }

    private Answer resume(Seat seat) {
        if (seat.agent.state() instanceof AgentState.Holding s && seat.line == Line.UP) {
            calls.order(s.attempt(), new CallOrder.ConnectTo(seat.member.line(), bench.now));
            return DONE;
        } else {
            return notNow("There is nobody on hold.");
        }
    }

    private enum Muting {
        SILENT,
        SOUND
    }

    private Answer mute(Seat seat, Muting muting) {
        boolean silent = muting == Muting.SILENT;
        Optional<Front> recorded = seat.front.filter(f -> f.recording && f.endedAt.isEmpty());
        if (recorded.isEmpty() || recorded.get().attempt.isEmpty()) {
            return notNow("This call is not being recorded.");
        }
        Front front = recorded.get();
        AttemptId attempt = front.attempt.orElseThrow();
        if (front.recordingPaused != silent) {
            front.recordingPaused = silent;
            seat.changed = true;
            bench.telephone.muteRecording(attempt, silent);
            note(seat, attempt, silent ? "recording-paused" : "recording-resumed", Map.of());
        }
        return DONE;
    }

    private Answer announce(Seat seat, AttemptId attempt) {
        Optional<CallInHand> call =
                seat.front
                        .filter(f -> f.attempt.equals(Optional.of(attempt)) && hasSpoken(f))
                        .filter(f -> f.endedAt.isEmpty())
                        .flatMap(_ -> bench.call(attempt))
                        .filter(c -> c.duties.wantsAnnouncement(bench.policy));
        if (call.isEmpty()) {
            return notNow("The recording of this call does not wait for you.");
        }
        note(seat, attempt, "recording-announced", Map.of());
        calls.announced(call.get());
        seat.changed = true;
        return DONE;
    }

    private Answer verify(Seat seat, Intent.VerifyIdentity i) {
        Optional<Front> spoken =
                seat.front.filter(f -> f.attempt.equals(Optional.of(i.attempt())) && hasSpoken(f));
        if (spoken.isEmpty()) {
            return notNow("Identity is verified in a conversation.");
        } else if (i.proofs().isEmpty()) {
            return Answer.Declined.because("NO_PROOF", "Choose what the person proved.");
        } else {
            Front front = spoken.get();
            front.verifiedBy(i.proofs());
            bench.call(i.attempt()).ifPresent(c -> c.verifiedAt = Optional.of(bench.now));
            seat.changed = true;
            String proofs = Proofs.write(i.proofs());
            note(seat, i.attempt(), Proofs.EVENT, Map.of(Proofs.PARTICULAR, proofs));
            return DONE;
        }
    }

    private static boolean hasSpoken(Front front) {
        return front.conversedAt.isPresent();
    }

    private void dispose(Seat seat, Intent.Dispose i, CompletableFuture<Answer> answer) {
        AttemptId attempt = i.wrapUp().attempt();
        boolean owed = seat.agent.state() instanceof WrappingUp s && s.attempt().equals(attempt);
        if (!owed || seat.front.isEmpty()) {
            answer.complete(notNow("This call is not waiting for its disposition."));
        } else if (seat.saving) {
            answer.complete(notNow("The disposition is being saved."));
        } else {
            Front front = seat.front.get();
            seat.saving = true;
            bench.today.sent();
            Spoken spoken =
                    new Spoken(front.conversedAt.orElse(bench.now), front.verified, front.proofs);
            safety.submit(new Work.Dispose(seat.id(), i.wrapUp(), spoken, i.pause(), answer));
        }
    }

    private Answer help(Seat seat, Intent.AskForHelp i) {
        seat.helpWanted = i.wanted();
        seat.changed = true;
        return DONE;
    }

    private Answer logOut(Seat seat) {
        if (seat.asking) {
            return notNow("A call of yours is being placed.");
        } else if (seat.isOffline() && isOnCall(seat)) {
            return notNow("A call of yours from before is still up.");
        }
        seats.giveBackPreview(seat, "LOGGED_OUT");
        Answer answer = seats.ask(seat, new AgentEvent.LoggedOut(bench.now));
        if (answer instanceof Answer.Accepted) {
            seats.leave(seat);
        }
        return answer;
    }

    /// Of a seat that was made for its call when the program was started anew.
    private boolean isOnCall(Seat seat) {
        return bench.calls.values().stream()
                .anyMatch(c -> c.call.known().agent().equals(Optional.of(seat.id())));
    }

    private void note(Seat seat, AttemptId attempt, String kind, Map<String, Object> detail) {
        safety.submit(
                new Work.Note(
                        new CallBook.Happening(
                                attempt, bench.now, kind, Optional.of(seat.id()), detail)));
    }

    private static Answer notNow(String sentence) {
        return Answer.Declined.because("NOT_IN_THIS_STATE", sentence);
    }
}
