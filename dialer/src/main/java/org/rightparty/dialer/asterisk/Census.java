package org.rightparty.dialer.asterisk;

import org.rightparty.dialer.call.Telephone.LiveCall;
import org.rightparty.dialer.call.Telephone.LiveCall.Place;

import java.util.ArrayList;
import java.util.List;

/// All channels of the switch at one instant. The context a channel is in says where the person is.
final class Census {
    private final ChannelIds ids;
    private final List<FoundCall> calls = new ArrayList<>();
    private final List<FoundLine> lines = new ArrayList<>();

    /// @param trunk the endpoint it left by
    record FoundCall(LiveCall live, String trunk) {}

    /// @param answered the phone stands in its room
    record FoundLine(String line, String channelId, boolean answered) {}

    Census(ChannelIds ids) {
        this.ids = ids;
    }

    List<FoundCall> calls() {
        return calls;
    }

    List<FoundLine> lines() {
        return lines;
    }

    void add(Heard.Row row) {
        ids.call(row.channelId())
                .map(call -> found(new LiveCall(call, place(row)), row))
                .ifPresent(calls::add);
        ids.line(row.channelId())
                .map(line -> new FoundLine(line, row.channelId(), inRoom(row)))
                .ifPresent(lines::add);
    }

    private static FoundCall found(LiveCall live, Heard.Row row) {
        return new FoundCall(live, Endpoints.ofChannel(row.channelName()));
    }

    private static boolean inRoom(Heard.Row row) {
        return row.answered() && row.context().equals("agent");
    }

    private static Place place(Heard.Row row) {
        return switch (row.context()) {
            case "consumer" -> consumer(row);
            case "room" -> new Place.Room(row.exten());
            case "hold" -> new Place.OnHold();
            case "pair" -> new Place.Paired();
            case "orphan" -> new Place.Orphaned();
            case "abandoned", "machine" -> new Place.Announcement();
            default -> row.answered() ? new Place.Screening() : new Place.Ringing();
        };
    }

    /// Who waits for an agent is known to be a person; before that the dialplan finds out.
    private static Place consumer(Heard.Row row) {
        return row.application().equals("Wait") ? new Place.Waiting() : new Place.Screening();
    }
}
