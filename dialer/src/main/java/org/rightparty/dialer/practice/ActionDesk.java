package org.rightparty.dialer.practice;

import org.rightparty.dialer.practice.AmiMessage.Draft;
import org.rightparty.dialer.practice.Exchange.By;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// Answers the actions of clients that are logged in. Carrier's thread only.
final class ActionDesk {
    static final String VERSION = "22.10.1";
    private static final Duration ORIGINATE_TIMEOUT = Duration.ofSeconds(30);

    private final Timeline timeline;
    private final Notices notices;
    private final Exchange exchange;
    private final Trunk trunk;
    private final Lists lists;
    private final Instant startedAt;
    private int channelsMade;

    ActionDesk(Timeline timeline, Notices notices, Exchange exchange, Trunk trunk) {
        this.timeline = timeline;
        this.notices = notices;
        this.exchange = exchange;
        this.trunk = trunk;
        this.lists = new Lists(timeline, exchange);
        this.startedAt = timeline.now();
    }

    /// Seconds since the carrier started: small after a restart, and then all channels are gone.
    long uptime() {
        return Duration.between(startedAt, timeline.now()).toSeconds();
    }

    void perform(AmiMessage action, Consumer<AmiMessage> client) {
        Replies reply = new Replies(action, client);
        switch (action.get("Action").toLowerCase(Locale.ROOT)) {
            case "ping" -> ping(reply);
            case "coresettings" -> coreSettings(reply);
            case "corestatus" -> coreStatus(reply);
            case "command" -> command(action, reply);
            case "events" -> reply.success("Events", "On");
            case "originate" -> originate(action, reply);
            case "redirect" -> redirect(action, reply);
            case "hangup" -> hangUp(action, reply);
            case "mixmonitor" -> record(action, reply);
            case "stopmixmonitor" -> stopRecording(action, reply);
            case "mixmonitormute" -> muteRecording(action, reply);
            case "setvar" -> setVariable(action, reply);
            case "getvar" -> getVariable(action, reply);
            case "userevent" -> userEvent(action, reply);
            case "coreshowchannels" -> lists.channels(action, client);
            case "status" -> lists.status(action, client);
            case "confbridgelist" -> lists.conference(action, client);
            default -> reply.error("Invalid/unknown command");
        }
    }

    private void ping(Replies reply) {
        reply.send(
                reply.open("Success")
                        .add("Ping", "Pong")
                        .add("Timestamp", Notices.stamp(timeline.now())));
    }

    private void coreSettings(Replies reply) {
        reply.send(
                reply.open("Success")
                        .add("AMIversion", PracticeCarrier.AMI_VERSION)
                        .add("AsteriskVersion", VERSION)
                        .add("SystemName", "practice")
                        .add("CoreMaxCalls", 0)
                        .add("CoreMaxLoadAvg", "0.000000"));
    }

    private void coreStatus(Replies reply) {
        reply.send(
                reply.open("Success")
                        .add("CoreCurrentCalls", exchange.channels().size())
                        .add("CoreProcessedCalls", channelsMade));
    }

    private void command(AmiMessage action, Replies reply) {
        if (action.get("Command").equals("core show version")) {
            reply.send(
                    reply.open("Success")
                            .add("Message", "Command output follows")
                            .add("Output", "Asterisk " + VERSION + " (practice carrier)"));
        } else {
            reply.error("Command output follows");
        }
    }

    private void originate(AmiMessage action, Replies reply) {
        if (!Dialplan.knows(action.get("Context"))) {
            reply.error("Extension does not exist.");
            return;
        }
        Outgoing dialing =
                new Outgoing(
                        action.get("ActionID"),
                        action.get("Channel"),
                        action.get("Context"),
                        action.get("Exten"));
        reply.success("Message", "Originate successfully queued");
        String id = action.get("ChannelId");
        if (!id.isEmpty() && exchange.find(id).isPresent()) {
            notices.notOriginated(dialing, 0, id);
            return;
        }
        Channel channel = channel(id, dialing.dialed());
        Variables.of(action).forEach(channel.variables::put);
        exchange.add(channel);
        trunk.dial(channel, dialing, timeout(action));
    }

