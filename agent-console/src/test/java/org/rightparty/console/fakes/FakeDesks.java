package org.rightparty.console.fakes;

import org.rightparty.console.agent.AgentState;
import org.rightparty.console.agent.Offer;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.DeskSnapshot;
import org.rightparty.console.desk.Desks;
import org.rightparty.console.desk.Intent;
import org.rightparty.console.desk.NoCalls;
import org.rightparty.console.desk.ScreenPop;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Desks without a dialer: each is one [FakeDesk]; calls come when a test says so.
public final class FakeDesks implements Desks {
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Map<AgentId, FakeDesk> desks = new ConcurrentHashMap<>();
    private final List<Shown> shown = new CopyOnWriteArrayList<>();
    private volatile Consumer<AgentId> whenReady = agent -> {};
    private final AtomicInteger linesTold = new AtomicInteger();
    private volatile long attempts = 80;

    /// Why no desk opens.
    private volatile Optional<Answer> declined = Optional.empty();

    /// A page said that it shows the account of this call.
    public record Shown(AgentId agent, AttemptId attempt, long nanos) {}

    public FakeDesks(InstantSource clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    /// Tells `told` of each agent who becomes ready.
    public void whenReady(Consumer<AgentId> told) {
        whenReady = told;
    }

    /// No desk opens from now on.
    public void declining(Answer why) {
        declined = Optional.of(why);
    }

    /// How often pages told of their softphones.
    public int linesTold() {
        return linesTold.get();
    }

    public List<Shown> shown() {
        return List.copyOf(shown);
    }

    @Override
    public CompletionStage<Answer> open(AgentId agent, CampaignId campaign, Watcher watcher) {
        if (declined.isPresent()) {
            return CompletableFuture.completedFuture(declined.get());
        }
        FakeDesk desk = desks.computeIfAbsent(agent, a -> new FakeDesk(a, campaign, clock));
        desk.watchedBy(watcher);
        return CompletableFuture.completedFuture(new Answer.Accepted());
    }

    @Override
    public void watcherGone(AgentId agent, Watcher watcher) {
        Optional.ofNullable(desks.get(agent)).ifPresent(desk -> desk.unwatchedBy(watcher));
    }

    @Override
    public CompletionStage<Answer> ask(AgentId agent, Intent intent) {
        FakeDesk desk = desk(agent);
        Answer answer = desk.ask(intent);
        if (desk.snapshot().state() instanceof AgentState.Ready) {
            whenReady.accept(agent);
        }
        return CompletableFuture.completedFuture(answer);
    }

    @Override
    public void lineReady(AgentId agent, boolean ready) {
        linesTold.incrementAndGet();
        desk(agent).line(ready ? DeskSnapshot.Line.UP : DeskSnapshot.Line.DOWN);
    }

    @Override
    public void soundArrives(AgentId agent, boolean arrives) {
        desk(agent).sound(arrives);
    }

    @Override
    public void screenShown(AgentId agent, AttemptId attempt, long receivedNanos) {
        shown.add(new Shown(agent, attempt, receivedNanos));
    }

    @Override
    public Optional<DeskSnapshot> snapshot(AgentId agent) {
        return Optional.ofNullable(desks.get(agent)).map(FakeDesk::snapshot);
    }

    /// All desks now.
    public List<DeskSnapshot> snapshots() {
        return desks.values().stream().map(FakeDesk::snapshot).toList();
    }

    /// A person answered and is this agent's: the account pops up.
    public synchronized AttemptId answered(AgentId agent, ScreenPop screen) {
        AttemptId attempt = new AttemptId(++attempts);
        desk(agent).answered(attempt, screen, nanos.getAsLong());
        return attempt;
    }

    /// This account is offered to the agent.
    public void previewing(AgentId agent, Offer offer, ScreenPop screen) {
        desk(agent).previewing(offer, screen);
    }

    /// The agent's own call rings.
    public synchronized AttemptId dialing(AgentId agent, ScreenPop screen) {
        AttemptId attempt = new AttemptId(++attempts);
        desk(agent).dialing(attempt, screen);
        return attempt;
    }

    /// The person answers the agent's own call.
    public void answered(AgentId agent, AttemptId attempt, ScreenPop screen) {
        desk(agent).answered(attempt, screen, nanos.getAsLong());
    }

    /// The agent's call reached nobody.
    public void missed(AgentId agent, DeskSnapshot.Missed call) {
        desk(agent).missed(call);
    }

    /// Nobody is called now, for this reason; or all goes on.
    public void noCalls(AgentId agent, Optional<NoCalls> why) {
        desk(agent).noCalls(why);
    }

    /// The person hung up.
    public void hungUp(AgentId agent) {
        desk(agent).hungUp();
    }

    private FakeDesk desk(AgentId agent) {
        return Optional.ofNullable(desks.get(agent))
                .orElseThrow(() -> new IllegalStateException("no desk of agent " + agent));
    }
}
