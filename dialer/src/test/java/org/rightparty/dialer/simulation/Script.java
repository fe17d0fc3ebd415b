package org.rightparty.dialer.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What the people of a scenario do, to be played by others than the simulator: the same draws from
/// the same seed. Of the scenario only who answers and how long everything lasts is played.
public final class Script {
    private final Scenario scenario;

    /// @param kind PERSON, NO_ANSWER, BUSY or FAILED
    /// @param setup until it rings or is refused
    /// @param after from there until it is answered or ends
    public record Dial(String kind, Duration setup, Duration after) {}

    public record Talk(Duration talk, Duration wrapUp) {}

    /// One agent's talks, in order. One thread.
    @FunctionalInterface
    public interface Agent {
        Talk next();
    }

    /// @throws IllegalArgumentException for a scenario with machines or breaks, which nobody plays
    public Script(Scenario scenario) {
        this.scenario = scenario;
        boolean plain =
                scenario.otherOutcomes().machine() == 0
                        && scenario.screening().isEmpty()
                        && scenario.agents().shortBreaks().isEmpty()
                        && scenario.agents().leaves().isEmpty();
        if (!plain) {
            throw new IllegalArgumentException(
                    scenario.name() + " has machines or breaks, which are not played");
        }
    }

    /// The first `count` dials.
    public List<Dial> dials(int count) {
        Fates fates = new Fates(scenario, scenario.seed());
        List<Dial> dials = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            Fate fate = fates.of(n, 0);
            dials.add(new Dial(fate.kind().name(), time(fate.setupS()), time(fate.afterS())));
        }
        return dials;
    }

    public List<Agent> agents() {
        return WorkDay.of(scenario, scenario.seed()).stream().map(Script::agent).toList();
    }

    private static Agent agent(WorkDay day) {
        return () -> {
            Conversation next = day.next(Scenario.Factors.USUAL);
            return new Talk(time(next.talkS()), time(next.wrapUpS()));
        };
    }

    private static Duration time(double seconds) {
        return Duration.ofMillis(Math.round(1_000 * seconds));
    }
}
