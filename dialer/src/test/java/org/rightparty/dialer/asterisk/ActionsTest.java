package org.rightparty.dialer.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.asteriskjava.manager.action.OriginateAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightparty.dialer.call.Message;
import org.rightparty.dialer.call.Messages;
import org.rightparty.vocabulary.PhoneNumber;

import java.util.Optional;

class ActionsTest {
    private static final Trunk PRACTICE = new Trunk("practice", 10, 10, true);
    private static final PhoneNumber CALLED = new PhoneNumber("+12125550123");
    private static final PhoneNumber SHOWN = new PhoneNumber("+12125550100");

    @Test
    void names_the_channel_after_the_attempt_three_times() {
        OriginateAction action =
                Actions.call("rp-t-7", CALLED, PRACTICE, SHOWN, 25, "1", Messages.NONE);
        assertThat(action.getActionId()).isEqualTo("rp-t-7");
        assertThat(action.getChannelId()).isEqualTo("rp-t-7");
        assertThat(action.getVariables())
                .containsEntry("DIALER_CALL_ID", "rp-t-7")
                .containsEntry("AMD", "1")
                .hasSize(2);
    }

    @Test
    void names_the_version_and_the_sound_of_each_message_that_may_be_played() {
        Messages messages =
                new Messages(
                        Optional.of(new Message("ABANDONED-en-3", "sorry")),
                        Optional.of(new Message("LIMITED_CONTENT-en-1", "please-call")));
        assertThat(
                        Actions.call("rp-t-7", CALLED, PRACTICE, SHOWN, 25, "1", messages)
                                .getVariables())
                .containsEntry("ABANDONED_MESSAGE", "ABANDONED-en-3")
                .containsEntry("ABANDONED_PROMPT", "sorry")
                .containsEntry("MACHINE_MESSAGE", "LIMITED_CONTENT-en-1")
                .containsEntry("MACHINE_PROMPT", "please-call");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../etc/passwd", "a b", "a,B=c", "a\nb", "${SHELL(x)}", ".hidden"})
    void a_sound_is_a_plain_name(String prompt) {
        assertThatThrownBy(() -> new Message("ABANDONED-en-1", prompt))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void dials_nothing_but_the_number_and_the_trunk() {
        OriginateAction action =
                Actions.call("rp-t-7", CALLED, PRACTICE, SHOWN, 25, "0", Messages.NONE);
        assertThat(action.getChannel()).isEqualTo("PJSIP/+12125550123@practice");
        assertThat(action.getCallerId()).isEqualTo("+12125550100");
        assertThat(action.getTimeout()).isEqualTo(25_000L);
        assertThat(action.getAsync()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\rb", "a\nb", "a\r\n\r\nAction: Originate", "a\u0000b", "a\u007fb"})
    void sends_no_control_character(String text) {
        assertThatThrownBy(() -> Actions.safe(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Actions.redirect("rp-t-7", "room", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(text);
    }
}
