package org.rightparty.dialer.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.gate.TestAttempts;
import org.rightparty.dialer.asterisk.AsteriskConfig;
import org.rightparty.dialer.asterisk.AsteriskTelephone;
import org.rightparty.dialer.asterisk.Trunk;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.LineEvent;
import org.rightparty.dialer.call.Telephone;
import org.rightparty.dialer.call.Telephone.AgentLine;
import org.rightparty.dialer.call.Telephone.Dialing;
import org.rightparty.dialer.call.Telephone.LiveCall;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// The telephone of production, which cannot tell the practice carrier from Asterisk.
class TelephoneOnPracticeTest {
    private static final String NUMBER = "+12125550123";
    private static final AgentLine LINE =
            new AgentLine(new AgentId(1), "2001", AgentLine.Kind.BROWSER);
    private static final Dialing DIALING = new Dialing(new PhoneNumber("+12025550100"), 25, false);

    private final LiveTimeline time = new LiveTimeline(Clock.systemUTC(), 1);
    private final Heard heard = new Heard();
    private Optional<PracticeCarrier> carrier = Optional.empty();
    private Optional<AsteriskTelephone> telephone = Optional.empty();

    /// Keeps what it is told, in order.
    private static final class Heard implements Telephone.Listener {
        private final List<Object> all = new CopyOnWriteArrayList<>();

        @Override
        public void call(CallEvent event) {
            all.add(event);
        }

        @Override
        public void line(LineEvent event) {
            all.add(event);
        }

        @Override
        public void link(boolean up, Instant at) {
            all.add(up ? "up" : "down");
        }

        @Override
        public void resynchronised(
                List<LiveCall> calls, List<Telephone.LiveLine> lines, Instant at) {
            all.add(calls);
        }

        private void awaits(Class<?> event) {
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> all.stream().anyMatch(event::isInstance));
        }

        private void awaits(Object told) {
            await().atMost(Duration.ofSeconds(10)).until(() -> all.contains(told));
        }
    }

    @BeforeEach
    void open() {
        PracticeConfig config =
                PracticeConfig.standard("rightparty", "practice-secret", 7)
                        .withMix(new Mix(1000, 0, 0, 0, 0, 0, 0, 0, 0))
                        .withSpans(
                                Span.always(Duration.ofMillis(300)),
                                Span.always(Duration.ofMinutes(2)));
        PracticeCarrier opened = PracticeCarrier.start(config, time);
        AsteriskTelephone started =
                new AsteriskTelephone(
                        new AsteriskConfig(
                                "127.0.0.1",
                                opened.port(),
                                "rightparty",
                                "practice-secret",
                                List.of(new Trunk("practice", 500, 200, true)),
                                "/recordings",
                                "test"),
                        heard,
                        Clock.systemUTC(),
                        System::nanoTime);
        carrier = Optional.of(opened);
        telephone = Optional.of(started);
        started.start();
        heard.awaits("up");
    }

    @AfterEach
    void close() {
        telephone.ifPresent(AsteriskTelephone::close);
        carrier.ifPresent(PracticeCarrier::close);
        time.close();
    }

    @Test
    void a_call_goes_from_ringing_through_talk_and_hold_to_its_end() {
        AsteriskTelephone phone = talking();
        AttemptId call = new AttemptId(1);
        phone.record(call);
        heard.awaits(CallEvent.RecordingBegan.class);
        phone.hold(call);
        heard.awaits(CallEvent.Held.class);
        heard.all.clear();
        phone.connect(call, LINE);
        heard.awaits(CallEvent.Joined.class);
        phone.hangUp(call);
        heard.awaits(CallEvent.HungUp.class);
        assertThat(heard.all)
                .filteredOn(CallEvent.HungUp.class::isInstance)
                .allMatch(event -> ((CallEvent.HungUp) event).cause() == 16);
    }

    @Test
    void an_agent_whose_phone_goes_leaves_the_person_to_music() {
        talking().hangUpLine(LINE);
        heard.awaits(LineEvent.LineDown.class);
        heard.awaits(CallEvent.Orphaned.class);
    }

    @Test
    void after_a_lost_link_the_live_call_is_found_in_its_room() {
        AsteriskTelephone phone = talking();
        heard.all.clear();
        carrier.orElseThrow().cutConnections();
        heard.awaits("up");
        phone.resynchronise();
        heard.awaits(
                (Object) List.of(new LiveCall(new AttemptId(1), new LiveCall.Place.Room("2001"))));
    }

    @Test
    void two_people_are_brought_together_and_when_one_leaves_the_other_does() {
        AsteriskTelephone phone = talking();
        AttemptId consumer = new AttemptId(1);
        AttemptId outside = new AttemptId(2);
        phone.originate(
                TestAttempts.granted(outside, new PhoneNumber("+12125550124"), 25, Instant.now()),
                DIALING);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> isTold(CallEvent.Answered.class, outside));
        phone.pair(consumer, outside);
        phone.pair(outside, outside);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> isTold(CallEvent.Paired.class, consumer));
        await().atMost(Duration.ofSeconds(10)).until(() -> isTold(CallEvent.Paired.class, outside));
        heard.all.clear();
        phone.resynchronise();
        heard.awaits(
                (Object)
                        List.of(
                                new LiveCall(consumer, new LiveCall.Place.Paired()),
                                new LiveCall(outside, new LiveCall.Place.Paired())));
        phone.hangUp(outside);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> isTold(CallEvent.HungUp.class, consumer));
    }

    private boolean isTold(Class<? extends CallEvent> kind, AttemptId call) {
        return heard.all.stream()
                .anyMatch(e -> kind.isInstance(e) && ((CallEvent) e).call().equals(call));
    }

    private AsteriskTelephone talking() {
        AsteriskTelephone phone = telephone.orElseThrow();
        phone.callLine(LINE);
        heard.awaits(LineEvent.LineUp.class);
        phone.originate(
                TestAttempts.granted(new AttemptId(1), new PhoneNumber(NUMBER), 25, Instant.now()),
                DIALING);
        heard.awaits(CallEvent.Rang.class);
        heard.awaits(CallEvent.Answered.class);
        phone.connect(new AttemptId(1), LINE);
        heard.awaits(CallEvent.Joined.class);
        return phone;
    }
}
