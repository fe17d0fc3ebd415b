package org.rightparty.dialer.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.LineEvent;
import org.rightparty.dialer.call.Telephone.Listener;
import org.rightparty.dialer.call.Telephone.LiveCall;
import org.rightparty.dialer.call.Telephone.LiveLine;
import org.rightparty.vocabulary.AttemptId;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// A switchboard whose switch is never there: what it hears, the test says.
class SwitchboardTest {
    private static final Instant AT = Instant.parse("2026-03-02T15:00:00Z");
    private static final AsteriskConfig CONFIG =
            new AsteriskConfig(
                    "127.0.0.1",
                    1,
                    "rightparty",
                    "only-for-tests-1",
                    List.of(new Trunk("practice", 100, 50, true)),
                    "/recordings",
                    "p1");

    private final List<String> told = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final Switchboard board = board();

    private Switchboard board() {
        InstantSource clock = InstantSource.fixed(AT);
        ChannelIds ids = new ChannelIds("p1");
        SwitchThread thread = new SwitchThread("never-started", () -> 0);
        EventReader reader = new EventReader(ids, clock, () -> 0, _ -> {});
        Link link = new Link(CONFIG, thread, reader, () -> 0);
        Outside outside = new Outside(link, thread, new Ledger(), clock, () -> 0);
        return new Switchboard(
                ids,
                new Calls(CONFIG, outside, new TrunkRecord()),
                new Lines(ids, outside),
                outside);
    }

    @Test
    void orders_and_events_wait_for_the_census() {
        board.heard(new Heard.Connected());
        order("move");
        board.heard(new Heard.LineJoined("2001", "p1-line-2001", AT));
        assertThat(done).isEmpty();
        board.heard(new Heard.RowsEnd("1"));
        assertThat(done).containsExactly("move");
        assertThat(told).containsExactly("link up", "resynchronised 0 calls", "line 2001 LineUp");
    }

    @Test
    void a_link_lost_during_the_census_leaves_no_order_and_no_event_for_the_next() {
        board.heard(new Heard.Connected());
        order("move");
        board.heard(new Heard.LineJoined("2001", "p1-line-2001", AT));
        board.heard(new Heard.Disconnected(AT));
        assertThat(done).containsExactly("instead of move");
        board.heard(new Heard.Connected());
        board.heard(new Heard.RowsEnd("3"));
        assertThat(done).containsExactly("instead of move");
        assertThat(told).containsExactly("link down", "link up", "resynchronised 0 calls");
    }

    @Test
    void what_may_be_done_later_is_done_after_the_next_census() {
        board.heard(new Heard.Connected());
        board.orderSooner(() -> done.add("hang up"));
        board.heard(new Heard.Disconnected(AT));
        assertThat(done).isEmpty();
        board.heard(new Heard.Connected());
        board.heard(new Heard.RowsEnd("3"));
        assertThat(done).containsExactly("hang up");
    }

    @Test
    void a_call_that_ended_during_the_census_has_ended_though_the_link_was_lost() {
        board.heard(new Heard.Connected());
        board.heard(new Heard.CallEnded(new AttemptId(81), 16, "", AT));
        board.heard(new Heard.Disconnected(AT));
        assertThat(told).containsExactly("call HungUp", "link down");
    }

    @Test
    void an_older_census_counts_for_nothing() {
        board.heard(new Heard.Connected());
        board.heard(new Heard.Disconnected(AT));
        board.heard(new Heard.Connected());
        board.heard(new Heard.RowsEnd("1"));
        assertThat(told).containsExactly("link down");
    }

    private void order(String what) {
        board.order(() -> done.add(what), () -> done.add("instead of " + what));
    }

    private final class Ledger implements Listener {
        @Override
        public void call(CallEvent event) {
            told.add("call " + event.getClass().getSimpleName());
        }

        @Override
        public void line(LineEvent event) {
            told.add("line 2001 " + event.getClass().getSimpleName());
        }

        @Override
        public void link(boolean up, Instant at) {
            told.add(up ? "link up" : "link down");
        }

        @Override
        public void resynchronised(List<LiveCall> calls, List<LiveLine> lines, Instant at) {
            told.add("resynchronised " + calls.size() + " calls");
        }
    }
}
