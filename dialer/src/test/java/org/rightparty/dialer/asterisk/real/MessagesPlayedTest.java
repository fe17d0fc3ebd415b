package org.rightparty.dialer.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.dialer.asterisk.real.Switchroom.SOON;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.CallEvent.Played.Progress;
import org.rightparty.dialer.call.Message;
import org.rightparty.dialer.call.Messages;
import org.rightparty.vocabulary.AttemptId;

import java.time.Duration;
import java.util.Optional;

/// A real Asterisk plays the approved message that a call names and says which, and plays nothing
/// else.
@Tag("real")
class MessagesPlayedTest {
    /// With the wait for the end of a machine's greeting.
    private static final Duration MESSAGE = Duration.ofSeconds(25);

    private static Switchroom room;

    @BeforeAll
    static void bring_up() {
        room = new Switchroom("msg");
    }

    @AfterAll
    static void take_down() {
        room.close();
    }

    @ParameterizedTest
    @CsvSource({"0, false, ABANDONED-en-3", "5, true, LIMITED_CONTENT-en-2"})
    void plays_the_approved_message_and_says_which(
            String lastDigit, boolean screening, String version) {
        AttemptId call = room.dial(lastDigit, screening, spoken("safe-harbor"));
        assertThat(room.ear.await(call, CallEvent.Played.class, MESSAGE))
                .extracting(CallEvent.Played::version, CallEvent.Played::progress)
                .containsExactly(version, Progress.BEGAN);
        room.telephone.hangUp(call);
        room.ear.await(call, CallEvent.HungUp.class, SOON);
    }

    @Test
    void says_that_a_sound_that_is_not_there_could_not_be_played() {
        AttemptId call = room.dial("0", false, spoken("no-such-sound"));
        assertThat(room.ear.await(call, CallEvent.Played.class, 2, SOON).progress())
                .isEqualTo(Progress.FAILED);
        room.ear.await(call, CallEvent.HungUp.class, SOON);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "5, true"})
    void plays_nothing_where_nothing_is_approved(String lastDigit, boolean screening) {
        AttemptId call = room.dial(lastDigit, screening, Messages.NONE);
        room.ear.await(call, CallEvent.HungUp.class, MESSAGE);
        assertThat(room.ear.of(call)).doesNotHaveAnyElementsOfTypes(CallEvent.Played.class);
    }

    private static Messages spoken(String prompt) {
        return new Messages(
                Optional.of(new Message("ABANDONED-en-3", prompt)),
                Optional.of(new Message("LIMITED_CONTENT-en-2", prompt)));
    }
}
