package org.rightparty.dialer.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.gate.TestAttempts;
import org.rightparty.dialer.asterisk.real.Ear;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.LineEvent;
import org.rightparty.dialer.call.Telephone.AgentLine;
import org.rightparty.dialer.call.Telephone.Dialing;
import org.rightparty.dialer.call.Telephone.LiveCall;
import org.rightparty.dialer.call.Telephone.LiveLine;
import org.rightparty.dialer.practice.LiveTimeline;
import org.rightparty.dialer.practice.Mix;
import org.rightparty.dialer.practice.PracticeCarrier;
import org.rightparty.dialer.practice.PracticeConfig;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// The practice carrier says to our telephone what the real Asterisk says.
class PracticeTelephoneTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String SECRET = "only-for-tests-1";
    private static final Mix PERSONS = new Mix(1000, 0, 0, 0, 0, 0, 0, 0, 0);
    private static final AgentLine LINE =
            new AgentLine(new AgentId(1), "2001", AgentLine.Kind.BROWSER);
    private static final PhoneNumber CALLED = new PhoneNumber("+12125550123");
    private static final PhoneNumber SHOWN = new PhoneNumber("+12125550100");

    private final Ear ear = new Ear();
    private final LiveTimeline timeline = new LiveTimeline(InstantSource.system(), 4);
    private final PracticeCarrier carrier =
            PracticeCarrier.start(
                    PracticeConfig.standard("rightparty", SECRET, 1).withMix(PERSONS), timeline);
    private final AsteriskTelephone telephone =
            new AsteriskTelephone(config(), ear, InstantSource.system(), System::nanoTime);

    private AsteriskConfig config() {
        return new AsteriskConfig(
                "127.0.0.1",
                carrier.port(),
                "rightparty",
                SECRET,
                List.of(new Trunk("practice", 100, 50, true)),
                "/recordings",
                "p1");
    }

    @BeforeEach
    void connect() {
        telephone.start();
        ear.awaitLinks(true);
    }

    @AfterEach
    void close() {
        telephone.close();
        carrier.close();
        timeline.close();
    }

    @Test
    void a_call_goes_the_same_way_and_is_found_again_after_a_lost_link() {
        telephone.callLine(LINE);
        ear.awaitLine("2001", LineEvent.LineUp.class, 1, SOON);
        AttemptId call = new AttemptId(7);
        telephone.originate(
                TestAttempts.granted(call, CALLED, 30, Instant.now()),
                new Dialing(SHOWN, 30, false));
        ear.await(call, CallEvent.Rang.class, SOON);
        ear.await(call, CallEvent.Answered.class, SOON);
        telephone.connect(call, LINE);
        assertThat(ear.await(call, CallEvent.Joined.class, SOON).line()).isEqualTo("2001");
        telephone.record(call);
        ear.await(call, CallEvent.RecordingBegan.class, SOON);
        telephone.hold(call);
        ear.await(call, CallEvent.Held.class, SOON);
        telephone.connect(call, LINE);
        ear.await(call, CallEvent.Joined.class, 2, SOON);

        carrier.cutConnections();
        ear.awaitLinks(true, false, true);
        assertThat(ear.awaitFound(2))
                .isEqualTo(
                        new Ear.Found(
                                List.of(new LiveCall(call, new LiveCall.Place.Room("2001"))),
                                List.of(new LiveLine("2001"))));
        telephone.hangUp(call);
        assertThat(ear.await(call, CallEvent.HungUp.class, SOON).byConsumer()).isFalse();
    }

    @Test
    void screening_and_abandonment_are_told_alike() {
        AttemptId call = new AttemptId(8);
        telephone.originate(
                TestAttempts.granted(call, CALLED, 30, Instant.now()),
                new Dialing(SHOWN, 30, true));
        ear.await(call, CallEvent.ScreeningBegan.class, SOON);
        ear.await(call, CallEvent.Answered.class, SOON);
        ear.await(call, CallEvent.Abandoned.class, SOON);
    }
}
