package org.rightparty.dialer.loop;

import org.rightparty.console.desk.DeskSnapshot.Transfer;
import org.rightparty.dialer.call.Call;
import org.rightparty.dialer.call.CallOrder;
import org.rightparty.dialer.call.Effect;
import org.rightparty.vocabulary.AttemptId;

import java.util.Map;
import java.util.Optional;

/// What two calls have to do with each other: a conversation, and the call to whoever is to take it
/// over.
///
/// - It is answered: both are moved together, and the agent is done.
/// - It comes to nothing: the consumer stays with the agent.
/// - The consumer leaves: it ends.
final class HandOvers {
    private final Bench bench;
    private final Calls calls;

    HandOvers(Bench bench, Calls calls) {
        this.bench = bench;
        this.calls = calls;
    }

    /// The call that is to take this conversation over; empty when there is none.
    static Optional<CallInHand> over(Bench bench, AttemptId conversation) {
        return bench.calls.values().stream()
                .filter(call -> call.transferredFrom.equals(Optional.of(conversation)))
                .findFirst();
    }

    private Optional<CallInHand> conversation(CallInHand outside) {
        return outside.transferredFrom.flatMap(bench::call);
    }

    /// Whoever is to take over waits: the consumer is brought to them, or they are let go.
    void answered(CallInHand outside) {
        Optional<CallInHand> consumer =
                conversation(outside)
                        .filter(call ->
                                call.call instanceof Call.Talking
                                        || call.call instanceof Call.OnHold);
        if (consumer.isPresent()) {
            CallOrder pair = new CallOrder.Pair(outside.id(), bench.now);
            calls.order(consumer.get().id(), pair);
            calls.order(outside.id(), pair);
        } else {
            end(outside);
        }
    }

    /// A call has moved.
    void saw(CallInHand call, Call before) {
        boolean paired = call.call instanceof Call.Paired && !(before instanceof Call.Paired);
        if (paired && call.transferredFrom.isEmpty() && !(before instanceof Call.Unsettled)) {
            leave(call);
        } else if (call.call instanceof Call.Ended && call.transferredFrom.isPresent()) {
            conversation(call).ifPresent(consumer -> left(consumer, call));
        } else if (call.call instanceof Call.Ended) {
            over(bench, call.id()).ifPresent(this::end);
        }
    }

    /// The agent is gone: what is said now is not recorded.
    private void leave(CallInHand consumer) {
        consumer.handedOver = true;
        if (!consumer.call.known().heard().recording().isEmpty()) {
            bench.telephone.muteRecording(consumer.id(), true);
            calls.note(
                    consumer.id(),
                    new Effect.Note(
                            "recording-paused",
                            bench.now,
                            consumer.call.known().agent(),
                            Map.of()));
        }
    }

    /// Whoever was to take over is gone: before they met, the consumer stays where the agent is.
    private void left(CallInHand consumer, CallInHand outside) {
        if (consumer.call instanceof Call.Pairing pairing && pairing.line().isPresent()) {
            calls.order(consumer.id(), new CallOrder.ConnectTo(pairing.line().get(), bench.now));
        } else if (consumer.call instanceof Call.Paired) {
            end(consumer);
        }
        if (outside.call instanceof Call.Ended ended && !consumer.handedOver) {
            consumer.call
                    .known()
                    .agent()
                    .flatMap(bench::seat)
                    .filter(seat -> seat.agent.has(consumer.id()))
                    .ifPresent(seat ->
                            show(seat, new Transfer(outside.phone, Optional.of(ended.outcome()))));
        }
    }

    static void show(Seat seat, Transfer transfer) {
        seat.front.ifPresent(front -> front.transfer = Optional.of(transfer));
        seat.changed = true;
    }

    private void end(CallInHand call) {
        calls.order(call.id(), new CallOrder.End("DIALER", bench.now));
    }
}
