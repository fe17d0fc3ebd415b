package org.rightparty.dialer.simulation;

import org.rightparty.dialer.simulation.Chance.Stream;
import org.rightparty.dialer.simulation.Scenario.Agents;
import org.rightparty.dialer.simulation.Scenario.Factors;
import org.rightparty.dialer.simulation.Scenario.Group;
import org.rightparty.dialer.simulation.Scenario.Leave;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// One agent's day, decided by the seed and the agent's number: when they come, leave and go, how
/// fast they are, and what their n-th talk is like.
final class WorkDay {
    /// @param announced they ask for the pause at once, even in a talk
    record Away(double fromS, double untilS, boolean announced) {}

    private final Scenario scenario;
    private final long seed;
    private final int agent;
    private final double comesAtS;
    private final Optional<Double> goesAtS;
    private final boolean leavesAnnounced;
    private final List<Away> away;
    private final double talkFactor;
    private final double wrapUpFactor;
    private long calls;

    private WorkDay(Scenario scenario, long seed, int agent, Group group) {
        this.scenario = scenario;
        this.seed = seed;
        this.agent = agent;
        RandomGenerator chance = Chance.of(seed, Stream.AGENT, agent);
        comesAtS = group.loginS() + group.loginSpreadS() * chance.nextDouble();
        double later = group.logoutSpreadS() * chance.nextDouble();
        goesAtS = group.logoutS().map(second -> second + later);
        leavesAnnounced = group.leavesAnnounced();
        Agents agents = scenario.agents();
        talkFactor = group.talkFactor() * factor(agents.talkCv(), chance);
        wrapUpFactor = group.wrapUpFactor() * factor(agents.wrapUpCv(), chance);
        away = away(group);
    }

    private static double factor(double cv, RandomGenerator chance) {
        return new Distribution.LogNormal(1, cv).draw(chance);
    }

    /// The days of all agents, in the order of their groups.
    static List<WorkDay> of(Scenario scenario, long seed) {
        List<WorkDay> days = new ArrayList<>();
        for (Group group : scenario.agents().groups()) {
            for (int i = 0; i < group.count(); i++) {
                days.add(new WorkDay(scenario, seed, days.size(), group));
            }
        }
        return days;
    }

    private List<Away> away(Group group) {
        List<Away> times = new ArrayList<>();
        group.breaks().forEach(b -> away(b, 1_000 + times.size()).ifPresent(times::add));
        List<Leave> leaves = scenario.agents().leaves();
        for (int i = 0; i < leaves.size(); i++) {
            away(leaves.get(i), i).ifPresent(times::add);
        }
        return times;
    }

    /// Exactly the share leaves: those whose place in a shuffled row is early.
    private Optional<Away> away(Leave leave, int number) {
        RandomGenerator chance = Chance.of(seed, Stream.LEAVE, number, agent);
        double from = leave.atS() + leave.spreadS() * chance.nextDouble();
        double length = leave.durationS() + leave.durationSpreadS() * (2 * chance.nextDouble() - 1);
        int count = scenario.agents().count();
        boolean goes =
                Shuffle.place(seed, number, agent, count) < Math.round(leave.share() * count);
        return goes
                ? Optional.of(new Away(from, from + Math.max(0, length), leave.announced()))
                : Optional.empty();
    }

    double comesAtS() {
        return comesAtS;
    }

    Optional<Double> goesAtS() {
        return goesAtS;
    }

    /// Whether they ask for the log-out during their last talk.
    boolean leavesAnnounced() {
        return leavesAnnounced;
    }

    List<Away> away() {
        return away;
    }

    /// What the next talk will be like.
    ///
    /// @param factors how much longer than others it lasts
    Conversation next(Factors factors) {
        long call = calls++;
        RandomGenerator chance = Chance.of(seed, Stream.CALL, agent, call);
        Drawn drawn = talk(chance);
        double talk = talkFactor * factors.talk() * drawn.seconds();
        double wrapUp = wrapUpFactor * factors.wrapUp() * scenario.wrapUp().draw(chance);
        double luck = chance.nextDouble();
        double rest =
                scenario.agents()
                        .shortBreaks()
                        .filter(b -> luck < b.afterWrapUp())
                        .map(b -> b.duration().draw(chance))
                        .orElse(0.0);
        return new Conversation(talk, wrapUp, verified(drawn.part(), call, talk), rest);
    }

    /// @param part of the mixture that it was drawn from; 0 when there is but one
    private record Drawn(int part, double seconds) {}

    private Drawn talk(RandomGenerator chance) {
        if (scenario.talk() instanceof Distribution.Mixture mixture) {
            int part = mixture.pick(chance);
            return new Drawn(part, mixture.parts().get(part).of().draw(chance));
        } else {
            return new Drawn(0, scenario.talk().draw(chance));
        }
    }

    private Optional<Double> verified(int part, long call, double talk) {
        RandomGenerator chance = Chance.of(seed, Stream.VERIFICATION, agent, call);
        return scenario.verification()
                .filter(v -> v.component() == part)
                .map(v -> v.afterS().draw(chance))
                .filter(after -> after < talk);
    }
}
