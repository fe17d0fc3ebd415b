package org.rightparty.dialer.loop;

import org.rightparty.console.agent.Agent;
import org.rightparty.console.agent.AgentState;
import org.rightparty.console.desk.DeskSnapshot;
import org.rightparty.console.desk.DeskSnapshot.CallInFront;
import org.rightparty.console.desk.DeskSnapshot.Line;
import org.rightparty.console.desk.DeskSnapshot.Missed;
import org.rightparty.console.desk.DeskSnapshot.Phase;
import org.rightparty.console.desk.DeskSnapshot.Recorded;
import org.rightparty.console.desk.Desks.Watcher;
import org.rightparty.console.desk.NoCalls;
import org.rightparty.console.desk.ScreenPop;
import org.rightparty.console.desk.WrapUps.Undisposed;
import org.rightparty.dialer.pacing.News;
import org.rightparty.vocabulary.AgentId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// One agent's place in the campaign. Touched by the loop's thread alone.
final class Seat {
    final Roster.Member member;
    Agent agent;
    Line line = Line.DOWN;
    Instant lineSince;

    /// The softphone in the page is registered, as far as the page has said.
    boolean registered;

    Optional<Watcher> watcher = Optional.empty();
    Instant watchedSince;
    boolean helpWanted;
    Optional<Front> front = Optional.empty();
    Optional<Missed> missed = Optional.empty();

    /// The part of the list that whoever they talk with belongs to; kept until the next talk, for
    /// the wrap-up.
    String segment = "";

    /// A call by hand or a preview is at the gate.
    boolean asking;

    /// The disposition is being saved.
    boolean saving;

    /// An offer has been asked for.
    boolean offerOrdered;

    Instant nextOfferAt;
    final Deque<Undisposed> owed = new ArrayDeque<>();
    long revision;
    boolean changed = true;

    Seat(Roster.Member member, Agent agent, Instant now) {
        this.member = member;
        this.agent = agent;
        this.lineSince = now;
        this.watchedSince = now;
        this.nextOfferAt = now;
    }

    AgentId id() {
        return member.id();
    }

    /// Whether a person can be brought to this agent now.
    boolean takesCalls() {
        return agent.state() instanceof AgentState.Ready
                && line == Line.UP
                && watcher.isPresent()
                && !asking;
    }

    boolean isOffline() {
        return agent.state() instanceof AgentState.Offline;
    }

    /// This wrap-up is over.
    ///
    /// @param announced a pause or a log-out was, before it ended
    News wrappedUp(AgentState.WrappingUp wrapUp, boolean announced) {
        AgentState state = agent.state();
        News.Next next = state instanceof AgentState.NotReady ? News.Next.PAUSE : News.Next.CALL;
        Duration length = Duration.between(wrapUp.since(), state.since());
        return new News.WrapUpEnded(id(), segment, length, announced ? News.Next.ANNOUNCED : next);
    }

    DeskSnapshot snapshot(CampaignPolicy policy, Optional<NoCalls> noCalls, Instant now) {
        return new DeskSnapshot(
                id(),
                revision,
                now,
                policy.id(),
                policy.name(),
                policy.mode(),
                agent.state(),
                line,
                agent.pauseAfterCall(),
                helpWanted,
                noCalls,
                missed,
                phase().flatMap(p -> front.map(f -> inFront(f, p, policy))));
    }

    private static CallInFront inFront(Front f, Phase phase, CampaignPolicy policy) {
        boolean spoken = phase == Phase.TALKING || phase == Phase.ON_HOLD;
        return new CallInFront(
                f.attempt,
                phase,
                f.answeredAt,
                f.endedAt,
                f.hungUpBy,
                recorded(f),
                f.verified,
                f.transfer,
                f.screen.map(s -> shown(s, phase, f.verified)),
                phase == Phase.PREVIEW || phase == Phase.ENDED
                        ? List.of()
                        : f.duties.spoken(f.verified),
                spoken && !f.recording && f.duties.wantsAnnouncement(policy));
    }

    private static Recorded recorded(Front f) {
        return !f.recording ? Recorded.NOT : f.recordingPaused ? Recorded.PAUSED : Recorded.RUNNING;
    }

    private static ScreenPop shown(ScreenPop screen, Phase phase, boolean verified) {
        if (phase == Phase.PREVIEW) {
            return screen.beforeDialing();
        } else {
            return verified ? screen : screen.withoutDebt();
        }
    }

    private Optional<Phase> phase() {
        return switch (agent.state()) {
            case AgentState.Offline _, AgentState.NotReady _, AgentState.Ready _ ->
                    Optional.empty();
            case AgentState.Previewing _ -> Optional.of(Phase.PREVIEW);
            case AgentState.Dialing _ -> Optional.of(Phase.RINGING);
            case AgentState.Reserved _ -> Optional.of(Phase.CONNECTING);
            case AgentState.Talking _ -> Optional.of(Phase.TALKING);
            case AgentState.Holding _ -> Optional.of(Phase.ON_HOLD);
            case AgentState.ConnectionLost _ -> Optional.of(Phase.LINE_LOST);
            case AgentState.WrappingUp _ -> Optional.of(Phase.ENDED);
        };
    }

    /// The screen as the agent may see it now; empty while it is being loaded.
    Optional<ScreenPop> screen() {
        return front.flatMap(f -> f.screen);
    }
}
