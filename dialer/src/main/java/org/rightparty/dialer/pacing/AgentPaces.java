package org.rightparty.dialer.pacing;

import org.rightparty.vocabulary.AgentId;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// How each agent's talks and wrap-ups compare with the team's: the agent's mean over the team's,
/// shrunk towards 1 by so many pieces of work as it takes to tell a person from chance.
final class AgentPaces {
    private static final int AGENTS_MAX = 2_000;
    private static final double TALK_SHRINK = 40;
    private static final double WRAP_SHRINK = 8;
    private static final double MEMORY = 200;

    private final Map<AgentId, Own> own = new LinkedHashMap<>(64, 0.75f, true);
    private final Sums team = new Sums();

    /// Who sat at each place of the floor last time: mostly the same.
    private Own[] seated = {};

    /// One agent's figures.
    static final class Own {
        final AgentId agent;
        final Sums sums = new Sums();
        double talk = 1;
        double wrap = 1;
        double talkPrior = 1;
        double wrapPrior = 1;

        Own(AgentId agent) {
            this.agent = agent;
        }

        private boolean isKnown() {
            return talk != 1 || wrap != 1;
        }

        private double[] figures() {
            double[] all = Arrays.copyOf(new double[] {talk, wrap, talkPrior, wrapPrior}, 8);
            System.arraycopy(sums.figures(), 0, all, 4, 4);
            return all;
        }

        private void restore(double[] all) {
            talk = all[0];
            wrap = all[1];
            talkPrior = all[2];
            wrapPrior = all[3];
            sums.restore(all, 4);
        }
    }

    /// Seconds of talk and wrap-up, and how many of each.
    static final class Sums {
        double talks;
        double talkSeconds;
        double wraps;
        double wrapSeconds;

        /// @param memory forgets by so many
        void talked(double seconds, double memory) {
            talks = talks * (1 - 1 / memory) + 1;
            talkSeconds = talkSeconds * (1 - 1 / memory) + seconds;
        }

        void wrapped(double seconds, double memory) {
            wraps = wraps * (1 - 1 / memory) + 1;
            wrapSeconds = wrapSeconds * (1 - 1 / memory) + seconds;
        }

        private double[] figures() {
            return new double[] {talks, talkSeconds, wraps, wrapSeconds};
        }

        private void restore(double[] all, int from) {
            talks = all[from];
            talkSeconds = all[from + 1];
            wraps = all[from + 2];
            wrapSeconds = all[from + 3];
        }
    }

    Own of(AgentId agent) {
        Own found = own.get(agent);
        return found == null ? new Own(agent) : found;
    }

    /// The agent at this place of the floor.
    Own of(int place, AgentId agent) {
        if (place >= seated.length) {
            int before = seated.length;
            seated = Arrays.copyOf(seated, 2 * place + 16);
            Arrays.fill(seated, before, seated.length, make(agent));
        }
        if (!seated[place].agent.equals(agent)) {
            seated[place] = make(agent);
        }
        return seated[place];
    }

    void talked(AgentId agent, double seconds) {
        Own o = make(agent);
        team.talked(seconds, MEMORY * own.size());
        o.sums.talked(seconds, MEMORY);
        o.talk = ratio(o.sums.talkSeconds, o.sums.talks, teamTalk(), TALK_SHRINK, o.talkPrior);
    }

    void wrapped(AgentId agent, double seconds) {
        Own o = make(agent);
        team.wrapped(seconds, MEMORY * own.size());
        o.sums.wrapped(seconds, MEMORY);
        o.wrap = ratio(o.sums.wrapSeconds, o.sums.wraps, teamWrap(), WRAP_SHRINK, o.wrapPrior);
    }

    private double teamTalk() {
        return team.talkSeconds / team.talks;
    }

    private double teamWrap() {
        return team.wrapSeconds / team.wraps;
    }

    Map<AgentId, double[]> figures() {
        Map<AgentId, double[]> all = new LinkedHashMap<>();
        own.forEach((agent, o) -> {
            if (o.isKnown()) {
                all.put(agent, new double[] {o.talk, o.wrap});
            }
        });
        return all;
    }

    /// Takes up how an agent compared with the team, worth as much as the prior.
    void restore(AgentId agent, double[] figures) {
        Own o = make(agent);
        o.talk = Math.clamp(figures[0], 0.3, 3);
        o.wrap = Math.clamp(figures[1], 0.3, 3);
        o.talkPrior = o.talk;
        o.wrapPrior = o.wrap;
    }

    /// Everybody's sums and ratios, in the order in which they will be forgotten.
    Map<AgentId, double[]> whole() {
        Map<AgentId, double[]> all = new LinkedHashMap<>();
        own.forEach((agent, o) -> all.put(agent, o.figures()));
        return all;
    }

    void restoreWhole(AgentId agent, double[] figures) {
        make(agent).restore(figures);
    }

    double[] team() {
        return team.figures();
    }

    void restoreTeam(double[] figures) {
        team.restore(figures, 0);
    }

    private static double ratio(
            double seconds, double count, double mean, double shrink, double prior) {
        double m = Math.max(mean, 0.5);
        return Math.clamp((seconds + shrink * m * prior) / ((count + shrink) * m), 0.3, 3);
    }

    private Own make(AgentId agent) {
        if (own.size() >= AGENTS_MAX && !own.containsKey(agent)) {
            own.remove(own.keySet().iterator().next());
            seated = new Own[0];
        }
        return own.computeIfAbsent(agent, Own::new);
    }
}
