package org.rightparty.dialer.practice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The channels and rooms that are up, and what moves them. Carrier's thread only.
final class Exchange {
    /// A move takes effect when the channel's own thread comes to it.
    private static final Duration MOVE_DELAY = Duration.ofMillis(2);

    private final Timeline timeline;
    private final Notices notices;
    private final Map<String, Channel> byId = new LinkedHashMap<>();
    private final Map<String, Channel> byName = new LinkedHashMap<>();
    private final Map<String, Room> rooms = new LinkedHashMap<>();
    private final Dialplan dialplan;

    Exchange(Timeline timeline, Notices notices) {
        this.timeline = timeline;
        this.notices = notices;
        this.dialplan = new Dialplan(timeline, notices, this);
    }

    void add(Channel channel) {
        byId.put(channel.uniqueId, channel);
        byName.put(channel.name, channel);
    }

    /// By unique id or by name, as every action of Asterisk takes either.
    Optional<Channel> find(String key) {
        return Optional.ofNullable(byId.getOrDefault(key, byName.get(key)));
    }

    Collection<Channel> channels() {
        return List.copyOf(byId.values());
    }

    Room room(String number) {
        return rooms.computeIfAbsent(number, Room::new);
    }

    /// The far end picked up: the dialplan starts.
    void answered(Channel channel) {
        channel.state = Channel.State.UP;
        Outgoing dialing = channel.dialing.orElseThrow();
        channel.dialing = Optional.empty();
        notices.dialEnded(channel, "ANSWER");
        notices.originated(channel, dialing);
        enter(channel, dialing.context(), dialing.exten());
    }

    /// Moves a channel a moment later. As at Asterisk, a second move before the first took effect
    /// is acknowledged and lost.
    void move(Channel channel, String context, String exten) {
        if (channel.moving || channel.state != Channel.State.UP) {
            return;
        }
        channel.moving = true;
        timeline.after(
                MOVE_DELAY,
                () -> {
                    channel.moving = false;
                    if (!channel.gone) {
                        enter(channel, context, exten);
                    }
                });
    }

    /// Starts a context of the dialplan.
    void enter(Channel channel, String context, String exten) {
        channel.step.cancel();
        channel.impatience.cancel();
        leaveRoom(channel);
        channel.context = context;
        channel.exten = exten;
        dialplan.run(channel);
    }

    void join(Channel channel, String number, Room.Part part) {
        Room room = room(number);
        room.members.add(channel);
        channel.seat = Optional.of(new Room.Seat(room, part));
        notices.joined(channel, room);
    }

    /// Ends a channel, whoever wished it.
    ///
    /// @param cause Q.850 cause
    /// @param sip the SIP result, 0 when there is none
    void hangUp(Channel channel, int cause, int sip, By by) {
        if (channel.gone) {
            return;
        }
        channel.gone = true;
        channel.cancelTimers();
        if (by == By.FAR_END) {
            notices.hangupRequested(channel, cause);
        }
        channel.recordingFile.ifPresent(file -> notices.recording(channel, "MixMonitorStop"));
        leaveRoom(channel);
        byId.remove(channel.uniqueId);
        byName.remove(channel.name);
        notices.hungUp(channel, cause, sip);
    }

    private void leaveRoom(Channel channel) {
        channel.seat.ifPresent(seat -> {
            channel.seat = Optional.empty();
            seat.room().members.remove(channel);
            notices.left(channel, seat.room());
            if (seat.part() == Room.Part.PAIR || (seat.part().marked && !seat.room().marked())) {
                throwOut(seat.room());
            }
            if (seat.room().members.isEmpty()) {
                rooms.remove(seat.room().number);
            }
        });
    }

    /// The last marked member has left, or one of a pair: `end_marked` and `end_marked_any` put
    /// everybody else out of the room.
    private void throwOut(Room room) {
        List<Channel> others = new ArrayList<>(room.members);
        room.members.clear();
        for (Channel other : others) {
            Room.Part part = other.seat.orElseThrow().part();
            other.seat = Optional.empty();
            notices.left(other, room);
            dialplan.thrownOut(other, part);
        }
    }

    /// Who ends a channel.
    enum By {
        FAR_END,
        US
    }
}
