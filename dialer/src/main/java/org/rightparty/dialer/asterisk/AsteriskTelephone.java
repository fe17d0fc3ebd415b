package org.rightparty.dialer.asterisk;

import org.rightparty.compliance.gate.Attempt;
import org.rightparty.dialer.call.Telephone;
import org.rightparty.vocabulary.AttemptId;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/// One Asterisk 22 as a telephone. Agents' phones stay up in a room each; a person is moved by one
/// Redirect. If we die, the dialplan lets nobody hear dead air.
///
/// Orders from any thread are handed to the one that sends; events come on that same thread.
public final class AsteriskTelephone implements Telephone, AutoCloseable {
    private static final String LINK_DOWN = "LINK_DOWN";

    private final SwitchThread thread;
    private final Link link;
    private final Calls calls;
    private final Lines lines;
    private final Switchboard board;
    private final TrunkRecord trunkRecord = new TrunkRecord();

    /// Does not connect yet: see [#start].
    ///
    /// @param nanos a monotonic clock
    public AsteriskTelephone(
            AsteriskConfig config, Listener listener, InstantSource clock, LongSupplier nanos) {
        ChannelIds ids = new ChannelIds(config.mark());
        this.thread = new SwitchThread("asterisk-" + config.mark(), nanos);
        EventReader reader =
                new EventReader(ids, clock, nanos, heard -> thread.hand(() -> take(heard)));
        this.link = new Link(config, thread, reader, nanos);
        Outside outside = new Outside(link, thread, listener, clock, nanos);
        this.calls = new Calls(config, outside, trunkRecord);
        this.lines = new Lines(ids, outside);
        this.board = new Switchboard(ids, calls, lines, outside);
    }

    private void take(Heard heard) {
        board.heard(heard);
    }

    /// Connects, and comes back after every loss until closed. Returns at once.
    public void start() {
        thread.start();
        link.open();
    }

    @Override
    public Optional<String> trunkOf(AttemptId call) {
        return trunkRecord.of(call);
    }

    @Override
    public void avoid(Set<String> names) {
        calls.avoid(names);
    }

    @Override
    public void originate(Attempt attempt, Dialing dialing) {
        calls.announce();
        thread.hand(() ->
                board.order(
                        () -> calls.originate(attempt, dialing),
                        () -> calls.withhold(attempt.id(), LINK_DOWN)));
    }

    @Override
    public int room() {
        return link.answers() ? calls.room() : 0;
    }

    @Override
    public void connect(AttemptId call, AgentLine line) {
        move(call, Moves.Move.toRoom(line.number()));
    }

    @Override
    public void hold(AttemptId call) {
        move(call, Moves.Move.toHold());
    }

    @Override
    public void pair(AttemptId call, AttemptId outside) {
        move(call, Moves.Move.toPair(outside));
    }

    private void move(AttemptId call, Moves.Move move) {
        thread.hand(() ->
                board.order(() -> calls.move(call, move), () -> calls.moveFailed(call, LINK_DOWN)));
    }

    @Override
    public void hangUp(AttemptId call) {
        thread.hand(() -> board.orderSooner(() -> calls.hangUp(call)));
    }

    @Override
    public void record(AttemptId call) {
        thread.hand(() -> board.orderSooner(() -> calls.record(call)));
    }

    @Override
    public void muteRecording(AttemptId call, boolean muted) {
        thread.hand(() -> board.orderSooner(() -> calls.muteRecording(call, muted)));
    }

    @Override
    public void callLine(AgentLine line) {
        thread.hand(() -> board.order(() -> lines.call(line), () -> lines.noLink(line)));
    }

    @Override
    public void hangUpLine(AgentLine line) {
        thread.hand(() -> board.orderSooner(() -> lines.hangUp(line)));
    }

    @Override
    public void resynchronise() {
        thread.hand(board::resynchronise);
    }

    /// Lets go of the switch; what is up there goes on.
    @Override
    public void close() {
        link.close();
        thread.close();
    }
}
