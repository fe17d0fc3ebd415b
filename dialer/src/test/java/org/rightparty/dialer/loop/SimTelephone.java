package org.rightparty.dialer.loop;

import org.rightparty.compliance.gate.Attempt;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.LineEvent;
import org.rightparty.dialer.call.Telephone;
import org.rightparty.vocabulary.AttemptId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

/// A telephone system that behaves as the real one: every place a person can be in ends by itself,
/// moves take effect a little later, and it goes on when nobody is connected to it.
final class SimTelephone implements Telephone {
    enum Where {
        SET_UP,
        RINGING,
        SCREENED,
        WAITING,
        ROOM,
        HOLD,
        ORPHAN,
        PAIR,
        MESSAGE
    }

    /// One person's channel. Each change of place makes the timers of the place before void.
    static final class Channel {
        final AttemptId id;
        Where where = Where.SET_UP;
        String room = "";
        int moves;
        boolean recorded;

        Channel(AttemptId id) {
            this.id = id;
        }
    }

    final Map<AttemptId, Channel> channels = new LinkedHashMap<>();
    final Map<String, Boolean> lines = new LinkedHashMap<>();
    final List<Attempt> originated = new ArrayList<>();
    final List<Dialing> dialings = new ArrayList<>();
    private final Map<String, Boolean> phones = new HashMap<>();
    private final SimSchedule schedule;
    private final RandomGenerator chance;
    private final SimFaults faults;
    private final Listener listener;
    private final SimTrunk trunk;
    private boolean linkUp;

    /// Calls for whom the trunk had no room, which nobody should have ordered.
    final List<String> crowdedOut = new ArrayList<>();

    /// The trunk by which all calls leave, as far as it is told.
    Optional<String> trunkName = Optional.empty();

    /// Which trunks calls are to go round. It has but one and goes on by it.
    Set<String> avoided = Set.of();

    /// Who looks on when a person is moved to an agent.
    BiConsumer<AttemptId, AgentLine> connecting = (_, _) -> {};

    private Instant lastAction = Instant.EPOCH;

    SimTelephone(
            SimSchedule schedule, RandomGenerator chance, SimFaults faults, Listener listener) {
        this.schedule = schedule;
        this.chance = chance;
        this.faults = faults;
        this.listener = listener;
        this.trunk =
                chance.nextInt(3) == 0
                        ? new SimTrunk(schedule, chance.nextInt(3, 12), chance.nextInt(1, 3))
                        : new SimTrunk(schedule, chance.nextInt(12, 60), chance.nextInt(4, 20));
    }

    void link(boolean up) {
        linkUp = up;
        listener.link(up, schedule.instant());
    }

    boolean linkUp() {
        return linkUp;
    }

    /// The agent's phone is there to be called, or not.
    void phone(String line, boolean there) {
        phones.put(line, there);
        if (!there && lines.getOrDefault(line, false)) {
            lineFalls(line, "unregistered");
        }
    }

    @Override
    public void originate(Attempt attempt, Dialing dialing) {
        originated.add(attempt);
        dialings.add(dialing);
        if (!linkUp || !attempt.covers(schedule.instant())) {
            tell(new CallEvent.NotPlaced(attempt.id(), "no way out", schedule.instant()));
        } else {
            trunk.begin(() -> place(attempt, dialing));
        }
    }

    @Override
    public int room() {
        return trunk.room(channels.size());
    }

    private void place(Attempt attempt, Dialing dialing) {
        boolean died = !attempt.covers(schedule.instant());
        if (died || trunk.isFull(channels.size())) {
            crowdedOut.add((died ? "permit died" : "no channel") + " at the trunk: " + attempt);
            tell(new CallEvent.NotPlaced(attempt.id(), "no way out", schedule.instant()));
            return;
        }
        Channel channel = new Channel(attempt.id());
        channels.put(attempt.id(), channel);
        int fate = chance.nextInt(100);
        if (fate < 8) {
            later(channel, millis(200, 900), () -> hangUp(channel, 17, "486", false));
        } else if (fate < 12) {
            later(channel, millis(200, 900), () -> hangUp(channel, 1, "404", false));
        } else {
            later(channel, millis(300, 2500), () -> rings(channel, dialing, fate));
        }
    }

