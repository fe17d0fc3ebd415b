package org.rightparty.dialer.practice;

import org.rightparty.dialer.practice.AmiMessage.Draft;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// Writes the events, header for header as Asterisk 22 does with `timestampevents = yes` and our
/// `channelvars`, and sends them to every session.
final class Notices {
    /// The channel variables that Asterisk repeats in every channel event (`channelvars`).
    static final List<String> CHANNEL_VARIABLES = List.of("DIALER_CALL_ID");

    private final Timeline timeline;
    private final Consumer<AmiMessage> everybody;

    Notices(Timeline timeline, Consumer<AmiMessage> everybody) {
        this.timeline = timeline;
        this.everybody = everybody;
    }

    void rings(Channel channel) {
        send(snapshot(event("DialState", "call"), channel, "Dest").add("DialStatus", "RINGING"));
    }

    void dialEnded(Channel channel, String dialStatus) {
        send(snapshot(event("DialEnd", "call"), channel, "Dest").add("DialStatus", dialStatus));
    }

    void originated(Channel channel, Outgoing dialing) {
        send(
                originate(dialing, "Success", channel.name, 4, channel.uniqueId)
                        .addAll(channelVariables(channel, "ChanVariable(" + channel.name + ")")));
    }

    /// @param reason 3 when it rang too long, 0 for every refusal
    void notOriginated(Outgoing dialing, int reason, String uniqueId) {
        send(originate(dialing, "Failure", dialing.dialed(), reason, uniqueId));
    }

    private Draft originate(
            Outgoing dialing, String response, String channel, int reason, String uniqueId) {
        return event("OriginateResponse", "call")
                .addUnlessEmpty("ActionID", dialing.actionId())
                .add("Response", response)
                .add("Channel", channel)
                .add("Context", dialing.context())
                .add("Exten", dialing.exten())
                .add("Reason", reason)
                .add("Uniqueid", uniqueId)
                .add("CallerIDNum", "<unknown>")
                .add("CallerIDName", "<unknown>");
    }

    /// An event that the dialplan raises with `UserEvent()`.
    ///
    /// @param body names and values in turn
    void user(Channel channel, String name, String... body) {
        Draft message = snapshot(event("UserEvent", "user"), channel, "").add("UserEvent", name);
        for (int i = 0; i < body.length; i += 2) {
            message.add(body[i], body[i + 1]);
        }
        send(message);
    }

    void joined(Channel channel, Room room) {
        send(
                snapshot(conference("ConfbridgeJoin", room), channel, "")
                        .add("Admin", "No")
                        .add("Muted", "No"));
    }

    void left(Channel channel, Room room) {
        send(snapshot(conference("ConfbridgeLeave", room), channel, "").add("Admin", "No"));
    }

    private Draft conference(String name, Room room) {
        return event(name, "call")
                .add("Conference", room.number)
                .add("BridgeUniqueid", bridgeId(room))
                .add("BridgeType", "base")
                .add("BridgeTechnology", "softmix")
                .add("BridgeCreator", "ConfBridge")
                .add("BridgeName", room.number)
                .add("BridgeNumChannels", room.members.size())
                .add("BridgeVideoSourceMode", "none");
    }

    static String bridgeId(Room room) {
        return "practice-bridge-" + room.number;
    }

    void recording(Channel channel, String event) {
        send(snapshot(event(event, "call"), channel, ""));
    }

    void recordingMuted(Channel channel, String direction, String state) {
        send(
                snapshot(event("MixMonitorMute", "call"), channel, "")
                        .add("Direction", direction)
                        .add("State", state));
    }

    void hangupRequested(Channel channel, int cause) {
        send(snapshot(event("HangupRequest", "call"), channel, "").add("Cause", cause));
    }

    void hungUp(Channel channel, int cause, int sip) {
        send(
                snapshot(event("Hangup", "call"), channel, "")
                        .add("Cause", cause)
                        .add("Cause-txt", CauseText.of(cause))
                        .addUnlessEmpty("TechCause", sip == 0 ? "" : Integer.toString(sip)));
    }

    /// A raw event from a client's UserEvent action, which has no channel.
    void raised(String name, List<AmiMessage.Header> body) {
        send(event("UserEvent", "user").add("UserEvent", name).addAll(body));
    }

    /// The headers that describe a channel, each with `prefix` before its name.
    static Draft snapshot(Draft message, Channel channel, String prefix) {
        return message.add(prefix + "Channel", channel.name)
                .add(prefix + "ChannelState", channel.state.number)
                .add(prefix + "ChannelStateDesc", channel.state.words)
                .add(prefix + "CallerIDNum", "<unknown>")
                .add(prefix + "CallerIDName", "<unknown>")
                .add(prefix + "ConnectedLineNum", "<unknown>")
                .add(prefix + "ConnectedLineName", "<unknown>")
                .add(prefix + "Language", "en")
                .add(prefix + "AccountCode", "")
                .add(prefix + "Context", channel.context)
                .add(prefix + "Exten", channel.exten)
                .add(prefix + "Priority", channel.priority)
                .add(prefix + "Uniqueid", channel.uniqueId)
                .add(prefix + "Linkedid", channel.uniqueId)
                .addAll(channelVariables(channel, prefix + "ChanVariable"));
    }

    private static List<AmiMessage.Header> channelVariables(Channel channel, String header) {
        return CHANNEL_VARIABLES.stream()
                .map(name -> new AmiMessage.Header(header, name + "=" + channel.variable(name)))
                .toList();
    }

    private Draft event(String name, String privilege) {
        return AmiMessage.with("Event", name)
                .add("Privilege", privilege + ",all")
                .add("Timestamp", stamp(timeline.now()));
    }

    static String stamp(Instant at) {
        String micros = Integer.toString(1_000_000 + at.getNano() / 1000).substring(1);
        return at.getEpochSecond() + "." + micros;
    }

    private void send(Draft message) {
        everybody.accept(message.build());
    }
}
