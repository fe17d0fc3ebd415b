package org.rightparty.dialer.practice;

import org.rightparty.dialer.practice.AmiMessage.Draft;

import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;

/// Answers the actions that list what is up: an opening response, an event a row, a closing event.
final class Lists {
    private final Timeline timeline;
    private final Exchange exchange;

    Lists(Timeline timeline, Exchange exchange) {
        this.timeline = timeline;
        this.exchange = exchange;
    }

    void channels(AmiMessage action, Consumer<AmiMessage> client) {
        Collection<Channel> channels = exchange.channels();
        open(action, "Channels will follow", client);
        for (Channel channel : channels) {
            Duration up = Duration.between(channel.since, timeline.now());
            client.accept(
                    Notices.snapshot(row("CoreShowChannel", action), channel, "")
                            .add("Application", channel.application)
                            .add("ApplicationData", channel.applicationData)
                            .add(
                                    "Duration",
                                    "%02d:%02d:%02d"
                                            .formatted(
                                                    up.toHours(),
                                                    up.toMinutesPart(),
                                                    up.toSecondsPart()))
                            .add("BridgeId", bridge(channel))
                            .build());
        }
        close(action, "CoreShowChannelsComplete", channels.size(), client);
    }

    void status(AmiMessage action, Consumer<AmiMessage> client) {
        Collection<Channel> channels = exchange.channels();
        open(action, "Channel status will follow", client);
        for (Channel channel : channels) {
            Draft row =
                    Notices.snapshot(row("Status", action).add("Privilege", "Call"), channel, "")
                            .add("Type", "PJSIP")
                            .add("BridgeID", bridge(channel))
                            .add("Application", channel.application)
                            .add("Data", channel.applicationData)
                            .add(
                                    "Seconds",
                                    Duration.between(channel.since, timeline.now()).toSeconds());
            for (String name : action.get("Variables").split(",", -1)) {
                if (!name.isEmpty()) {
                    row.add(
                            "Variable",
                            name + "=" + channel.variables.getOrDefault(name, "(null)"));
                }
            }
            client.accept(row.build());
        }
        client.accept(
                row("StatusComplete", action)
                        .add("EventList", "Complete")
                        .add("ListItems", channels.size())
                        .add("Items", channels.size())
                        .build());
    }

    void conference(AmiMessage action, Consumer<AmiMessage> client) {
        Room room = exchange.room(action.get("Conference"));
        open(action, "Confbridge user list will follow", client);
        for (Channel member : room.members) {
            client.accept(
                    Notices.snapshot(
                                    row("ConfbridgeList", action).add("Conference", room.number),
                                    member,
                                    "")
                            .add("Admin", "No")
                            .add("MarkedUser", marked(member) ? "Yes" : "No")
                            .build());
        }
        close(action, "ConfbridgeListComplete", room.members.size(), client);
    }

    private static boolean marked(Channel member) {
        return member.seat.map(seat -> seat.part().marked).orElse(false);
    }

    private static String bridge(Channel channel) {
        return channel.seat.map(seat -> Notices.bridgeId(seat.room())).orElse("");
    }

    private static void open(AmiMessage action, String message, Consumer<AmiMessage> client) {
        client.accept(
                AmiMessage.with("Response", "Success")
                        .addUnlessEmpty("ActionID", action.get("ActionID"))
                        .add("EventList", "start")
                        .add("Message", message)
                        .build());
    }

    private static Draft row(String event, AmiMessage action) {
        return AmiMessage.with("Event", event).addUnlessEmpty("ActionID", action.get("ActionID"));
    }

    private static void close(
            AmiMessage action, String event, int rows, Consumer<AmiMessage> client) {
        client.accept(
                row(event, action).add("EventList", "Complete").add("ListItems", rows).build());
    }
}
