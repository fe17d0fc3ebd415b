package org.rightparty.dialer.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.gate.TestAttempts;
import org.rightparty.dialer.asterisk.AsteriskTelephone;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.LineEvent;
import org.rightparty.dialer.call.Telephone.AgentLine;
import org.rightparty.dialer.call.Telephone.Dialing;
import org.rightparty.dialer.call.Telephone.LiveCall;
import org.rightparty.dialer.call.Telephone.LiveCall.Place;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// A real Asterisk brings a person and somebody outside together, without the agent.
@Tag("real")
class HandOverTest {
    private static final Duration SOON = Duration.ofSeconds(8);
    private static final PhoneNumber SHOWN = new PhoneNumber("+12125550100");
    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final AgentLine LINE =
            new AgentLine(new AgentId(1), RealAsterisk.deskLine(1), AgentLine.Kind.DESK);

    private static SippCarrier carrier;
    private static RealAsterisk asterisk;
    private static Ear ear;
    private static AsteriskTelephone telephone;

    @BeforeAll
    static void bring_up() {
        carrier = SippCarrier.start();
        asterisk = RealAsterisk.start("over", carrier, Map.of());
        ear = new Ear();
        telephone =
                new AsteriskTelephone(
                        asterisk.config("h1"), ear, InstantSource.system(), System::nanoTime);
        telephone.start();
        ear.awaitLinks(true);
        telephone.callLine(LINE);
        ear.awaitLine(LINE.number(), LineEvent.LineUp.class, 1, SOON);
    }

    @AfterAll
    static void take_down() {
        telephone.close();
        asterisk.close();
        carrier.close();
    }

    @Test
    void both_are_in_the_pair_and_when_one_leaves_the_other_does_and_the_agent_stays() {
        AttemptId consumer = talking();
        AttemptId outside = answered();
        pair(consumer, outside);
        int before = ear.found().size();
        telephone.resynchronise();
        assertThat(ear.awaitFound(before + 1).calls())
                .contains(
                        new LiveCall(consumer, new Place.Paired()),
                        new LiveCall(outside, new Place.Paired()));
        telephone.hangUp(outside);
        ear.await(outside, CallEvent.HungUp.class, SOON);
        assertThat(ear.await(consumer, CallEvent.HungUp.class, SOON).byConsumer()).isFalse();
        assertThat(ear.of(consumer)).doesNotHaveAnyElementsOfTypes(CallEvent.ConnectFailed.class);
        AttemptId next = talking();
        telephone.hangUp(next);
        ear.await(next, CallEvent.HungUp.class, SOON);
    }

    @Test
    void a_consumer_who_leaves_ends_the_call_of_whoever_took_over() {
        AttemptId consumer = talking();
        AttemptId outside = answered();
        pair(consumer, outside);
        telephone.hangUp(consumer);
        ear.await(consumer, CallEvent.HungUp.class, SOON);
        ear.await(outside, CallEvent.HungUp.class, SOON);
    }

    private static void pair(AttemptId consumer, AttemptId outside) {
        telephone.pair(consumer, outside);
        telephone.pair(outside, outside);
        ear.await(consumer, CallEvent.Paired.class, SOON);
        ear.await(outside, CallEvent.Paired.class, SOON);
    }

    private static AttemptId answered() {
        AttemptId call = new AttemptId(NUMBERS.incrementAndGet());
        PhoneNumber number = new PhoneNumber("+12120%05d0".formatted(call.value()));
        telephone.originate(
                TestAttempts.granted(call, number, 3, Instant.now()), new Dialing(SHOWN, 3, false));
        ear.await(call, CallEvent.Answered.class, SOON);
        return call;
    }

    private static AttemptId talking() {
        AttemptId call = answered();
        telephone.connect(call, LINE);
        ear.await(call, CallEvent.Joined.class, SOON);
        return call;
    }
}
