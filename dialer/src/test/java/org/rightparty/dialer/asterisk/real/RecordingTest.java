package org.rightparty.dialer.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.dialer.asterisk.real.Switchroom.SOON;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.Telephone.AgentLine;
import org.rightparty.vocabulary.AttemptId;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/// What a real Asterisk writes of a talk whose recording is paused: silence for as long as the
/// pause, so that every word stands where it was said.
@Tag("real")
class RecordingTest {
    private static final int PER_SECOND = 8_000;
    private static final int HEADER_BYTES = 44;

    /// Of 32,767. The voice of the test reaches 10,000.
    private static final int LOUD = 1_000;

    /// How far a file's times may be from ours: the order's way and what Asterisk keeps back.
    private static final Duration SLACK = Duration.ofMillis(300);

    private static final Duration SPEAKS = Duration.ofMillis(1_500);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /// It speaks for six seconds without a pause. Nobody screens here, so it is talked to.
    private static final String MACHINE = "5";

    private short[] sound = new short[0];

    @Test
    void a_pause_is_silence_of_the_same_length() throws IOException {
        try (Switchroom room = new Switchroom("rec")) {
            AgentLine line = Switchroom.line(1);
            room.bringUp(line);
            AttemptId call = room.talking(line, MACHINE);
            room.telephone.record(call);
            CallEvent.RecordingBegan began =
                    room.ear.await(call, CallEvent.RecordingBegan.class, SOON);
            Instant start = began.at();
            LockSupport.parkNanos(SPEAKS.toNanos());
            Duration paused = now(start);
            room.telephone.muteRecording(call, true);
            LockSupport.parkNanos(PAUSE.toNanos());
            Duration resumed = now(start);
            room.telephone.muteRecording(call, false);
            LockSupport.parkNanos(SPEAKS.toNanos());
            room.telephone.hangUp(call);
            CallEvent.HungUp end = room.ear.await(call, CallEvent.HungUp.class, SOON);

            Duration talked = Duration.between(start, end.at());
            sound = read(room.asterisk.onHost(began.file()), talked);
            assertThat(length()).isBetween(talked.minus(SLACK), talked.plus(SLACK));
            assertThat(loudest(Duration.ZERO, paused)).isGreaterThan(LOUD);
            assertThat(loudest(paused.plus(SLACK), resumed.minus(SLACK))).isZero();
            assertThat(loudest(resumed.plus(SLACK), length())).isGreaterThan(LOUD);
        }
    }

    private static Duration now(Instant start) {
        return Duration.between(start, Instant.now());
    }

    /// Asterisk writes the rest after the call's end.
    private static short[] read(Path file, Duration talked) throws IOException {
        long bytes = talked.minus(SLACK).toMillis() * PER_SECOND / 1_000 * Short.BYTES;
        Awaitility.await("the whole recording").atMost(SOON).until(() -> Files.size(file) > bytes);
        ShortBuffer samples =
                ByteBuffer.wrap(Files.readAllBytes(file))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .position(HEADER_BYTES)
                        .asShortBuffer();
        short[] all = new short[samples.remaining()];
        samples.get(all);
        return all;
    }

    private Duration length() {
        return Duration.ofMillis(sound.length * 1_000L / PER_SECOND);
    }

    private int loudest(Duration from, Duration to) {
        int loudest = 0;
        int end = Math.min(sound.length, sample(to));
        for (int i = sample(from); i < end; i++) {
            loudest = Math.max(loudest, Math.abs(sound[i]));
        }
        return loudest;
    }

    private static int sample(Duration at) {
        return (int) (at.toMillis() * PER_SECOND / 1_000);
    }
}
