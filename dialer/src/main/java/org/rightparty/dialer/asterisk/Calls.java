package org.rightparty.dialer.asterisk;

import org.asteriskjava.manager.action.OriginateAction;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.gate.Attempt;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.Telephone.Dialing;
import org.rightparty.dialer.call.Telephone.Listener;
import org.rightparty.dialer.call.Telephone.LiveCall;
import org.rightparty.vocabulary.AttemptId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// The calls on one switch: placing, moving, recording and ending them. One thread.
final class Calls {
    private static final Logger log = LoggerFactory.getLogger(Calls.class);

    /// Hearing that an originate failed, we wait this long for the hang-up that says why.
    private static final Duration HANGUP_FOLLOWS = Duration.ofSeconds(3);

    /// An accepted originate may take this long to show as a channel.
    private static final Duration CHANNEL_FOLLOWS = Duration.ofSeconds(2);

    private static final Duration HANGUP_AGAIN = Duration.ofMillis(250);
    private static final int HANGUPS_MAX = 8;
    private static final int NORMAL_CLEARING = 16;

    private final AsteriskConfig config;
    private final ChannelIds ids;
    private final Link link;
    private final SwitchThread thread;
    private final Listener listener;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Trunks trunks;
    private final Departures departures;
    private final TrunkRecord trunkRecord;
    private final Moves moves;
    private final Map<AttemptId, Leg> legs = new HashMap<>();
    private long departsAt = Long.MAX_VALUE;

    Calls(AsteriskConfig config, Outside outside, TrunkRecord trunkRecord) {
        this.config = config;
        this.ids = new ChannelIds(config.mark());
        this.link = outside.link();
        this.thread = outside.thread();
        this.listener = outside.listener();
        this.clock = outside.clock();
        this.nanos = outside.nanos();
        this.trunks = new Trunks(config.trunks());
        this.departures = new Departures(trunks);
        this.trunkRecord = trunkRecord;
        this.moves = new Moves(new Redirects());
    }

    /// A call as we know it.
    private static final class Leg {
        private final String trunk;
        private final long sinceNanos;

        /// The switch has said something of this channel.
        private boolean seen;

        private boolean farEndHungUp;
        private boolean recording;

        /// Missing in the census before.
        private boolean missed;

        Leg(String trunk, long sinceNanos) {
            this.trunk = trunk;
            this.sinceNanos = sinceNanos;
        }
    }

    /// A call is on its way to [#originate] or [#withhold]. Any thread.
    void announce() {
        departures.announce();
    }

    /// Calls go round these trunks. Any thread.
    void avoid(Set<String> names) {
        log.info("trunks.avoided names={}", names);
        trunks.avoid(names, nanos.getAsLong());
    }

    /// How many more calls may be placed now. Any thread.
    int room() {
        return departures.room(nanos.getAsLong());
    }

    /// Dialing stopped before the call was placed.
    void withhold(AttemptId call, String reason) {
        departures.withhold();
        notPlaced(call, reason);
    }

    void originate(Attempt attempt, Dialing dialing) {
        departures.add(new Departures.Waiting(attempt, dialing));
        depart();
    }

    private void depart() {
        Departures.Leaving now = departures.leave(clock.instant(), nanos.getAsLong());
        now.died().forEach((call, reason) -> notPlaced(call, reason));
        now.placed().forEach((waiting, trunk) -> placeOnce(waiting, trunk));
        now.next().ifPresent(this::departAfter);
    }

    /// One timer is enough, unless a turn comes sooner than it.
    private void departAfter(Duration delay) {
        long due = nanos.getAsLong() + delay.toNanos();
        if (due < departsAt) {
            departsAt = due;
            thread.after(
                    delay,
                    () -> {
                        departsAt = Long.MAX_VALUE;
                        depart();
                    });
        }
    }

    private void placeOnce(Departures.Waiting waiting, Trunk trunk) {
        if (legs.containsKey(waiting.call())) {
            trunks.free(trunk.name());
            log.error("asterisk.originate.twice call={}", waiting.call());
        } else {
            place(waiting.attempt(), waiting.dialing(), trunk);
        }
    }

    private void place(Attempt attempt, Dialing dialing, Trunk trunk) {
        AttemptId call = attempt.id();
        legs.put(call, new Leg(trunk.name(), nanos.getAsLong()));
        trunkRecord.used(call, trunk.name());
        OriginateAction action =
                Actions.call(
                        ids.of(call),
                        attempt.number(),
                        trunk,
                        dialing.callerId(),
                        Math.min(dialing.ringSeconds(), attempt.ringSeconds()),
                        dialing.screening() ? "1" : "0",
                        dialing.messages());
        link.send(
                action,
                reply -> {
                    switch (reply) {
                        case DONE -> {}
                        case REFUSED, NOT_SENT -> neverLeft(call, reply.name());
                        case LOST -> log.warn("asterisk.originate.uncertain call={}", call);
                    }
                });
    }

    private void neverLeft(AttemptId call, String reason) {
        if (drop(call) != null) {
            notPlaced(call, reason);
        }
    }

    void notPlaced(AttemptId call, String reason) {
        log.info("call.not.placed call={} reason={}", call, reason);
        listener.call(new CallEvent.NotPlaced(call, reason, clock.instant()));
    }

    void move(AttemptId call, Moves.Move move) {
        moves.move(call, move);
    }

    void moveFailed(AttemptId call, String reason) {
        listener.call(new CallEvent.ConnectFailed(call, reason, clock.instant()));
    }

    void hangUp(AttemptId call) {
        hangUp(call, 1);
    }

