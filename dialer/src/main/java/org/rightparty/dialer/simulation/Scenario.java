package org.rightparty.dialer.simulation;

import java.util.List;
import java.util.Optional;

/// A floor to be simulated: who works when, who answers, how long everything lasts. Times are
/// seconds from the start of the day, shares lie between 0 and 1.
///
/// @param seed of the first replication; each further one adds 1
/// @param durationS length of the simulated day
/// @param warmUpS how long nothing is measured
/// @param listSize how many numbers there are to dial, each once
/// @param patienceS how long a person who answered waits before it counts as abandoned
public record Scenario(
        String name,
        String description,
        long seed,
        int replications,
        double durationS,
        double warmUpS,
        int listSize,
        Agents agents,
        AnswerRate answerRate,
        Numbers numbers,
        OtherOutcomes otherOutcomes,
        Timing timing,
        Optional<Screening> screening,
        Distribution talk,
        Distribution wrapUp,
        Optional<Verification> verification,
        double patienceS,
        Trunks trunks,
        Compliance compliance,
        Switching switching,
        Differences differences) {

    /// @param leaves times at which a share of all agents goes away
    /// @param talkCv how much agents differ in the length of their talks, as a coefficient of
    ///     variation of each agent's own factor
    /// @param wrapUpCv the same for their wrap-ups
    public record Agents(
            List<Group> groups,
            Optional<ShortBreaks> shortBreaks,
            List<Leave> leaves,
            double talkCv,
            double wrapUpCv) {
        public Agents {
            groups = List.copyOf(groups);
            leaves = List.copyOf(leaves);
        }

        public int count() {
            return groups.stream().mapToInt(Group::count).sum();
        }
    }

    /// Agents who keep the same hours.
    ///
    /// @param loginSpreadS each comes up to so much later, evenly spread
    /// @param logoutS when they go home; empty when they stay to the end
    /// @param leavesAnnounced they ask for the log-out at once, even in a talk; otherwise when free
    /// @param breaks times at which every one of them goes away
    /// @param talkFactor what their talks last compared with others'
    public record Group(
            int count,
            double loginS,
            double loginSpreadS,
            Optional<Double> logoutS,
            double logoutSpreadS,
            boolean leavesAnnounced,
            List<Leave> breaks,
            double talkFactor,
            double wrapUpFactor) {
        public Group {
            breaks = List.copyOf(breaks);
        }
    }

    /// @param afterWrapUp the chance that a wrap-up ends in a break
    public record ShortBreaks(double afterWrapUp, Distribution duration) {}

    /// @param spreadS each leaves up to so much later, evenly spread
    /// @param durationSpreadS each is away up to so much longer or shorter, evenly spread
    /// @param announced they ask for the pause at once, even in a talk; otherwise only when free
    public record Leave(
            double atS,
            double spreadS,
            double durationS,
            double durationSpreadS,
            double share,
            boolean announced) {}

    /// The chance that a person answers, over the day: `base · curve · step · noise`.
    ///
    /// @param noiseCv coefficient of variation of the noise
    /// @param noiseS after so many seconds the noise has forgotten all but 1/e
    /// @param steps the last that has begun holds
    /// @param dayCurve multipliers at instants, straight lines between them; empty for none
    public record AnswerRate(
            double base, double noiseCv, double noiseS, List<Point> steps, List<Point> dayCurve) {
        public AnswerRate {
            steps = List.copyOf(steps);
            dayCurve = List.copyOf(dayCurve);
        }
    }

    public record Point(double atS, double multiplier) {}

    /// The agent verifies who it is and says so on the page.
    ///
    /// @param component in which talks: the place of the mixture's part they are drawn from
    /// @param afterS how long after the talk began, unless it is over by then
    public record Verification(int component, Distribution afterS) {}

    /// How numbers differ in their chance of an answer.
    ///
    /// @param cv coefficient of variation of each number's own factor; 0 when all are alike
    /// @param known whether selection knows it and tells the pace
    public record Numbers(double cv, boolean known) {}

    /// What happens on a call that no person answers: shares of these calls.
    public record OtherOutcomes(double machine, double noAnswer, double busy, double failed) {}

    /// @param setup from the originate to the ringing, or to the refusal
    /// @param ringTimeoutS longest ringing
    public record Timing(
            Distribution setup,
            Distribution ringPerson,
            Distribution ringMachine,
            Distribution busyAfter,
            Distribution failedAfter,
            double ringTimeoutS) {}

    /// Machine detection.
    ///
    /// @param delay from the pick-up to the verdict
    /// @param personMissed share of persons taken for a machine: they are hung up on, and abandoned
    /// @param machineMissed share of machines taken for a person: they are brought to an agent
    /// @param machineTalk how long the agent then listens
    public record Screening(
            Distribution delay,
            double personMissed,
            double machineMissed,
            Distribution machineTalk) {}

    /// @param most calls at once
    /// @param failures times at which a share of the trunks is dead
    public record Trunks(int most, List<Failure> failures) {
        public Trunks {
            failures = List.copyOf(failures);
        }
    }

    /// @param share of calls that fail at once meanwhile
    public record Failure(double atS, double durationS, double share) {}

    /// @param windowS how far back abandonment counts
    /// @param screeningEstimate share of persons whom the operator believes to be taken for a
    ///     machine, which the dialer cannot see
    public record Compliance(
            double maxAbandonRate, String definition, double windowS, double screeningEstimate) {}

    /// How fast our own side is.
    ///
    /// @param permitS from the order of a permit to its grant
    /// @param bridgeS from the order to connect until agent and person hear each other
    public record Switching(double permitS, double bridgeS) {}

    /// How calls and talks differ within the list and over the day.
    ///
    /// @param parts of the list, which selection knows; empty when all of it is alike
    /// @param stretches of the day; the last that has begun holds
    public record Differences(List<Part> parts, List<Stretch> stretches) {
        public static final Differences NONE = new Differences(List.of(), List.of());

        public Differences {
            parts = List.copyOf(parts);
            stretches = List.copyOf(stretches);
        }
    }

    /// @param share of the list, beside the other parts' shares
    public record Part(String name, double share, Factors factors) {}

    public record Stretch(double atS, Factors factors) {}

    /// What lasts so many times as long: ringing until somebody or something picks up, talk,
    /// wrap-up.
    public record Factors(double ring, double talk, double wrapUp) {
        static final Factors USUAL = new Factors(1, 1, 1);

        Factors times(Factors other) {
            return new Factors(ring * other.ring, talk * other.talk, wrapUp * other.wrapUp);
        }
    }

    /// With so many agents, and lines in the same proportion.
    public Scenario withAgents(int count) {
        double more = (double) count / agents.count();
        int lines = Math.max(1, (int) Math.ceil(trunks.most() * more));
        return withTeam(count).withLines(lines);
    }

    /// With so many agents on the lines that there are.
    Scenario withTeam(int count) {
        Agents scaled =
                new Agents(
                        Scaling.to(agents.groups(), count),
                        agents.shortBreaks(),
                        agents.leaves(),
                        agents.talkCv(),
                        agents.wrapUpCv());
        return with(scaled, answerRate, timing, trunks);
    }

    Scenario withLines(int most) {
        return with(agents, answerRate, timing, new Trunks(most, trunks.failures()));
    }

    Scenario withRingTimeout(double seconds) {
        Timing other =
                new Timing(
                        timing.setup(),
                        timing.ringPerson(),
                        timing.ringMachine(),
                        timing.busyAfter(),
                        timing.failedAfter(),
                        seconds);
        return with(agents, answerRate, other, trunks);
    }

    Scenario withAnswers(AnswerRate rate) {
        return with(agents, rate, timing, trunks);
    }

    private Scenario with(Agents team, AnswerRate answers, Timing times, Trunks lines) {
        return new Scenario(
                name,
                description,
                seed,
                replications,
                durationS,
                warmUpS,
                listSize,
                team,
                answers,
                numbers,
                otherOutcomes,
                times,
                screening,
                talk,
                wrapUp,
                verification,
                patienceS,
                lines,
                compliance,
                switching,
                differences);
    }
}