    private void rings(Channel channel, Dialing dialing, int fate) {
        move(channel, Where.RINGING);
        tell(new CallEvent.Rang(channel.id, schedule.instant()));
        if (fate < 55) {
            later(channel, millis(1000, 15_000), () -> pickedUp(channel, dialing, fate));
        } else {
            Duration limit = Duration.ofSeconds(dialing.ringSeconds());
            later(channel, limit, () -> hangUp(channel, 19, "480", false));
        }
    }

    private void pickedUp(Channel channel, Dialing dialing, int fate) {
        if (dialing.screening()) {
            move(channel, Where.SCREENED);
            tell(new CallEvent.ScreeningBegan(channel.id, schedule.instant()));
            boolean machine = fate < 25;
            later(channel, millis(1500, 2500), () -> screened(channel, machine));
        } else {
            answered(channel);
        }
    }

    private void screened(Channel channel, boolean machine) {
        if (machine) {
            tell(new CallEvent.MachineHeard(channel.id, "MAXWORDS", schedule.instant()));
            later(channel, millis(10, 50), () -> hangUp(channel, 16, "", false));
        } else {
            answered(channel);
        }
    }

    private void answered(Channel channel) {
        move(channel, Where.WAITING);
        tell(new CallEvent.Answered(channel.id, schedule.instant(), 1));
        later(channel, Duration.ofSeconds(2), () -> message(channel));
        if (chance.nextInt(100) < 10) {
            later(channel, millis(100, 1900), () -> hangUp(channel, 16, "", true));
        }
    }

    private void message(Channel channel) {
        move(channel, Where.MESSAGE);
        tell(new CallEvent.Abandoned(channel.id, schedule.instant()));
        later(channel, Duration.ofSeconds(8), () -> hangUp(channel, 16, "", false));
    }

    @Override
    public Optional<String> trunkOf(AttemptId call) {
        return trunkName;
    }

    @Override
    public void avoid(Set<String> trunks) {
        avoided = trunks;
    }

    @Override
    public void connect(AttemptId call, AgentLine line) {
        connecting.accept(call, line);
        action(() -> redirect(call, line));
    }

    private void redirect(AttemptId call, AgentLine line) {
        Channel channel = channels.get(call);
        if (channel == null) {
            tell(new CallEvent.ConnectFailed(call, "no such channel", schedule.instant()));
        } else if (lines.getOrDefault(line.number(), false)) {
            move(channel, Where.ROOM);
            channel.room = line.number();
            tell(new CallEvent.Joined(call, line.number(), schedule.instant()));
            later(channel, millis(3000, 60_000), () -> hangUp(channel, 16, "", true));
        } else {
            orphaned(channel);
        }
    }

    private void orphaned(Channel channel) {
        move(channel, Where.ORPHAN);
        tell(new CallEvent.Orphaned(channel.id, schedule.instant()));
        later(channel, Duration.ofSeconds(25), () -> message(channel));
    }

    @Override
    public void hold(AttemptId call) {
        action(() ->
                channel(call)
                        .ifPresent(channel -> {
                            move(channel, Where.HOLD);
                            tell(new CallEvent.Held(call, schedule.instant()));
                            later(channel, Duration.ofMinutes(10), () -> message(channel));
                        }));
    }

    /// Who comes first waits for the other; when one of two leaves, the other is put out.
    @Override
    public void pair(AttemptId call, AttemptId outside) {
        action(() ->
                channel(call)
                        .ifPresentOrElse(
                                channel -> {
                                    move(channel, Where.PAIR);
                                    channel.room = "pair" + outside;
                                    tell(new CallEvent.Paired(call, schedule.instant()));
                                    later(
                                            channel,
                                            millis(3000, 60_000),
                                            () -> hangUp(channel, 16, "", true));
                                },
                                () ->
                                        tell(
                                                new CallEvent.ConnectFailed(
                                                        call,
                                                        "no such channel",
                                                        schedule.instant()))));
    }

    private void leavesPair(Channel channel) {
        if (channel.where == Where.PAIR) {
            for (Channel other : List.copyOf(channels.values())) {
                if (other.where == Where.PAIR && other.room.equals(channel.room)) {
                    hangUp(other, 16, "", false);
                }
            }
        }
    }

