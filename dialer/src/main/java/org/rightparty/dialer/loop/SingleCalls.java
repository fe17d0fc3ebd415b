package org.rightparty.dialer.loop;

import org.rightparty.compliance.gate.Reservation;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.CallReason;
import org.rightparty.console.floor.FloorView.Order;
import org.rightparty.vocabulary.Mode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Calls that somebody asks for one by one. Each takes the place of the pool's next call when the
/// pace wants one, so that whoever answers finds an agent as always, and goes through the same
/// gate.
final class SingleCalls {
    /// Whoever asks waits no longer for an agent to come free.
    static final Duration WAITS_MAX = Duration.ofSeconds(10);

    private static final int WAITING_MAX = 100;
    private static final CallReason WHY = CallReason.open("Your supervisor asked for this call.");

    private final Bench bench;
    private final Safety safety;
    private final Calls calls;
    private final Deque<Wanted> waiting = new ArrayDeque<>();
    private int ordered;

    private record Wanted(Order.Call order, Instant until, CompletableFuture<Answer> answer) {}

    SingleCalls(Bench bench, Safety safety, Calls calls) {
        this.bench = bench;
        this.safety = safety;
        this.calls = calls;
    }

    void ask(Order.Call order, CompletableFuture<Answer> answer) {
        Mode mode = bench.policy.mode();
        if (mode == Mode.PREVIEW || mode == Mode.MANUAL) {
            decline(answer, "AGENTS_DIAL", "In this campaign agents dial themselves.");
        } else if (waiting.size() >= WAITING_MAX) {
            decline(answer, "TOO_MANY", "Too many calls are asked for. Try again in a moment.");
        } else {
            waiting.add(new Wanted(order, bench.now.plus(WAITS_MAX), answer));
        }
    }

    private static void decline(CompletableFuture<Answer> answer, String code, String sentence) {
        answer.complete(Answer.Declined.because(code, sentence));
    }

    /// Tells those who waited long enough why nothing was dialed.
    ///
    /// @param whyNot why nothing is dialed at all; empty when no agent came free
    void runOut(Optional<String> whyNot) {
        while (!waiting.isEmpty() && !bench.now.isBefore(waiting.getFirst().until())) {
            CompletableFuture<Answer> answer = waiting.remove().answer();
            whyNot.ifPresentOrElse(
                    why -> decline(answer, "CANNOT_DIAL", why),
                    () ->
                            decline(
                                    answer,
                                    "NO_AGENT",
                                    "No agent came free in time. Nothing was dialed; ask again."));
        }
    }

    /// How many were asked for and not ordered yet.
    int waiting() {
        return waiting.size();
    }

    /// How many are on their way through the gate.
    int ordered() {
        return ordered;
    }

    /// Orders permits for those who wait, at most `most`.
    ///
    /// @return how many
    int order(int most) {
        int count = 0;
        while (count < most && !waiting.isEmpty() && bench.room.book(1) == 1) {
            Wanted wanted = waiting.remove();
            safety.submit(
                    new Work.ReserveOne(
                            bench.policy.id(),
                            wanted.order().account(),
                            wanted.order().phone(),
                            bench.policy.mode(),
                            WHY,
                            bench.policy.ringSeconds(),
                            wanted.answer()));
            ordered++;
            count++;
        }
        return count;
    }

    void reserved(Work.ReserveOne work, Result.Dialed result) {
        switch (result.reservation()) {
            case Reservation.Granted g -> work.answer().complete(begin(g, result));
            case Reservation.Denied d -> {
                bench.facts.permitRefused(bench.policy.id(), d.reason().code());
                decline(work.answer(), d.reason().code(), d.reason().sentence());
            }
            case Reservation.Busy _ ->
                    decline(work.answer(), "BUSY", Pacer.busy(result.holder(), bench.now));
        }
        settle();
    }

    private Answer begin(Reservation.Granted granted, Result.Dialed result) {
        bench.facts.permitGranted(bench.policy.id());
        if (calls.isKnown(granted.attempt().id())) {
            return Answer.Declined.because("TOO_LATE", Pacer.TOO_LATE);
        }
        Optional<String> whyNot = safety.whyNot();
        calls.begin(granted.attempt(), Optional.of(result.screen()), whyNot);
        return whyNot.<Answer>map(why -> Answer.Declined.because("CANNOT_DIAL", why))
                .orElseGet(Answer.Accepted::new);
    }

    void missed(Work.ReserveOne work, String code, String sentence) {
        settle();
        decline(work.answer(), code, sentence);
    }

    private void settle() {
        bench.room.settle(1);
        ordered--;
    }
}
