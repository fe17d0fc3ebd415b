package org.rightparty.dialer.practice;

import java.util.ArrayList;
import java.util.List;

/// A conference: an agent's room.
final class Room {
    final String number;
    final List<Channel> members = new ArrayList<>(3);

    Room(String number) {
        this.number = number;
    }

    boolean marked() {
        return members.stream()
                .anyMatch(member -> member.seat.map(seat -> seat.part().marked).orElse(false));
    }

    /// A member's place in a room.
    record Seat(Room room, Part part) {}

    /// What a member is to the room: a marked member's leaving ends it for all others.
    enum Part {
        AGENT(true),
        CONSUMER(false),
        /// One of two without an agent: whoever leaves ends it for the other.
        PAIR(true);

        final boolean marked;

        Part(boolean marked) {
            this.marked = marked;
        }
    }
}