    @Override
    public void hangUp(AttemptId call) {
        action(() -> channel(call).ifPresent(c -> hangUp(c, 16, "", false)));
    }

    @Override
    public void record(AttemptId call) {
        action(() ->
                channel(call)
                        .ifPresent(c -> {
                            c.recorded = true;
                            tell(
                                    new CallEvent.RecordingBegan(
                                            call, call + ".wav", schedule.instant()));
                        }));
    }

    @Override
    public void muteRecording(AttemptId call, boolean muted) {}

    @Override
    public void callLine(AgentLine line) {
        action(() -> {
            boolean there = phones.getOrDefault(line.number(), false);
            if (there && !lines.getOrDefault(line.number(), false)) {
                lines.put(line.number(), true);
                tell(new LineEvent.LineUp(line.number(), schedule.instant()));
            } else if (!there) {
                String why = "no answer";
                tell(new LineEvent.LineDown(line.number(), why, schedule.instant()));
            }
        });
    }

    @Override
    public void hangUpLine(AgentLine line) {
        action(() -> lineFalls(line.number(), "hung up"));
    }

    private void lineFalls(String line, String reason) {
        if (lines.getOrDefault(line, false)) {
            lines.put(line, false);
            for (Channel channel : List.copyOf(channels.values())) {
                if (channel.where == Where.ROOM && channel.room.equals(line)) {
                    orphaned(channel);
                }
            }
            tell(new LineEvent.LineDown(line, reason, schedule.instant()));
        }
    }

    @Override
    public void resynchronise() {
        action(() -> {
            List<LiveCall> calls = new ArrayList<>();
            channels.values().forEach(c -> calls.add(new LiveCall(c.id, place(c))));
            List<LiveLine> up = new ArrayList<>();
            lines.forEach((line, there) -> {
                if (there) {
                    up.add(new LiveLine(line));
                }
            });
            Instant at = schedule.instant();
            faults.deliver(linkUp, () -> listener.resynchronised(calls, up, at));
        });
    }

    private static LiveCall.Place place(Channel channel) {
        return switch (channel.where) {
            case SET_UP, RINGING, SCREENED -> new LiveCall.Place.Ringing();
            case WAITING -> new LiveCall.Place.Waiting();
            case ROOM -> new LiveCall.Place.Room(channel.room);
            case HOLD -> new LiveCall.Place.OnHold();
            case PAIR -> new LiveCall.Place.Paired();
            case ORPHAN -> new LiveCall.Place.Orphaned();
            case MESSAGE -> new LiveCall.Place.Announcement();
        };
    }

    private void hangUp(Channel channel, int cause, String sip, boolean byConsumer) {
        if (channels.remove(channel.id) != null) {
            channel.moves++;
            tell(new CallEvent.HungUp(channel.id, cause, sip, byConsumer, schedule.instant()));
            leavesPair(channel);
        }
    }

    private Optional<Channel> channel(AttemptId call) {
        return Optional.ofNullable(channels.get(call));
    }

    private void move(Channel channel, Where where) {
        channel.where = where;
        channel.room = "";
        channel.moves++;
    }

    /// Happens unless the person has been moved meanwhile.
    private void later(Channel channel, Duration delay, Runnable what) {
        int moves = channel.moves;
        schedule.after(
                delay,
                () -> {
                    boolean still = channels.containsKey(channel.id) && channel.moves == moves;
                    if (still) {
                        what.run();
                    }
                });
    }

    /// An action takes effect a little later, in order, and not at all when the link is down.
    private void action(Runnable what) {
        if (linkUp) {
            Instant soon = schedule.instant().plus(millis(2, 20));
            lastAction = soon.isAfter(lastAction) ? soon : lastAction;
            schedule.after(Duration.between(schedule.instant(), lastAction), what);
        }
    }

    private void tell(CallEvent event) {
        faults.deliver(linkUp, () -> listener.call(event));
    }

    private void tell(LineEvent event) {
        faults.deliver(linkUp, () -> listener.line(event));
    }

    private Duration millis(int from, int to) {
        return Duration.ofMillis(chance.nextInt(from, to));
    }
}
