package org.rightparty.dialer.loop;

import org.rightparty.compliance.gate.Attempt;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.console.agent.AgentState;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.DeskSnapshot.Transfer;
import org.rightparty.console.desk.Intent;
import org.rightparty.dialer.call.Call;
import org.rightparty.dialer.call.CallOrder;
import org.rightparty.vocabulary.AttemptId;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Conversations that an agent hands over to somebody outside. The call to them goes through the
/// same gate as any other; until they answer, the consumer stays with the agent.
final class Transfers {
    private final Bench bench;
    private final Safety safety;
    private final Calls calls;

    Transfers(Bench bench, Safety safety, Calls calls) {
        this.bench = bench;
        this.safety = safety;
        this.calls = calls;
    }

    void ask(Seat seat, Intent.Transfer intent, CompletableFuture<Answer> answer) {
        Optional<Answer> no = refusal(seat, intent).or(this::noLine);
        if (no.isPresent()) {
            answer.complete(no.get());
        } else {
            seat.asking = true;
            safety.submit(
                    new Work.TransferTo(
                            new Pool.Transfer(
                                    bench.policy.id(),
                                    intent.attempt(),
                                    intent.phone(),
                                    seat.id(),
                                    bench.policy.ringSeconds()),
                            answer));
        }
    }

    private Optional<Answer> refusal(Seat seat, Intent.Transfer intent) {
        boolean talking =
                seat.agent.state() instanceof AgentState.Talking s
                        && s.attempt().equals(intent.attempt());
        if (!talking || seat.asking) {
            return no("NOT_IN_THIS_STATE", "Only the person you speak with can be handed over.");
        } else if (seat.front.filter(front -> front.verified).isEmpty()) {
            return no("NOT_VERIFIED", "Verify identity first: the law protects the debt's secret.");
        } else if (HandOvers.over(bench, intent.attempt()).isPresent()) {
            return no("TRANSFER_UNDER_WAY", "Somebody is being called already.");
        } else {
            return safety.cannot().flatMap(why -> no("CANNOT_DIAL", why));
        }
    }

    /// Takes a line to the outside, or says that there is none.
    private Optional<Answer> noLine() {
        return bench.room.book(1) == 1
                ? Optional.empty()
                : no("TRUNKS_FULL", "All lines to the outside are taken. Try again in a moment.");
    }

    private static Optional<Answer> no(String code, String sentence) {
        return Optional.of(Answer.Declined.because(code, sentence));
    }

    void reserved(Work.TransferTo work, Reservation reservation) {
        Answer answer =
                switch (reservation) {
                    case Reservation.Granted g -> begin(work, g.attempt());
                    case Reservation.Denied d -> {
                        bench.facts.permitRefused(bench.policy.id(), d.reason().code());
                        yield Answer.Declined.because(d.reason().code(), d.reason().sentence());
                    }
                    case Reservation.Busy _ ->
                            Answer.Declined.because(
                                    "BUSY", "This number is on a call now. Try again in a moment.");
                };
        settle(work);
        work.answer().complete(answer);
    }

    private Answer begin(Work.TransferTo work, Attempt attempt) {
        bench.facts.permitGranted(bench.policy.id());
        if (calls.isKnown(attempt.id())) {
            return Answer.Declined.because("TOO_LATE", Pacer.TOO_LATE);
        }
        AttemptId from = work.transfer().from();
        boolean talking =
                bench.call(from)
                        .filter(call ->
                                call.call instanceof Call.Talking
                                        || call.call instanceof Call.OnHold)
                        .isPresent();
        Optional<String> whyNot =
                talking ? safety.cannot() : Optional.of("The conversation is over.");
        if (whyNot.isEmpty()) {
            bench.seat(work.transfer().agent())
                    .filter(seat -> seat.agent.has(from))
                    .ifPresent(seat ->
                            HandOvers.show(seat, new Transfer(attempt.phone(), Optional.empty())));
        }
        calls.begin(attempt, Optional.empty(), whyNot);
        if (whyNot.isEmpty() && bench.call(attempt.id()).isEmpty()) {
            whyNot = Optional.of("The permit ran out before the call could be placed. Try again.");
            bench.seat(work.transfer().agent())
                    .flatMap(seat -> seat.front)
                    .ifPresent(front -> front.transfer = Optional.empty());
        }
        return whyNot.<Answer>map(why -> Answer.Declined.because("CANNOT_DIAL", why))
                .orElseGet(Answer.Accepted::new);
    }

    void missed(Work.TransferTo work, String code, String sentence) {
        settle(work);
        work.answer().complete(Answer.Declined.because(code, sentence));
    }

    private void settle(Work.TransferTo work) {
        bench.seat(work.transfer().agent()).ifPresent(seat -> seat.asking = false);
        bench.room.settle(1);
    }

    /// The agent keeps the consumer.
    Answer cancel(Seat seat) {
        Optional<CallInHand> outside =
                seat.agent.attempt().flatMap(attempt -> HandOvers.over(bench, attempt));
        if (outside.isEmpty()) {
            return Answer.Declined.because("NOT_IN_THIS_STATE", "Nobody is being called.");
        }
        calls.order(outside.get().id(), new CallOrder.End("AGENT", bench.now));
        return new Answer.Accepted();
    }
}
