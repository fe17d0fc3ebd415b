package org.rightparty.dialer.simulation;

import org.rightparty.compliance.gate.Attempt;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.RehearsalPermits;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.ledger.AuditEntry.Actor;
import org.rightparty.console.agent.AgentState;
import org.rightparty.console.agent.Offer;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.CallReason;
import org.rightparty.console.desk.NoCalls;
import org.rightparty.console.desk.ScreenPop;
import org.rightparty.console.desk.Screens;
import org.rightparty.console.desk.WrapUp;
import org.rightparty.console.desk.WrapUps;
import org.rightparty.dialer.call.Telephone.AgentLine;
import org.rightparty.dialer.loop.CallBook;
import org.rightparty.dialer.loop.CampaignPolicy;
import org.rightparty.dialer.loop.Pool;
import org.rightparty.dialer.loop.Roster;
import org.rightparty.dialer.pacing.Lead;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.LongFunction;

/// The tables in memory: a list of numbers that nobody has, dialed from the top, each once.
final class Tables implements Pool, CallBook, Screens, WrapUps, Roster {
    private static final long LINE_BASE = 2_000;
    private static final int NUMBERS_AN_AREA = 2_000_000;

    private final Map<AttemptId, Attempt> open = new LinkedHashMap<>();
    private final Scenario scenario;
    private final CampaignPolicy policy;
    private final LongFunction<Lead> leads;
    private final AbandonmentLog abandonment;
    private long dialed;

    /// @param leads what selection knows of each dial's number
    Tables(Scenario scenario, CampaignPolicy policy, LongFunction<Lead> leads) {
        this.scenario = scenario;
        this.policy = policy;
        this.leads = leads;
        this.abandonment = new AbandonmentLog(scenario);
    }

    static String line(AgentId agent) {
        return Long.toString(LINE_BASE + agent.value());
    }

    // Pool

    @Override
    public List<Drawn> reserveNext(CampaignId campaign, Mode mode, int count, Instant now) {
        List<Drawn> granted = new ArrayList<>(count);
        while (granted.size() < count && dialed < scenario.listSize()) {
            Lead lead = leads.apply(++dialed);
            granted.add(new Drawn(grant(dialed, mode, now), "Next in the list.", lead));
        }
        return granted;
    }

    private Reservation grant(long dial, Mode mode, Instant now) {
        DialRequest request =
                new DialRequest(
                        policy.id(),
                        new ConsumerId(dial),
                        new AccountId(dial),
                        new PhoneId(dial),
                        mode,
                        DialPath.CAMPAIGN,
                        Optional.empty(),
                        policy.ringSeconds());
        Reservation.Granted granted =
                RehearsalPermits.grant(
                        request, number(dial), policy.callerId(), new AttemptId(dial), now);
        open.put(granted.attempt().id(), granted.attempt());
        return granted;
    }

    /// Central-office codes that begin with 0 or 1 are never assigned.
    private static PhoneNumber number(long dial) {
        long area = 200 + dial / NUMBERS_AN_AREA % 800;
        return new PhoneNumber("+" + (10_000_000_000L + area * 10_000_000 + dial % 2_000_000));
    }

    @Override
    public Optional<Offer> offerNext(CampaignId campaign, AgentId agent, Instant now) {
        return Optional.empty();
    }

    @Override
    public Optional<NoCalls> lacks(CampaignId campaign, Instant now) {
        return dialed < scenario.listSize() ? Optional.empty() : Optional.of(NoCalls.NOBODY_LEFT);
    }

    @Override
    public void giveBack(CampaignId campaign, Offer offer, String reason, Instant now) {}

    /// There is nobody to take over: no account has another party than its consumer.
    @Override
    public Reservation transfer(Transfer transfer, Instant now) {
        throw new NoSuchElementException("no party " + transfer.phone());
    }

    @Override
    public Reservation reserve(DialRequest request, Instant now) {
        throw new IllegalStateException("simulated agents dial nobody by hand");
    }

    // CallBook

    @Override
    public void happened(List<Happening> happenings) {}

    @Override
    public void ended(Ending ending) {
        open.remove(ending.attempt());
        abandonment.ended(ending);
    }

    @Override
    public List<OpenAttempt> open(CampaignId campaign) {
        List<OpenAttempt> attempts = new ArrayList<>(open.size());
        for (Attempt a : open.values()) {
            attempts.add(
                    new OpenAttempt(
                            a.id(),
                            a.placedAt(),
                            a.consumer(),
                            a.account(),
                            a.phone(),
                            a.number(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            Optional.empty()));
        }
        return attempts;
    }

    @Override
    public Optional<Holder> holder(ConsumerId consumer) {
        return Optional.empty();
    }

    @Override
    public void taken(AttemptId attempt, AgentId agent) {}

    @Override
    public void agentChanged(
            AgentId agent,
            CampaignId campaign,
            AgentState state,
            Optional<AttemptId> attempt,
            Instant at) {}

    /// A simulated day has no start of the program but its first.
    @Override
    public Optional<AgentState.NotReady> pauseLeft(AgentId agent, Instant now) {
        return Optional.empty();
    }

    @Override
    public void screenShown(
            AttemptId attempt,
            AgentId agent,
            Instant answeredAt,
            Instant pushedAt,
            Instant acknowledgedAt,
            long latencyMicros) {}

    @Override
    public void reach() {}

    @Override
    public Abandonment abandonment(CampaignId campaign, Instant now) {
        return abandonment.at(now);
    }

    // Screens

    @Override
    public ScreenPop load(
            AccountId account, PhoneId dialedPhone, Optional<AttemptId> attempt, CallReason why) {
        return EmptyScreen.of(account, number(account.value()), why);
    }

    // WrapUps

    @Override
    public Answer record(AgentId agent, WrapUp wrapUp, Spoken spoken) {
        return new Answer.Accepted();
    }

    @Override
    public List<Undisposed> undisposed(AgentId agent) {
        return List.of();
    }

    // Roster

    @Override
    public List<CampaignPolicy> campaigns() {
        return List.of(policy);
    }

    @Override
    public Member member(AgentId agent) {
        AgentLine line = new AgentLine(agent, line(agent), AgentLine.Kind.DESK);
        return new Member(agent, "Agent " + agent.value(), line);
    }

    @Override
    public void assigned(AgentId agent, CampaignId campaign, Instant at) {}

    @Override
    public void ordered(Actor by, CampaignPolicy next, Instant at) {}

    @Override
    public List<Roster.OwnCallback> callbacks(CampaignId campaign, Instant from, Instant until) {
        return List.of();
    }

    @Override
    public Tallies tallies(CampaignId campaign, Instant now) {
        return new Tallies(Tally.NONE, Map.of());
    }
}
