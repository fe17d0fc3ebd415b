package org.rightparty.dialer.asterisk;

import org.rightparty.dialer.call.LineEvent;
import org.rightparty.dialer.call.LineEvent.LineDown;
import org.rightparty.dialer.call.Telephone.AgentLine;
import org.rightparty.dialer.call.Telephone.Listener;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The agents' phones, each in its room for the shift. One thread.
final class Lines {
    /// An agent sits beside the phone; a phone that rings longer is not attended.
    private static final int RING_SECONDS = 20;

    /// A call that has neither been answered nor failed by then never will be: its word got lost.
    private static final Duration CALLED_MAX = Duration.ofSeconds(RING_SECONDS + 5);

    private final ChannelIds ids;
    private final Link link;
    private final Listener listener;
    private final InstantSource clock;
    private final Map<String, Leg> legs = new HashMap<>();
    private long lastSerial;

    /// @param up stands in its room; otherwise being called
    private record Leg(String channelId, boolean up, Instant since) {
        boolean isLost(Instant now) {
            return !up && !now.isBefore(since.plus(CALLED_MAX));
        }
    }

    Lines(ChannelIds ids, Outside outside) {
        this.ids = ids;
        this.link = outside.link();
        this.listener = outside.listener();
        this.clock = outside.clock();
    }

    void call(AgentLine line) {
        Leg leg = legs.get(line.number());
        if (leg == null || leg.isLost(clock.instant())) {
            place(line);
        } else if (leg.up()) {
            listener.line(new LineEvent.LineUp(line.number(), clock.instant()));
        }
    }

    private void place(AgentLine line) {
        lastSerial = Math.max(lastSerial + 1, clock.millis());
        String channelId = ids.ofLine(line.number(), lastSerial);
        legs.put(line.number(), new Leg(channelId, false, clock.instant()));
        String endpoint = Endpoints.of(line.kind(), line.number());
        link.send(
                Actions.line(channelId, endpoint, line.number(), RING_SECONDS),
                reply -> {
                    if (reply == Reply.REFUSED || reply == Reply.NOT_SENT) {
                        down(line.number(), channelId, LineDown.REFUSED, clock.instant());
                    }
                });
    }

    void hangUp(AgentLine line) {
        Leg leg = legs.get(line.number());
        if (leg == null) {
            listener.line(new LineDown(line.number(), "NOT_UP", clock.instant()));
        } else {
            link.send(Actions.hangUp(leg.channelId()), _ -> {});
        }
    }

    void noLink(AgentLine line) {
        listener.line(new LineDown(line.number(), LineDown.LINK_DOWN, clock.instant()));
    }

    void heard(Heard.LineJoined joined) {
        legs.put(joined.line(), new Leg(joined.channelId(), true, joined.at()));
        listener.line(new LineEvent.LineUp(joined.line(), joined.at()));
    }

    void heard(Heard.LineEnded ended) {
        down(ended.line(), ended.channelId(), "HUNG_UP_" + ended.cause(), ended.at());
    }

    void heard(Heard.OriginateFailed failed) {
        ids.line(failed.channelId())
                .ifPresent(
                        line -> down(line, failed.channelId(), LineDown.NOT_ANSWERED, failed.at()));
    }

    /// The page went, so nobody is at that phone: without this the person on it would hear nothing
    /// until the missing sound is noticed, seconds later.
    void heard(Heard.ContactGone gone) {
        Leg leg = legs.get(gone.line());
        if (leg != null) {
            link.send(Actions.hangUp(leg.channelId()), _ -> {});
        }
    }

    private void down(String line, String channelId, String reason, Instant at) {
        Leg leg = legs.get(line);
        if (leg != null && leg.channelId().equals(channelId)) {
            legs.remove(line);
            listener.line(new LineDown(line, reason, at));
        }
    }

    /// What a census found is what there is.
    void adopt(List<Census.FoundLine> found) {
        legs.clear();
        Instant at = clock.instant();
        found.forEach(f -> legs.put(f.line(), new Leg(f.channelId(), f.answered(), at)));
    }
}
