package org.rightparty.dialer.loop;

import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.ledger.AuditEntry.Actor;
import org.rightparty.console.agent.AgentState;
import org.rightparty.console.agent.AgentState.NotReady;
import org.rightparty.console.agent.Offer;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.CallReason;
import org.rightparty.console.desk.NoCalls;
import org.rightparty.console.desk.ScreenPop;
import org.rightparty.console.desk.Screens;
import org.rightparty.console.desk.WrapUp;
import org.rightparty.console.desk.WrapUps;
import org.rightparty.database.DatabaseFailure;
import org.rightparty.dialer.call.Telephone.AgentLine;
import org.rightparty.dialer.loop.Roster.OwnCallback;
import org.rightparty.dialer.pacing.Lead;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Outcome;
import org.rightparty.vocabulary.PhoneId;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.random.RandomGenerator;

/// The tables in memory, with the real gate in front of every attempt, and with days on which they
/// cannot be reached.
final class SimOffice implements Pool, CallBook, Screens, WrapUps, Roster {
    private static final Duration RETRY = Duration.ofMinutes(4);
    static final String WHY = "Simulated selection.";

    final Map<AttemptId, SimAttempt> attempts = new LinkedHashMap<>();
    final List<SimConsumer> consumers = new ArrayList<>();
    final List<String> violations = new ArrayList<>();
    final BlockingQueue<SimScreens.Shown> shown = new LinkedBlockingQueue<>();
    private final Map<ConsumerId, List<SimAttempt>> byConsumer = new LinkedHashMap<>();
    private final Set<ConsumerId> offered = new HashSet<>();
    private final Map<AgentId, AgentState> states = new HashMap<>();

    /// Selection's own memory: whom the gate refused is left alone for a while.
    private final Map<ConsumerId, Instant> refused = new HashMap<>();

    final List<OwnCallback> callbacks = new ArrayList<>();

    /// What the pool says of itself.
    Optional<NoCalls> lacks = Optional.empty();

    /// What the window held before the simulation began.
    Abandonment before;

    /// Called after every commit, before its answer is on the way.
    Runnable committed = () -> {};

    final SimGate gate = new SimGate();
    private final InstantSource clock;
    private CampaignPolicy policy;
    private Optional<Instant> downSince = Optional.empty();
    private int life = 1;
    private int cursor;

    SimOffice(CampaignPolicy policy, int people, InstantSource clock, RandomGenerator chance) {
        this.policy = policy;
        this.clock = clock;
        for (int number = 1; number <= people; number++) {
            ZoneId zone = ZoneId.of(number % 3 == 0 ? "America/Chicago" : "America/New_York");
            SimConsumer consumer = new SimConsumer(number, zone);
            consumers.add(consumer);
            remembered(consumer).addAll(gate.past(consumer, chance.nextInt(8), clock.instant()));
        }
        before =
                chance.nextBoolean()
                        ? new Abandonment(0, 0)
                        : new Abandonment(chance.nextInt(500, 3000), chance.nextInt(40));
    }

    void reachable(boolean up) {
        downSince = up ? Optional.empty() : Optional.of(clock.instant());
    }

    /// The program was started anew.
    void newLife() {
        life++;
    }

    Optional<Instant> downSince() {
        return downSince;
    }

    @Override
    public void reach() {
        if (downSince.isPresent()) {
            throw new DatabaseFailure(DatabaseFailure.Category.UNREACHABLE, "simulated loss", null);
        }
    }

    List<SimAttempt> history(SimConsumer consumer) {
        return List.copyOf(remembered(consumer));
    }

    private List<SimAttempt> remembered(SimConsumer consumer) {
        return byConsumer.computeIfAbsent(consumer.id(), _ -> new ArrayList<>());
    }

    // Pool

    @Override
    public List<Drawn> reserveNext(CampaignId campaign, Mode mode, int count, Instant now) {
        reach();
        List<Drawn> made = new ArrayList<>();
        int granted = 0;
        for (int seen = 0; seen < consumers.size() && granted < count; seen++) {
            SimConsumer next = consumers.get(cursor++ % consumers.size());
            if (isDue(next, now)) {
                Reservation r = reserve(SimGate.request(policy.id(), next, mode), now);
                granted += r instanceof Reservation.Granted ? 1 : 0;
                made.add(new Drawn(r, WHY, Lead.USUAL));
            }
        }
        return made;
    }

