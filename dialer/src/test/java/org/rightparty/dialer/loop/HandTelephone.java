package org.rightparty.dialer.loop;

import org.rightparty.compliance.gate.Attempt;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.LineEvent;
import org.rightparty.dialer.call.Telephone;
import org.rightparty.vocabulary.AttemptId;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/// A telephone system that does at once what it is told; who answers is said by hand.
final class HandTelephone implements Telephone {
    private static final int ROOM = 100;

    final BlockingQueue<Attempt> originated = new LinkedBlockingQueue<>();
    volatile Set<String> avoided = Set.of();
    private final Set<String> lines = ConcurrentHashMap.newKeySet();
    private final Listener listener;
    private final InstantSource clock;

    HandTelephone(Listener listener, InstantSource clock) {
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public void originate(Attempt attempt, Dialing dialing) {
        originated.add(attempt);
    }

    @Override
    public int room() {
        return ROOM;
    }

    @Override
    public Optional<String> trunkOf(AttemptId call) {
        return Optional.empty();
    }

    @Override
    public void avoid(Set<String> trunks) {
        avoided = trunks;
    }

    @Override
    public void connect(AttemptId call, AgentLine line) {
        listener.call(new CallEvent.Joined(call, line.number(), clock.instant()));
    }

    @Override
    public void hold(AttemptId call) {
        listener.call(new CallEvent.Held(call, clock.instant()));
    }

    @Override
    public void pair(AttemptId call, AttemptId outside) {
        listener.call(new CallEvent.Paired(call, clock.instant()));
    }

    @Override
    public void hangUp(AttemptId call) {
        listener.call(new CallEvent.HungUp(call, 16, "", false, clock.instant()));
    }

    @Override
    public void record(AttemptId call) {
        listener.call(new CallEvent.RecordingBegan(call, call + ".wav", clock.instant()));
    }

    @Override
    public void muteRecording(AttemptId call, boolean muted) {}

    @Override
    public void callLine(AgentLine line) {
        lines.add(line.number());
        listener.line(new LineEvent.LineUp(line.number(), clock.instant()));
    }

    @Override
    public void hangUpLine(AgentLine line) {
        lines.remove(line.number());
        listener.line(new LineEvent.LineDown(line.number(), "hung up", clock.instant()));
    }

    @Override
    public void resynchronise() {
        List<LiveLine> up = lines.stream().map(LiveLine::new).toList();
        listener.resynchronised(List.of(), up, clock.instant());
    }
}
