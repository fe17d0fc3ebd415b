package org.rightparty.dialer.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rightparty.compliance.gate.TestAttempts;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.LineEvent;
import org.rightparty.dialer.call.Telephone.AgentLine;
import org.rightparty.dialer.call.Telephone.Dialing;
import org.rightparty.dialer.call.Telephone.Listener;
import org.rightparty.dialer.call.Telephone.LiveCall;
import org.rightparty.dialer.call.Telephone.LiveCall.Place;
import org.rightparty.dialer.call.Telephone.LiveLine;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The simulated telephone system brings a person and somebody outside together, as the real ones
/// do: the first two who answer are an agent's and whoever takes over from the agent.
class CarrierTest {
    private static final Instant OPENING = Instant.parse("2026-03-03T09:00:00Z");
    private static final PhoneNumber NUMBER = new PhoneNumber("+12125550100");
    private static final AgentLine LINE =
            new AgentLine(new AgentId(1), "2001", AgentLine.Kind.DESK);
    private static final double TALK_S = 100;
    private static final int CALLS = 16;

    private final VirtualTime time = new VirtualTime(OPENING);
    private final Scenario scenario = FullDay.with("/amd/machineTakenForHuman", "0");
    private final List<CallEvent> told = new ArrayList<>();
    private final List<LiveCall> found = new ArrayList<>();
    private final List<AttemptId> answered = new ArrayList<>();
    private final Carrier carrier =
            new Carrier(
                    scenario,
                    new Fates(scenario, 5),
                    new TrunkBank(scenario.trunks(), false),
                    time,
                    new Measure(scenario),
                    new Floor(),
                    (_, _, _) -> TALK_S);

    private final class Floor implements Listener {
        @Override
        public void call(CallEvent event) {
            told.add(event);
            if (event instanceof CallEvent.Answered && answered.size() < 2) {
                answered.add(event.call());
                met();
            }
        }

        private void met() {
            AttemptId consumer = answered.getFirst();
            AttemptId last = answered.getLast();
            if (last.equals(consumer)) {
                carrier.connect(consumer, LINE);
            } else {
                carrier.pair(consumer, last);
                carrier.pair(last, last);
            }
        }

        @Override
        public void line(LineEvent event) {}

        @Override
        public void link(boolean up, Instant at) {}

        @Override
        public void resynchronised(List<LiveCall> calls, List<LiveLine> lines, Instant at) {
            found.addAll(calls);
        }
    }

    private void untilTwoAreTogether() {
        for (int n = 1; n <= CALLS; n++) {
            carrier.originate(
                    TestAttempts.granted(new AttemptId(n), NUMBER, 25, OPENING),
                    new Dialing(NUMBER, 25, true));
        }
        time.runTo(VirtualTime.micros(40));
        assertThat(events(CallEvent.Paired.class))
                .extracting(CallEvent::call)
                .containsExactlyElementsOf(answered)
                .hasSize(2);
        carrier.resynchronise();
        assertThat(found)
                .containsExactlyInAnyOrder(
                        new LiveCall(answered.getFirst(), new Place.Paired()),
                        new LiveCall(answered.getLast(), new Place.Paired()));
    }

    private <E extends CallEvent> List<E> events(Class<E> kind) {
        return told.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(event -> answered.contains(event.call()))
                .toList();
    }

    private CallEvent.HungUp end(AttemptId call) {
        return events(CallEvent.HungUp.class).stream()
                .filter(event -> event.call().equals(call))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void both_talk_as_long_as_the_person_would_have_and_leave_together() {
        untilTwoAreTogether();
        time.runTo(VirtualTime.micros(40 + TALK_S));
        CallEvent.HungUp consumer = end(answered.getFirst());
        CallEvent.HungUp outside = end(answered.getLast());
        Instant joined = events(CallEvent.Joined.class).getFirst().at();
        assertThat(consumer.at()).isEqualTo(joined.plus(Duration.ofSeconds((long) TALK_S)));
        assertThat(consumer.byConsumer()).isTrue();
        assertThat(outside.at()).isEqualTo(consumer.at());
        assertThat(outside.byConsumer()).isFalse();
    }

    @Test
    void when_whoever_took_over_leaves_the_person_is_put_out() {
        untilTwoAreTogether();
        carrier.hangUp(answered.getLast());
        time.runTo(VirtualTime.micros(41));
        assertThat(events(CallEvent.HungUp.class))
                .extracting(CallEvent::call)
                .containsExactly(answered.getLast(), answered.getFirst());
        assertThat(end(answered.getFirst()).byConsumer()).isFalse();
    }

    @Test
    void who_is_not_there_is_paired_with_nobody() {
        carrier.pair(new AttemptId(1), new AttemptId(2));
        assertThat(told)
                .containsExactly(
                        new CallEvent.ConnectFailed(new AttemptId(1), "no such channel", OPENING));
    }
}