    private Channel channel(String id, String dialed) {
        channelsMade++;
        String endpoint = dialed.substring(dialed.indexOf('@') + 1).replace("PJSIP/", "");
        String name = "PJSIP/%s-%08x".formatted(endpoint, channelsMade);
        String own = timeline.now().getEpochSecond() + "." + channelsMade;
        return new Channel(id.isEmpty() ? own : id, name, timeline.now());
    }

    private static Duration timeout(AmiMessage action) {
        String millis = action.get("Timeout");
        return millis.matches("[0-9]{1,9}")
                ? Duration.ofMillis(Long.parseLong(millis))
                : ORIGINATE_TIMEOUT;
    }

    private void redirect(AmiMessage action, Replies reply) {
        Optional<Channel> channel = exchange.find(action.get("Channel"));
        if (channel.isEmpty()) {
            reply.error("Channel does not exist");
        } else if (!Dialplan.knows(action.get("Context"))) {
            reply.error("Redirect failed, extension does not exist");
        } else {
            reply.success("Message", "Redirect successful");
            exchange.move(channel.get(), action.get("Context"), action.get("Exten"));
        }
    }

    private void hangUp(AmiMessage action, Replies reply) {
        withChannel(
                action,
                reply,
                channel -> {
                    reply.success("Message", "Channel Hungup");
                    String asked = action.get("Cause");
                    int cause = asked.matches("[0-9]{1,3}") ? Integer.parseInt(asked) : 16;
                    timeline.soon(() -> end(channel, cause));
                });
    }

    private void end(Channel channel, int cause) {
        if (channel.dialing.isPresent()) {
            trunk.fail(channel, 0, cause, 0, By.US);
        } else {
            exchange.hangUp(channel, cause, 0, By.US);
        }
    }

    private void record(AmiMessage action, Replies reply) {
        withChannel(
                action,
                reply,
                channel -> {
                    reply.send(reply.open("Success").add("MixMonitorID", "0x" + channel.uniqueId));
                    channel.recordingFile = Optional.of(action.get("File"));
                    channel.variables.put("MIXMONITOR_FILENAME", action.get("File"));
                    notices.recording(channel, "MixMonitorStart");
                });
    }

    private void stopRecording(AmiMessage action, Replies reply) {
        withChannel(
                action,
                reply,
                channel -> {
                    reply.success("Message", "MixMonitor stopped");
                    channel.recordingFile = Optional.empty();
                    notices.recording(channel, "MixMonitorStop");
                });
    }

    private void muteRecording(AmiMessage action, Replies reply) {
        withChannel(
                action,
                reply,
                channel -> {
                    if (channel.recordingFile.isPresent()) {
                        reply.send(reply.open("Success"));
                        notices.recordingMuted(
                                channel, action.get("Direction"), action.get("State"));
                    } else {
                        reply.error("Cannot set mute flag");
                    }
                });
    }

    private void setVariable(AmiMessage action, Replies reply) {
        withChannel(
                action,
                reply,
                channel -> {
                    channel.variables.put(action.get("Variable"), action.get("Value"));
                    reply.success("Message", "Variable Set");
                });
    }

    private void getVariable(AmiMessage action, Replies reply) {
        withChannel(
                action,
                reply,
                channel ->
                        reply.send(
                                reply.open("Success")
                                        .add("Variable", action.get("Variable"))
                                        .add("Value", channel.variable(action.get("Variable")))));
    }

    private void userEvent(AmiMessage action, Replies reply) {
        reply.success("Message", "Event Sent");
        notices.raised(
                action.get("UserEvent"),
                action.headers().stream()
                        .filter(header -> !header.name().equalsIgnoreCase("Action"))
                        .filter(header -> !header.name().equalsIgnoreCase("UserEvent"))
                        .toList());
    }

    private void withChannel(AmiMessage action, Replies reply, Consumer<Channel> work) {
        exchange.find(action.get("Channel"))
                .ifPresentOrElse(work, () -> reply.error("No such channel"));
    }

    /// Answers to one action: each repeats its ActionID.
    private record Replies(AmiMessage action, Consumer<AmiMessage> client) {

        Draft open(String response) {
            return AmiMessage.with("Response", response)
                    .addUnlessEmpty("ActionID", action.get("ActionID"));
        }

        void send(Draft message) {
            client.accept(message.build());
        }

        void success(String header, String value) {
            send(open("Success").add(header, value));
        }

        void error(String why) {
            send(open("Error").add("Message", why));
        }
    }
}
