package org.rightparty.console.fakes;

import org.rightparty.console.agent.AgentState;
import org.rightparty.console.agent.Offer;
import org.rightparty.console.agent.PauseReason;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.DeskSnapshot;
import org.rightparty.console.desk.DeskSnapshot.CallInFront;
import org.rightparty.console.desk.DeskSnapshot.Line;
import org.rightparty.console.desk.DeskSnapshot.Phase;
import org.rightparty.console.desk.DeskSnapshot.Recorded;
import org.rightparty.console.desk.DeskSnapshot.Transfer;
import org.rightparty.console.desk.Desks.Watcher;
import org.rightparty.console.desk.Intent;
import org.rightparty.console.desk.NoCalls;
import org.rightparty.console.desk.ScreenPop;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Outcome;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// One desk of the fake: enough of an agent's life to fill every page.
final class FakeDesk {
    private boolean hears = true;
    private static final Duration WRAP_UP_TARGET = Duration.ofSeconds(45);

    private final AgentId agent;
    private final CampaignId campaign;
    private final InstantSource clock;
    private Optional<Watcher> watcher = Optional.empty();
    private long revision;
    private AgentState state;
    private Line line = Line.DOWN;
    private Optional<PauseReason> pauseAfterCall = Optional.empty();
    private boolean helpWanted;
    private Optional<NoCalls> noCalls = Optional.empty();
    private Optional<DeskSnapshot.Missed> missed = Optional.empty();
    private Optional<CallInFront> call = Optional.empty();
    private String hungUpBy = "";

    FakeDesk(AgentId agent, CampaignId campaign, InstantSource clock) {
        this.agent = agent;
        this.campaign = campaign;
        this.clock = clock;
        this.state = new AgentState.NotReady(PauseReason.LOGGED_IN, clock.instant());
    }

    synchronized void watchedBy(Watcher next) {
        watcher.ifPresent(
                w -> w.dismissed("This desk was opened on another page.", clock.instant()));
        watcher = Optional.of(next);
        changed(Optional.empty());
    }

    synchronized void unwatchedBy(Watcher gone) {
        watcher = watcher.filter(w -> !w.equals(gone));
    }

    synchronized DeskSnapshot snapshot() {
        return new DeskSnapshot(
                agent,
                revision,
                clock.instant(),
                campaign,
                "Card 90",
                Mode.PREDICTIVE,
                state,
                line,
                pauseAfterCall,
                helpWanted,
                noCalls,
                missed,
                call);
    }

    synchronized void line(Line next) {
        line = next;
        changed(Optional.empty());
    }

    /// An account is offered; the last call stays told.
    synchronized void previewing(Offer offer, ScreenPop screen) {
        state = new AgentState.Previewing(offer, now(), Optional.empty());
        inFront(Optional.empty(), Phase.PREVIEW, screen.beforeDialing());
    }

    /// The agent's own call rings, its account in front.
    synchronized void dialing(AttemptId attempt, ScreenPop screen) {
        state = new AgentState.Dialing(attempt, now());
        missed = Optional.empty();
        inFront(Optional.of(attempt), Phase.RINGING, screen);
    }

    private void inFront(Optional<AttemptId> attempt, Phase phase, ScreenPop screen) {
        hungUpBy = "";
        call =
                Optional.of(
                        new CallInFront(
                                attempt,
                                phase,
                                Optional.empty(),
                                Optional.empty(),
                                "",
                                Recorded.NOT,
                                false,
                                Optional.empty(),
                                Optional.of(screen)));
        changed(Optional.empty());
    }

    synchronized void answered(AttemptId attempt, ScreenPop screen, long nanos) {
        state = new AgentState.Talking(attempt, now());
        missed = Optional.empty();
        hungUpBy = "";
        call =
                Optional.of(
                        new CallInFront(
                                Optional.of(attempt),
                                Phase.TALKING,
                                Optional.of(now()),
                                Optional.empty(),
                                "",
                                Recorded.RUNNING,
                                false,
                                Optional.empty(),
                                Optional.of(screen)));
        changed(Optional.of(nanos));
    }

    synchronized void noCalls(Optional<NoCalls> why) {
        noCalls = why;
        changed(Optional.empty());
    }

    synchronized void missed(DeskSnapshot.Missed call) {
        missed = Optional.of(call);
        changed(Optional.empty());
    }

    synchronized void hungUp() {
        hungUp("CONSUMER");
    }

    private void hungUp(String by) {
        hungUpBy = by;
        attempt()
                .ifPresent(attempt -> {
                    state =
                            new AgentState.WrappingUp(
                                    attempt, now(), now(), now().plus(WRAP_UP_TARGET));
                    call = call.map(c -> with(c, Phase.ENDED, c.verified(), Recorded.NOT));
                    changed(Optional.empty());
                });
    }

    synchronized Answer ask(Intent intent) {
        Answer answer = decide(intent);
        if (answer instanceof Answer.Accepted) {
            changed(Optional.empty());
            leaveAsAnnounced();
        }
        return answer;
    }

    private void leaveAsAnnounced() {
        boolean leaves =
                state instanceof AgentState.NotReady s && s.reason() == PauseReason.LOGGING_OUT;
        if (leaves) {
            watcher.ifPresent(w -> w.dismissed("Logged out.", now()));
        }
    }

