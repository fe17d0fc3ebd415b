package org.rightparty.dialer.simulation;

import static java.util.stream.Collectors.joining;

import org.rightparty.dialer.simulation.Change.Setup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/// What would come of a change on a floor: the same days, with the same people, as they are and
/// with the change. The same question gives the same figures for each replication.
///
/// The caller waits, so it may not be an event loop. Interrupting it stops all at once.
public final class WhatIf {
    /// Fewer have no interval.
    public static final int LEAST = 2;

    private final Question question;
    private final Setup asItIs;
    private final Setup changed;
    private final LongSupplier nanos;
    private final Simulation.Watch watch;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong longest = new AtomicLong();
    private final Map<Integer, Pair> pairs = new ConcurrentSkipListMap<>();
    private final long began;

    /// @param changes none of them of the same subject as another
    /// @param replications how many at most, with the seeds `scenario.seed()` and onwards
    /// @param budget of time by the wall: as many replications as fit in, but [#LEAST] at least;
    ///     empty for all
    /// @param threads on which replications run beside each other
    public record Question(
            Scenario scenario,
            Policy policy,
            List<Change> changes,
            int replications,
            Optional<Duration> budget,
            int threads) {
        /// @throws IllegalArgumentException saying in words what cannot be asked
        public Question {
            changes = List.copyOf(changes);
            if (replications < LEAST) {
                throw new IllegalArgumentException(
                        "a difference needs "
                                + LEAST
                                + " replications or more to be told from"
                                + " chance, not "
                                + replications);
            }
            if (budget.filter(b -> !b.isPositive()).isPresent()) {
                throw new IllegalArgumentException("no replication fits into no time");
            }
            List<String> subjects = new ArrayList<>();
            for (Change change : changes) {
                if (subjects.contains(change.subject())) {
                    throw new IllegalArgumentException(
                            "what if changes " + change.subject() + " twice; say it once");
                }
                subjects.add(change.subject());
            }
        }

        private Setup asItIs() {
            return new Setup(scenario, policy);
        }

        private Setup changed() {
            Setup setup = asItIs();
            for (Change change : changes) {
                setup = change.in(setup);
            }
            return setup;
        }

        /// What is changed, in words.
        public String words() {
            return changes.isEmpty()
                    ? "nothing changed"
                    : changes.stream().map(c -> c.words(asItIs())).collect(joining(", "));
        }
    }

    /// One figure: as it is, with the change, and the mean of the differences of equal days.
    public record Row(Interval asItIs, Interval changed, Interval difference) {
        /// Whether the difference may be nothing but chance.
        public boolean mayBeChance() {
            return Math.abs(difference.mean()) <= difference.half();
        }
    }

    /// @param asItIs one for each replication that ran, in the order of their seeds
    /// @param changed the same days with the change
    public record Answer(Question question, List<Figures> asItIs, List<Figures> changed) {
        public Answer {
            asItIs = List.copyOf(asItIs);
            changed = List.copyOf(changed);
        }

        /// How many replications ran.
        public int replications() {
            return asItIs.size();
        }

        public Row of(ToDoubleFunction<Figures> figure) {
            List<Double> before = asItIs.stream().map(figure::applyAsDouble).toList();
            List<Double> after = changed.stream().map(figure::applyAsDouble).toList();
            List<Double> more = new ArrayList<>();
            for (int i = 0; i < before.size(); i++) {
                more.add(after.get(i) - before.get(i));
            }
            return new Row(Interval.of(before), Interval.of(after), Interval.of(more));
        }
    }

    private record Pair(Figures asItIs, Figures changed) {}

    private WhatIf(Question question, LongSupplier nanos, Simulation.Watch watch) {
        this.question = question;
        this.asItIs = question.asItIs();
        this.changed = question.changed();
        this.nanos = nanos;
        this.watch = watch;
        this.began = nanos.getAsLong();
    }

    /// @param nanos a monotonic clock for the budget
    /// @param watch sees replication `n` as it is as `2n`, and with the change as `2n + 1`
    /// @throws IllegalArgumentException saying in words which change cannot be
    /// @throws CancellationException when the caller's thread is interrupted
    public static Answer ask(Question question, LongSupplier nanos, Simulation.Watch watch) {
        return new WhatIf(question, nanos, watch).answer();
    }

    private Answer answer() {
        int threads = Math.min(question.threads(), question.replications());
        ExecutorService workers =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().name("what-if-", 0).daemon().factory());
        try {
            List<Future<?>> shares = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                shares.add(workers.submit(this::simulate));
            }
            for (Future<?> share : shares) {
                share.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a replication failed", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the question was withdrawn");
        } finally {
            workers.shutdownNow();
        }
        return new Answer(
                question,
                pairs.values().stream().map(Pair::asItIs).toList(),
                pairs.values().stream().map(Pair::changed).toList());
    }

    /// Replications in the order of their seeds, as long as there are any and they fit in. What
    /// was begun is ended, so none is left out between two that ran.
    private void simulate() {
        for (int i = next.getAndIncrement();
                i < question.replications() && (i < LEAST || fits());
                i = next.getAndIncrement()) {
            long since = nanos.getAsLong();
            pairs.put(i, new Pair(day(asItIs, i, 2 * i), day(changed, i, 2 * i + 1)));
            longest.accumulateAndGet(nanos.getAsLong() - since, Math::max);
        }
    }

    /// Whether one more that takes as long as the longest ends in time.
    private boolean fits() {
        long end = nanos.getAsLong() - began + longest.get();
        return question.budget().filter(budget -> end > budget.toNanos()).isEmpty();
    }

    private Figures day(Setup setup, int replication, int number) {
        return new VirtualFloor(
                        setup.scenario(),
                        setup.policy(),
                        setup.scenario().seed() + replication,
                        (s, f, d) -> watch.decided(number, s, f, d))
                .run();
    }
}