    /// A call just ordered may have no channel yet; then it is asked for again.
    private void hangUp(AttemptId call, int times) {
        link.send(
                Actions.hangUp(ids.of(call)),
                reply -> {
                    if (reply == Reply.REFUSED && legs.containsKey(call) && times < HANGUPS_MAX) {
                        thread.after(HANGUP_AGAIN, () -> hangUp(call, times + 1));
                    }
                });
    }

    void record(AttemptId call) {
        Leg leg = legs.get(call);
        if (leg != null && !leg.recording) {
            leg.recording = true;
            link.send(
                    Actions.recordTo(ids.of(call), Recordings.file(config, call)),
                    reply -> {
                        if (reply != Reply.DONE) {
                            leg.recording = false;
                            log.error("recording.failed call={} reply={}", call, reply);
                        }
                    });
        }
    }

    void muteRecording(AttemptId call, boolean muted) {
        link.send(
                Actions.muteRecording(ids.of(call), muted ? 1 : 0),
                reply -> {
                    if (reply != Reply.DONE && legs.containsKey(call)) {
                        log.error("recording.mute.failed call={} muted={}", call, muted);
                    }
                });
    }

    void heard(CallEvent event) {
        Leg leg = legs.get(event.call());
        if (leg != null) {
            leg.seen = true;
        }
        listener.call(event);
        moves.heard(event);
    }

    void heard(Heard.FarEndHungUp far) {
        Leg leg = legs.get(far.call());
        if (leg != null) {
            leg.seen = true;
            leg.farEndHungUp = true;
        }
    }

    void heard(Heard.RecordingBegan began) {
        String file = Recordings.file(config, began.call());
        listener.call(new CallEvent.RecordingBegan(began.call(), file, began.at()));
    }

    /// A far end that hangs up as it answers leaves no cause: that is a normal clearing.
    void heard(Heard.CallEnded ended) {
        Leg leg = drop(ended.call());
        boolean byConsumer = leg != null && leg.farEndHungUp;
        int cause = ended.cause() == 0 && byConsumer ? NORMAL_CLEARING : ended.cause();
        listener.call(
                new CallEvent.HungUp(ended.call(), cause, ended.sipCode(), byConsumer, ended.at()));
    }

    /// The hang-up that says why comes beside it. If not, the switch may be slow, or no
    /// channel came to be: nothing proves which, so this is not "never placed".
    void heard(Heard.OriginateFailed failed) {
        ids.call(failed.channelId())
                .ifPresent(call -> thread.after(HANGUP_FOLLOWS, () -> failed(call)));
    }

    private void failed(AttemptId call) {
        Leg leg = legs.get(call);
        if (leg != null && !leg.seen) {
            log.warn("call.failed.untold call={}", call);
            drop(call);
            listener.call(new CallEvent.HungUp(call, 0, "", false, clock.instant()));
        }
    }

    private @Nullable Leg drop(AttemptId call) {
        moves.forget(call);
        Leg leg = legs.remove(call);
        if (leg != null) {
            trunks.free(leg.trunk);
        }
        return leg;
    }

    /// The link is gone: whether the last moves were made, the census will say.
    void linkLost() {
        moves.forgetAll();
    }

    /// Takes the census for the truth and answers all calls that live, with those just ordered.
    List<LiveCall> adopt(List<Census.FoundCall> found) {
        List<LiveCall> live = new ArrayList<>();
        Set<AttemptId> there = new HashSet<>();
        for (Census.FoundCall call : found) {
            live.add(call.live());
            there.add(call.live().call());
            adopt(call);
        }
        for (AttemptId call : List.copyOf(legs.keySet())) {
            if (!there.contains(call)) {
                if (justOrdered(call)) {
                    live.add(new LiveCall(call, new LiveCall.Place.Ringing()));
                } else {
                    drop(call);
                }
            }
        }
        return live;
    }

    private void adopt(Census.FoundCall call) {
        AttemptId id = call.live().call();
        Leg leg = legs.get(id);
        if (leg == null) {
            leg = new Leg(call.trunk(), nanos.getAsLong());
            legs.put(id, leg);
            trunks.adopt(call.trunk());
            trunkRecord.used(id, call.trunk());
        }
        leg.seen = true;
        leg.missed = false;
    }

    private boolean justOrdered(AttemptId call) {
        Leg leg = legs.get(call);
        return leg != null
                && !leg.seen
                && nanos.getAsLong() - leg.sinceNanos < CHANNEL_FOLLOWS.toNanos();
    }

    /// Ends calls whose hang-up never came: those missing in two censuses, one after the other.
    void reconcile(List<Census.FoundCall> found) {
        Instant at = clock.instant();
        Set<AttemptId> there = new HashSet<>();
        found.forEach(call -> there.add(call.live().call()));
        for (AttemptId call : List.copyOf(legs.keySet())) {
            Leg leg = legs.get(call);
            if (leg == null || there.contains(call) || justOrdered(call)) {
                continue;
            }
            if (leg.missed) {
                log.warn("call.vanished call={}", call);
                drop(call);
                listener.call(new CallEvent.HungUp(call, 0, "", false, at));
            }
            leg.missed = true;
        }
    }

    private final class Redirects implements Moves.Switch {
        @Override
        public void redirect(AttemptId call, Moves.Move move, Consumer<Reply> onReply) {
            link.send(Actions.redirect(ids.of(call), move.context(), move.exten()), onReply);
        }

        @Override
        public void after(Duration delay, Runnable task) {
            thread.after(delay, task);
        }

        @Override
        public void moveFailed(AttemptId call, String reason) {
            Calls.this.moveFailed(call, reason);
        }
    }
}
