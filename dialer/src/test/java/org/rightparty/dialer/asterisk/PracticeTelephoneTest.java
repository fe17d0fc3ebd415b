package org.rightparty.dialer.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.gate.TestAttempts;
import org.rightparty.dialer.asterisk.real.CutWire;
import org.rightparty.dialer.asterisk.real.DeafWire;
import org.rightparty.dialer.asterisk.real.Ear;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.Telephone.Dialing;
import org.rightparty.dialer.practice.LiveTimeline;
import org.rightparty.dialer.practice.Mix;
import org.rightparty.dialer.practice.PracticeCarrier;
import org.rightparty.dialer.practice.PracticeConfig;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneNumber;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// The practice carrier screens and abandons as the real Asterisk does.
class PracticeTelephoneTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String SECRET = "only-for-tests-1";
    private static final Mix PERSONS = new Mix(1000, 0, 0, 0, 0, 0, 0, 0, 0);
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
        return config(carrier.port());
    }

    private static AsteriskConfig config(int port) {
        return new AsteriskConfig(
                "127.0.0.1",
                port,
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

    /// A switch that is frozen, or a wire that swallows everything, breaks no connection for
    /// seconds.
    @Test
    void a_silent_switch_has_no_room_after_a_second() throws IOException {
        try (CutWire wire = new CutWire(carrier.port());
                AsteriskTelephone behind =
                        new AsteriskTelephone(
                                config(wire.port()),
                                new Ear(),
                                InstantSource.system(),
                                System::nanoTime)) {
            assertThat(behind.room()).isZero();
            behind.start();
            await("room").atMost(SOON).until(() -> behind.room() == 50);
            wire.hold();
            await("no room").atMost(Duration.ofMillis(1_300)).until(() -> behind.room() == 0);
            wire.release();
            await("room again").atMost(SOON).until(() -> behind.room() == 50);
        }
    }

    /// Time leaps to the next two censuses, a minute on: a call that neither of them finds is over.
    @Test
    void an_end_that_nobody_heard_of_is_found_by_counting() throws IOException {
        AtomicLong leap = new AtomicLong();
        Ear behindEar = new Ear();
        AttemptId call = new AttemptId(9);
        try (DeafWire wire = new DeafWire(carrier.port());
                AsteriskTelephone behind =
                        new AsteriskTelephone(
                                config(wire.port()),
                                behindEar,
                                InstantSource.system(),
                                () -> System.nanoTime() + leap.get())) {
            behind.start();
            behindEar.awaitLinks(true);
            await("room").atMost(SOON).until(() -> behind.room() == 50);
            behind.originate(
                    TestAttempts.granted(call, CALLED, 30, Instant.now()),
                    new Dialing(SHOWN, 30, false));
            behindEar.await(call, CallEvent.Answered.class, SOON);
            wire.loses("Hangup");
            behind.hangUp(call);
            for (int census = 0; census < 3; census++) {
                leap.addAndGet(Duration.ofSeconds(31).toNanos());
                pause();
            }
            CallEvent.HungUp end = behindEar.await(call, CallEvent.HungUp.class, SOON);
            assertThat(end.cause()).isZero();
            assertThat(behindEar.links()).containsExactly(true);
        }
    }

    /// Long enough for a census on a busy machine, and short for the three seconds it may take.
    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(1_500).toNanos());
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