    private boolean isDue(SimConsumer consumer, Instant now) {
        List<SimAttempt> past = history(consumer);
        boolean rested = past.isEmpty() || past.getLast().placedAt.plus(RETRY).isBefore(now);
        boolean left = refused.getOrDefault(consumer.id(), Instant.EPOCH).plus(RETRY).isAfter(now);
        return rested && !left && !offered.contains(consumer.id());
    }

    @Override
    public Optional<Offer> offerNext(CampaignId campaign, AgentId agent, Instant now) {
        reach();
        for (int seen = 0; seen < consumers.size(); seen++) {
            SimConsumer next = consumers.get(cursor++ % consumers.size());
            if (isDue(next, now)) {
                offered.add(next.id());
                return Optional.of(
                        new Offer(
                                next.id(), next.account(), next.phoneId(), DialPath.CAMPAIGN, WHY));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<NoCalls> lacks(CampaignId campaign, Instant now) {
        reach();
        return lacks;
    }

    @Override
    public void giveBack(CampaignId campaign, Offer offer, String reason, Instant now) {
        reach();
        offered.remove(offer.consumer());
    }

    @Override
    public Reservation reserve(DialRequest request, Instant now) {
        reach();
        SimConsumer consumer = consumer(request.account());
        offered.remove(consumer.id());
        return switch (gate.decide(request, consumer, history(consumer), now)) {
            case Reservation.Granted g -> {
                SimAttempt attempt = new SimAttempt(g.attempt().id(), consumer, now);
                attempt.agent = request.agent();
                attempt.transferredFrom = request.transferredFrom();
                attempts.put(attempt.id, attempt);
                remembered(consumer).add(attempt);
                committed.run();
                yield g;
            }
            case Reservation.Denied d -> {
                refused.put(consumer.id(), now);
                yield d;
            }
            case Reservation.Busy b -> b;
        };
    }

    /// Everybody's number has the number of their account.
    @Override
    public Reservation transfer(Transfer wanted, Instant now) {
        SimConsumer party = consumer(new AccountId(wanted.phone().value()));
        return reserve(SimGate.request(wanted, party), now);
    }

    private SimConsumer consumer(AccountId account) {
        return consumers.stream()
                .filter(c -> c.account().equals(account))
                .findFirst()
                .orElseThrow();
    }

    // CallBook

    @Override
    public void happened(List<Happening> happenings) {
        reach();
        for (Happening h : happenings) {
            SimAttempt attempt = attempt(h.attempt());
            if (attempt.ending.isPresent() && isBeforeEnd(h.kind())) {
                violations.add(h.kind() + " written after the end of " + h.attempt());
            }
            attempt.happened(h, clock.instant());
        }
    }

    private static boolean isBeforeEnd(String kind) {
        return Set.of("rang", "answered", "joined").contains(kind);
    }

    private SimAttempt attempt(AttemptId id) {
        SimAttempt attempt = attempts.get(id);
        if (attempt == null) {
            throw new IllegalStateException("no such attempt " + id);
        }
        return attempt;
    }

    @Override
    public void ended(Ending ending) {
        reach();
        SimAttempt attempt = attempt(ending.attempt());
        if (attempt.ending.isPresent() && !attempt.endInDoubt) {
            violations.add("ended twice: " + ending.attempt());
        } else if (attempt.ending.isEmpty()) {
            attempt.ending = Optional.of(ending);
            attempt.connectedAt = attempt.connectedAt.or(ending::connectedAt);
            attempt.agent = ending.agent();
        }
        attempt.endInDoubt = true;
        committed.run();
        attempt.endInDoubt = false;
    }

    @Override
    public List<OpenAttempt> open(CampaignId campaign) {
        reach();
        return attempts.values().stream().filter(SimAttempt::isOpen).map(SimAttempt::open).toList();
    }

    @Override
    public Optional<Holder> holder(ConsumerId consumer) {
        reach();
        return byConsumer.getOrDefault(consumer, List.of()).stream()
                .filter(SimAttempt::isOpen)
                .findFirst()
                .map(a -> new Holder(a.agent.map(id -> "Agent " + id), a.placedAt));
    }

    @Override
    public void taken(AttemptId attempt, AgentId agent) {
        reach();
        attempt(attempt).agent = Optional.of(agent);
    }

    @Override
    public void agentChanged(
            AgentId agent,
            CampaignId campaign,
            AgentState state,
            Optional<AttemptId> attempt,
            Instant at) {
        reach();
        states.put(agent, state);
    }

    @Override
    public Optional<NotReady> pauseLeft(AgentId agent, Instant now) {
        reach();
        return states.get(agent) instanceof NotReady pause && pause.reason().isKept()
                ? Optional.of(pause)
                : Optional.empty();
    }

    @Override
    public void screenShown(
            AttemptId attempt,
            AgentId agent,
            Instant answeredAt,
            Instant pushedAt,
            Instant acknowledgedAt,
            long latencyMicros) {
        reach();
        shown.add(new SimScreens.Shown(attempt, agent, latencyMicros));
    }

    @Override
    public Abandonment abandonment(CampaignId campaign, Instant now) {
        reach();
        long answered = attempts.values().stream().filter(a -> a.endedWith(ANSWERED)).count();
        long abandoned =
                attempts.values().stream()
                        .filter(a -> a.endedWith(Set.of(Outcome.ABANDONED)))
                        .count();
        return new Abandonment(before.answered() + answered, before.abandoned() + abandoned);
    }

    private static final Set<Outcome> ANSWERED =
            Set.of(Outcome.ANSWERED, Outcome.ABANDONED, Outcome.ANSWERED_DROPPED);

    // Screens

    @Override
    public ScreenPop load(
            AccountId account, PhoneId dialed, Optional<AttemptId> attempt, CallReason why) {
        reach();
        return SimScreens.of(consumer(account), why);
    }

    // WrapUps

    @Override
    public Answer record(AgentId agent, WrapUp wrapUp, Spoken spoken) {
        reach();
        SimAttempt attempt = attempt(wrapUp.attempt());
        if (attempt.dispositions > 0 && attempt.disposedInLife == life) {
            violations.add("recorded again without need: " + attempt.id);
        } else if (attempt.disposedBy.isEmpty()) {
            attempt.disposed(agent, wrapUp, spoken);
        }
        committed.run();
        attempt.disposedInLife = life;
        return new Answer.Accepted();
    }

    @Override
    public List<Undisposed> undisposed(AgentId agent) {
        reach();
        return attempts.values().stream()
                .filter(a -> a.isConversation() && a.dispositions == 0)
                .filter(a -> a.agent.equals(Optional.of(agent)))
                .map(SimAttempt::undisposed)
                .toList();
    }

    // Roster

    @Override
    public List<CampaignPolicy> campaigns() {
        return List.of(policy);
    }

    @Override
    public Member member(AgentId agent) {
        reach();
        if (agent.value() > 900) {
            throw new NoSuchElementException("no such agent");
        }
        String line = Long.toString(2000 + agent.value());
        return new Member(agent, "Agent", new AgentLine(agent, line, AgentLine.Kind.BROWSER));
    }

    @Override
    public void assigned(AgentId agent, CampaignId campaign, Instant at) {
        reach();
    }

    @Override
    public void ordered(Actor by, CampaignPolicy next, Instant at) {
        reach();
        policy = next;
    }

    @Override
    public List<OwnCallback> callbacks(CampaignId campaign, Instant from, Instant until) {
        return callbacks;
    }

    @Override
    public Tallies tallies(CampaignId campaign, Instant now) {
        reach();
        long contacts = attempts.values().stream().filter(a -> a.rightParty).count();
        long promises = attempts.values().stream().filter(a -> a.promised).count();
        return new Tallies(new Tally(attempts.size(), 0, contacts, promises), Map.of());
    }
}
