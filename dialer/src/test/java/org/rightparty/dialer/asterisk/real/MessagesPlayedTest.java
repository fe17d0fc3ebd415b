package org.rightparty.dialer.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.gate.TestAttempts;
import org.rightparty.dialer.asterisk.AsteriskTelephone;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.CallEvent.Played.Progress;
import org.rightparty.dialer.call.Message;
import org.rightparty.dialer.call.Messages;
import org.rightparty.dialer.call.Telephone.Dialing;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// A real Asterisk plays the approved message that a call names and says which, and plays nothing
/// else.
@Tag("real")
class MessagesPlayedTest {
    private static final Duration SOON = Duration.ofSeconds(8);

    /// With the wait for the end of a machine's greeting.
    private static final Duration MESSAGE = Duration.ofSeconds(25);

    private static final PhoneNumber SHOWN = new PhoneNumber("+12125550100");
    private static final AtomicLong NUMBERS = new AtomicLong();

    private static SippCarrier carrier;
    private static RealAsterisk asterisk;
    private static Ear ear;
    private static AsteriskTelephone telephone;

    @BeforeAll
    static void bring_up() {
        carrier = SippCarrier.start();
        asterisk = RealAsterisk.start("msg", carrier, Map.of());
        ear = new Ear();
        telephone =
                new AsteriskTelephone(
                        asterisk.config("m1"), ear, InstantSource.system(), System::nanoTime);
        telephone.start();
        ear.awaitLinks(true);
    }

    @AfterAll
    static void take_down() {
        telephone.close();
        asterisk.close();
        carrier.close();
    }

    @ParameterizedTest
    @CsvSource({"0, false, ABANDONED-en-3", "5, true, LIMITED_CONTENT-en-2"})
    void plays_the_approved_message_and_says_which(
            String lastDigit, boolean screening, String version) {
        AttemptId call = dial(lastDigit, screening, spoken("safe-harbor"));
        assertThat(ear.await(call, CallEvent.Played.class, MESSAGE))
                .extracting(CallEvent.Played::version, CallEvent.Played::progress)
                .containsExactly(version, Progress.BEGAN);
        telephone.hangUp(call);
        ear.await(call, CallEvent.HungUp.class, SOON);
    }

    @Test
    void says_that_a_sound_that_is_not_there_could_not_be_played() {
        AttemptId call = dial("0", false, spoken("no-such-sound"));
        assertThat(ear.await(call, CallEvent.Played.class, 2, SOON).progress())
                .isEqualTo(Progress.FAILED);
        ear.await(call, CallEvent.HungUp.class, SOON);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "5, true"})
    void plays_nothing_where_nothing_is_approved(String lastDigit, boolean screening) {
        AttemptId call = dial(lastDigit, screening, Messages.NONE);
        ear.await(call, CallEvent.HungUp.class, MESSAGE);
        assertThat(ear.of(call)).doesNotHaveAnyElementsOfTypes(CallEvent.Played.class);
    }

    private static Messages spoken(String prompt) {
        return new Messages(
                Optional.of(new Message("ABANDONED-en-3", prompt)),
                Optional.of(new Message("LIMITED_CONTENT-en-2", prompt)));
    }

    private static AttemptId dial(String lastDigit, boolean screening, Messages messages) {
        AttemptId call = new AttemptId(NUMBERS.incrementAndGet());
        PhoneNumber number = new PhoneNumber("+12120%04d0%s".formatted(call.value(), lastDigit));
        telephone.originate(
                TestAttempts.granted(call, number, 3, Instant.now()),
                new Dialing(SHOWN, 3, screening, messages));
        return call;
    }
}