    private Answer decide(Intent intent) {
        return switch (intent) {
            case Intent.CallMyLine i -> done(() -> line = Line.UP);
            case Intent.GoReady i -> goReady();
            case Intent.Pause i -> pause(i.reason());
            case Intent.Transfer i ->
                    talking(() -> transfer(new Transfer(i.phone(), Optional.empty())));
            case Intent.CancelTransfer i -> talking(this::nobodyTookOver);
            case Intent.HangUp i -> talking(() -> hungUp("AGENT"));
            case Intent.Hold i -> talking(() -> phase(Phase.ON_HOLD));
            case Intent.Resume i -> talking(() -> phase(Phase.TALKING));
            case Intent.PauseRecording i -> talking(() -> recording(Recorded.PAUSED));
            case Intent.ResumeRecording i -> talking(() -> recording(Recorded.RUNNING));
            case Intent.AnnounceRecording i -> talking(() -> recording(Recorded.RUNNING));
            case Intent.VerifyIdentity i -> talking(this::verified);
            case Intent.Dispose i -> dispose(i);
            case Intent.AskForHelp i -> done(() -> helpWanted = i.wanted());
            case Intent.LogOut i -> call.isPresent() ? notNow() : done(() -> {});
            case Intent.DialPreview i -> notNow();
            case Intent.SkipPreview i -> notNow();
            case Intent.DialManually i -> notNow();
        };
    }

    /// Whether sound arrives at the softphone; without one nobody tells.
    synchronized void sound(boolean arrives) {
        hears = arrives;
        if (!arrives && state instanceof AgentState.Ready) {
            state = new AgentState.NotReady(PauseReason.LINE_LOST, now());
            changed(Optional.empty());
        }
    }

    private Answer goReady() {
        if (call.isPresent()) {
            return notNow();
        } else if (line != Line.UP) {
            return Answer.Declined.because("LINE_DOWN", "Connect your telephone line first.");
        } else if (!hears) {
            return Answer.Declined.because("NO_SOUND", "No sound arrives at your headset.");
        } else {
            return done(() -> state = new AgentState.Ready(now()));
        }
    }

    private Answer pause(PauseReason reason) {
        return call.isPresent()
                ? done(() -> pauseAfterCall = Optional.of(reason))
                : done(() -> state = new AgentState.NotReady(reason, now()));
    }

    private Answer dispose(Intent.Dispose dispose) {
        if (!(state instanceof AgentState.WrappingUp)) {
            return notNow();
        } else if (dispose.wrapUp().code().isBlank()) {
            return new Answer.Declined(
                    "FORM_INCOMPLETE",
                    "The disposition cannot be recorded like this.",
                    List.of(new Answer.Fault("code", "Choose a disposition.")));
        } else {
            return done(() -> {
                call = Optional.empty();
                Optional<PauseReason> out =
                        pauseAfterCall.filter(PauseReason.SUPERVISOR::equals).or(dispose::pause);
                state =
                        out.<AgentState>map(why -> new AgentState.NotReady(why, now()))
                                .orElseGet(() -> new AgentState.Ready(now()));
                pauseAfterCall = Optional.empty();
            });
        }
    }

    private void verified() {
        call = call.map(c -> with(c, c.phase(), true, c.recording()));
    }

    private void recording(Recorded recording) {
        call = call.map(c -> with(c, c.phase(), c.verified(), recording));
    }

    private void phase(Phase phase) {
        AttemptId attempt = attempt().orElseThrow();
        state =
                phase == Phase.ON_HOLD
                        ? new AgentState.Holding(attempt, now())
                        : new AgentState.Talking(attempt, now());
        call = call.map(c -> with(c, phase, c.verified(), c.recording()));
    }

    private void nobodyTookOver() {
        call.flatMap(CallInFront::transfer)
                .ifPresent(t ->
                        transfer(new Transfer(t.phone(), Optional.of(Outcome.RING_NO_ANSWER))));
    }

    private void transfer(Transfer transfer) {
        call =
                call.map(c ->
                        new CallInFront(
                                c.attempt(),
                                c.phase(),
                                c.answeredAt(),
                                c.endedAt(),
                                c.hungUpBy(),
                                c.recording(),
                                c.verified(),
                                Optional.of(transfer),
                                c.screen()));
    }

    private Answer talking(Runnable change) {
        boolean onCall = state instanceof AgentState.Talking || state instanceof AgentState.Holding;
        return onCall ? done(change) : notNow();
    }

    private static Answer done(Runnable change) {
        change.run();
        return new Answer.Accepted();
    }

    private static Answer notNow() {
        return Answer.Declined.because("NOT_IN_THIS_STATE", "This cannot be done now.");
    }

    private Optional<AttemptId> attempt() {
        return call.flatMap(CallInFront::attempt);
    }

    private CallInFront with(CallInFront c, Phase phase, boolean verified, Recorded recording) {
        Optional<Instant> ended = phase == Phase.ENDED ? Optional.of(now()) : Optional.empty();
        return new CallInFront(
                c.attempt(),
                phase,
                c.answeredAt(),
                ended,
                hungUpBy,
                recording,
                verified,
                c.transfer(),
                c.screen());
    }

    private Instant now() {
        return clock.instant();
    }

    private void changed(Optional<Long> answeredNanos) {
        revision++;
        watcher.ifPresent(w -> w.changed(snapshot(), answeredNanos));
    }
}
