package org.rightparty.dialer.asterisk;

import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.MixMonitorAction;
import org.asteriskjava.manager.action.MixMonitorMuteAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.action.RedirectAction;
import org.rightparty.dialer.call.Message;
import org.rightparty.dialer.call.Messages;
import org.rightparty.vocabulary.PhoneNumber;

import java.util.LinkedHashMap;
import java.util.Map;

/// The manager actions we send. Every text passes [#safe]: AMI is lines, and a line break in a
/// value would be the start of another action.
final class Actions {
    private static final int NORMAL_CLEARING = 16;
    private static final long MILLIS = 1000L;

    private Actions() {}

    /// Calls a consumer; the dial string is made of a number and configuration, nothing else.
    static OriginateAction call(
            String channelId,
            PhoneNumber number,
            Trunk trunk,
            PhoneNumber callerId,
            int ringSeconds,
            String screening,
            Messages messages) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("DIALER_CALL_ID", safe(channelId));
        variables.put("AMD", safe(screening));
        messages.abandoned().ifPresent(said -> put(variables, "ABANDONED", said));
        messages.machine().ifPresent(said -> put(variables, "MACHINE", said));
        OriginateAction action = originate(channelId, "consumer", "s", ringSeconds);
        action.setChannel("PJSIP/" + number.e164() + "@" + trunk.name());
        action.setCallerId(callerId.e164());
        action.setVariables(variables);
        return action;
    }

    private static void put(Map<String, String> variables, String kind, Message said) {
        variables.put(kind + "_MESSAGE", safe(said.version()));
        variables.put(kind + "_PROMPT", safe(said.prompt()));
    }

    /// Calls an agent's phone into the room of the same digits.
    static OriginateAction line(String channelId, String endpoint, String line, int ringSeconds) {
        OriginateAction action = originate(channelId, "agent", line, ringSeconds);
        action.setChannel("PJSIP/" + safe(endpoint));
        action.setCallerId(safe(line));
        return action;
    }

    private static OriginateAction originate(
            String channelId, String context, String exten, int ringSeconds) {
        OriginateAction action = new OriginateAction();
        action.setActionId(safe(channelId));
        action.setChannelId(safe(channelId));
        action.setContext(context);
        action.setExten(safe(exten));
        action.setPriority(1);
        action.setTimeout(ringSeconds * MILLIS);
        action.setAsync(true);
        return action;
    }

    static RedirectAction redirect(String channelId, String context, String exten) {
        return new RedirectAction(safe(channelId), safe(context), safe(exten), 1);
    }

    static HangupAction hangUp(String channelId) {
        return new HangupAction(safe(channelId), NORMAL_CLEARING);
    }

    static MixMonitorAction recordTo(String channelId, String file) {
        return new MixMonitorAction(safe(channelId), safe(file));
    }

    /// Writes silence in both directions from now on (1), or sound again (0).
    static MixMonitorMuteAction muteRecording(String channelId, int state) {
        return new MixMonitorMuteAction(safe(channelId), "both", state);
    }

    static CoreShowChannelsAction showChannels() {
        return new CoreShowChannelsAction();
    }

    static PingAction ping() {
        return new PingAction();
    }

    /// The text itself.
    ///
    /// @throws IllegalArgumentException if it has a control character; the text is not repeated
    static String safe(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("control character in a text for the switch");
        }
        return text;
    }
}
