package org.rightparty.dialer.asterisk.real;

import org.awaitility.Awaitility;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.LineEvent;
import org.rightparty.dialer.call.Telephone.Listener;
import org.rightparty.dialer.call.Telephone.LiveCall;
import org.rightparty.dialer.call.Telephone.LiveLine;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps all that a telephone says, and waits for what it should say.
public final class Ear implements Listener {
    private final List<CallEvent> calls = new CopyOnWriteArrayList<>();
    private final List<LineEvent> lines = new CopyOnWriteArrayList<>();
    private final List<Boolean> links = new CopyOnWriteArrayList<>();
    private final List<Found> found = new CopyOnWriteArrayList<>();
    private final List<PhoneNumber> callers = new CopyOnWriteArrayList<>();

    /// One answer of a resynchronisation.
    public record Found(List<LiveCall> calls, List<LiveLine> lines) {}

    @Override
    public void call(CallEvent event) {
        calls.add(event);
    }

    @Override
    public void line(LineEvent event) {
        lines.add(event);
    }

    @Override
    public void cameIn(PhoneNumber from, Instant at) {
        callers.add(from);
    }

    /// Who called us.
    public List<PhoneNumber> callers() {
        return callers;
    }

    @Override
    public void link(boolean up, Instant at) {
        links.add(up);
    }

    @Override
    public void resynchronised(List<LiveCall> live, List<LiveLine> up, Instant at) {
        found.add(new Found(live, up));
    }

    public List<CallEvent> of(AttemptId call) {
        return calls.stream().filter(event -> event.call().equals(call)).toList();
    }

    public List<Boolean> links() {
        return links;
    }

    public List<Found> found() {
        return found;
    }

    public List<CallEvent> calls() {
        return calls;
    }

    /// The `n`th event (from 1) of this kind, as soon as it is there.
    public <E extends CallEvent> E await(AttemptId call, Class<E> kind, int n, Duration atMost) {
        Awaitility.await(kind.getSimpleName() + " " + n + " of call " + call)
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> nth(call, kind, n).isPresent());
        return nth(call, kind, n).orElseThrow();
    }

    public <E extends CallEvent> E await(AttemptId call, Class<E> kind, Duration atMost) {
        return await(call, kind, 1, atMost);
    }

    private <E extends CallEvent> Optional<E> nth(AttemptId call, Class<E> kind, int n) {
        return of(call).stream().filter(kind::isInstance).map(kind::cast).skip(n - 1L).findFirst();
    }

    /// The `n`th event of this kind on this line.
    public <E extends LineEvent> E awaitLine(String line, Class<E> kind, int n, Duration atMost) {
        Awaitility.await(kind.getSimpleName() + " " + n + " of line " + line)
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> nthLine(line, kind, n).isPresent());
        return nthLine(line, kind, n).orElseThrow();
    }

    private <E extends LineEvent> Optional<E> nthLine(String line, Class<E> kind, int n) {
        return lines.stream()
                .filter(event -> event.line().equals(line))
                .filter(kind::isInstance)
                .map(kind::cast)
                .skip(n - 1L)
                .findFirst();
    }

    public void awaitLinks(Boolean... expected) {
        Awaitility.await("link " + List.of(expected))
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> links.equals(List.of(expected)));
    }

    public Found awaitFound(int n) {
        Awaitility.await("resynchronisation " + n)
                .atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> found.size() >= n);
        return found.get(n - 1);
    }
}
