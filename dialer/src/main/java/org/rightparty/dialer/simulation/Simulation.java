package org.rightparty.dialer.simulation;

import org.rightparty.dialer.pacing.Floor;
import org.rightparty.dialer.pacing.PaceDecision;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;

/// Simulates a scenario under a policy, replication after replication, as many beside each other as
/// there are cores.
public final class Simulation {
    /// Who looks on at the decisions of one replication. Called on its thread.
    @FunctionalInterface
    public interface Watch {
        void decided(int replication, double second, Floor floor, PaceDecision decision);

        Watch NOBODY = (_, _, _, _) -> {};
    }

    /// What the replications came to.
    ///
    /// @param days one for each replication, in the order of their seeds
    public record Outcome(Scenario scenario, String policy, List<Figures> days) {
        public Outcome {
            days = List.copyOf(days);
        }

        public Interval of(ToDoubleFunction<Figures> figure) {
            return Interval.of(days.stream().map(figure::applyAsDouble).toList());
        }

        public long total(ToDoubleFunction<Figures> figure) {
            return Math.round(days.stream().mapToDouble(figure).sum());
        }
    }

    private Simulation() {}

    /// One day. The same seed gives the same day.
    public static Figures day(Scenario scenario, Policy policy, long seed) {
        return new VirtualFloor(scenario, policy, seed, (_, _, _) -> {}).run();
    }

    /// @param replications how many days, with the seeds `scenario.seed()` and onwards
    /// @throws IllegalStateException when the loop stopped by a bug
    public static Outcome run(
            Scenario scenario, Policy policy, int replications, int threads, Watch watch) {
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<Figures>> days = new ArrayList<>();
            for (int i = 0; i < replications; i++) {
                int number = i;
                days.add(
                        workers.submit(() ->
                                new VirtualFloor(
                                                scenario,
                                                policy,
                                                scenario.seed() + number,
                                                (s, f, d) -> watch.decided(number, s, f, d))
                                        .run()));
            }
            List<Figures> figures = new ArrayList<>();
            for (Future<Figures> day : days) {
                figures.add(day.get());
            }
            return new Outcome(scenario, policy.name(), figures);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a replication failed", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }
}
