package org.rightparty.dialer.loop;

import org.rightparty.dialer.loop.Roster.Tallies;
import org.rightparty.dialer.loop.Roster.Tally;
import org.rightparty.vocabulary.AgentId;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What the campaign achieved today: what the tables told when they were last read, and what was
/// recorded since. So a disposition counts from its commit on, and the tables are read no oftener.
///
/// A reading while a disposition was on its way may hold it or not. Its right-party contacts and
/// promises are passed over: those of the next are taken.
final class Today {
    private Tallies told = new Tallies(Tally.NONE, Map.of());
    private final Map<AgentId, Tally> since = new HashMap<>();
    private int onTheirWay;
    private boolean doubtful;

    /// The tables are being read from now on.
    void reading() {
        doubtful = onTheirWay > 0;
    }

    void read(Tallies tallies) {
        if (doubtful) {
            told = withAchievementsOf(told, tallies);
        } else {
            told = tallies;
            since.clear();
        }
    }

    /// A disposition is on its way to the tables.
    void sent() {
        onTheirWay++;
        doubtful = true;
    }

    /// It is there.
    void recorded(Work.Dispose work) {
        settled();
        long rightParty = work.spoken().rightParty() ? 1 : 0;
        long promises = work.wrapUp().promise().isPresent() ? 1 : 0;
        since.merge(work.agent(), new Tally(0, 0, rightParty, promises), Today::sum);
    }

    /// It was not taken.
    void settled() {
        onTheirWay--;
    }

    Tally campaign() {
        return since.values().stream().reduce(told.campaign(), Today::sum);
    }

    Tally of(AgentId agent) {
        return sum(
                told.agents().getOrDefault(agent, Tally.NONE),
                since.getOrDefault(agent, Tally.NONE));
    }

    private static Tallies withAchievementsOf(Tallies before, Tallies now) {
        Set<AgentId> known = new HashSet<>(before.agents().keySet());
        known.addAll(now.agents().keySet());
        Map<AgentId, Tally> agents = new HashMap<>();
        for (AgentId agent : known) {
            Tally was = before.agents().getOrDefault(agent, Tally.NONE);
            Tally is = now.agents().getOrDefault(agent, Tally.NONE);
            agents.put(agent, withAchievementsOf(was, is));
        }
        return new Tallies(withAchievementsOf(before.campaign(), now.campaign()), agents);
    }

    private static Tally withAchievementsOf(Tally before, Tally now) {
        return new Tally(now.attempts(), now.answered(), before.rightParty(), before.promises());
    }

    private static Tally sum(Tally one, Tally other) {
        return new Tally(
                one.attempts() + other.attempts(),
                one.answered() + other.answered(),
                one.rightParty() + other.rightParty(),
                one.promises() + other.promises());
    }
}
