package org.rightparty.dialer.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.LineEvent;
import org.rightparty.dialer.call.Telephone.AgentLine;
import org.rightparty.dialer.call.Telephone.Listener;
import org.rightparty.dialer.call.Telephone.LiveCall;
import org.rightparty.dialer.call.Telephone.LiveLine;
import org.rightparty.vocabulary.AgentId;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Lines of a switch that never answers: what becomes of a call to one, the test says.
class LinesTest {
    private static final AgentLine LINE =
            new AgentLine(new AgentId(7), "2007", AgentLine.Kind.BROWSER);
    private static final AsteriskConfig CONFIG =
            new AsteriskConfig(
                    "127.0.0.1",
                    1,
                    "rightparty",
                    "only-for-tests-1",
                    List.of(new Trunk("practice", 100, 50, true)),
                    "/recordings",
                    "p1");

    private final ChannelIds ids = new ChannelIds("p1");
    private final List<LineEvent> told = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T15:00:00Z");
    private final Lines lines = lines();

    private Lines lines() {
        InstantSource clock = () -> now;
        SwitchThread thread = new SwitchThread("never-started", () -> 0);
        EventReader reader = new EventReader(ids, clock, () -> 0, _ -> {});
        Link link = new Link(CONFIG, thread, reader, () -> 0);
        return new Lines(ids, new Outside(link, thread, new Ear(), clock, () -> 0));
    }

    /// An agent whose phone does not ring presses the button again.
    @Test
    void a_phone_whose_call_got_lost_is_called_again() {
        lines.call(LINE);
        now = now.plusSeconds(20);
        assertThat(isCalledNow()).as("while it may still ring").isFalse();
        now = now.plusSeconds(5);
        assertThat(isCalledNow()).isTrue();
    }

    /// A call is placed if one of this instant can fail.
    private boolean isCalledNow() {
        lines.call(LINE);
        String channel = ids.ofLine(LINE.number(), now.toEpochMilli());
        lines.heard(new Heard.OriginateFailed(channel, now.plus(Duration.ofSeconds(1))));
        return !told.isEmpty();
    }

    private final class Ear implements Listener {
        @Override
        public void call(CallEvent event) {}

        @Override
        public void line(LineEvent event) {
            told.add(event);
        }

        @Override
        public void link(boolean up, Instant at) {}

        @Override
        public void resynchronised(List<LiveCall> calls, List<LiveLine> up, Instant at) {}
    }
}
