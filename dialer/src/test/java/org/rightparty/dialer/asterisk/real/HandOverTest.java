package org.rightparty.dialer.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.dialer.asterisk.real.Switchroom.SOON;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.Telephone.AgentLine;
import org.rightparty.dialer.call.Telephone.LiveCall;
import org.rightparty.dialer.call.Telephone.LiveCall.Place;
import org.rightparty.vocabulary.AttemptId;

/// A real Asterisk brings a person and somebody outside together, without the agent.
@Tag("real")
class HandOverTest {
    private static final AgentLine LINE = Switchroom.line(1);

    private static Switchroom room;

    @BeforeAll
    static void bring_up() {
        room = new Switchroom("over");
        room.bringUp(LINE);
    }

    @AfterAll
    static void take_down() {
        room.close();
    }

    @Test
    void both_are_in_the_pair_and_when_one_leaves_the_other_does_and_the_agent_stays() {
        AttemptId consumer = room.talking(LINE);
        AttemptId outside = answered();
        pair(consumer, outside);
        int before = room.ear.found().size();
        room.telephone.resynchronise();
        assertThat(room.ear.awaitFound(before + 1).calls())
                .contains(
                        new LiveCall(consumer, new Place.Paired()),
                        new LiveCall(outside, new Place.Paired()));
        room.telephone.hangUp(outside);
        room.ear.await(outside, CallEvent.HungUp.class, SOON);
        assertThat(room.ear.await(consumer, CallEvent.HungUp.class, SOON).byConsumer()).isFalse();
        assertThat(room.ear.of(consumer))
                .doesNotHaveAnyElementsOfTypes(CallEvent.ConnectFailed.class);
        AttemptId next = room.talking(LINE);
        room.telephone.hangUp(next);
        room.ear.await(next, CallEvent.HungUp.class, SOON);
    }

    @Test
    void a_consumer_who_leaves_ends_the_call_of_whoever_took_over() {
        AttemptId consumer = room.talking(LINE);
        AttemptId outside = answered();
        pair(consumer, outside);
        room.telephone.hangUp(consumer);
        room.ear.await(consumer, CallEvent.HungUp.class, SOON);
        room.ear.await(outside, CallEvent.HungUp.class, SOON);
    }

    private static void pair(AttemptId consumer, AttemptId outside) {
        room.telephone.pair(consumer, outside);
        room.telephone.pair(outside, outside);
        room.ear.await(consumer, CallEvent.Paired.class, SOON);
        room.ear.await(outside, CallEvent.Paired.class, SOON);
    }

    private static AttemptId answered() {
        AttemptId call = room.dial("0");
        room.ear.await(call, CallEvent.Answered.class, SOON);
        return call;
    }
}
