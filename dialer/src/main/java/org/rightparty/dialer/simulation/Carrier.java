package org.rightparty.dialer.simulation;

import org.rightparty.compliance.gate.Attempt;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.LineEvent;
import org.rightparty.dialer.call.Telephone;
import org.rightparty.dialer.simulation.Scenario.Factors;
import org.rightparty.dialer.simulation.TrunkBank.Taken;
import org.rightparty.vocabulary.AttemptId;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A telephone system in virtual time that never loses an event: what comes of each dial is its
/// [Fate], how long a talk lasts is the agent's.
final class Carrier implements Telephone {
    private static final int NORMAL = 16;
    private static final int BUSY = 17;
    private static final int NO_ANSWER = 19;
    private static final int UNALLOCATED = 1;
    private static final int NO_CIRCUIT = 34;

    /// The message to a person whom no agent reached.
    private static final double MESSAGE_S = 8;

    /// How soon a dead trunk says so.
    private static final double REFUSAL_S = 0.2;

    private enum Where {
        RINGING,
        WAITING,
        /// On the way into an agent's room or a pair.
        MOVING,
        ROOM,
        HOLD,
        PAIR,
        MESSAGE
    }

    /// One call. Each change of place makes the timers of the place before void.
    private static final class Channel {
        final AttemptId id;
        final Fate fate;
        final Taken taken;
        Where where = Where.RINGING;
        String room = "";
        long pickedUpAt;
        long greetedAt = Long.MAX_VALUE;

        /// When the person has said all; never of whoever takes over, who goes with the person.
        long saidAllAt = Long.MAX_VALUE;

        boolean served;
        boolean abandoned;
        int moves;

        Channel(AttemptId id, Fate fate, Taken taken) {
            this.id = id;
            this.fate = fate;
            this.taken = taken;
        }
    }

    /// Who sits at a line.
    interface Rooms {
        /// A person (not a machine) is in the agent's room: for how long they will talk, in
        /// seconds.
        double talkS(String line, boolean person, Factors factors);
    }

    private final Map<AttemptId, Channel> channels = new LinkedHashMap<>();
    private final Set<String> lines = new LinkedHashSet<>();
    private final Scenario scenario;
    private final Fates fates;
    private final TrunkBank trunks;
    private final VirtualTime time;
    private final Measure measure;
    private final Listener listener;
    private final Rooms rooms;

    Carrier(
            Scenario scenario,
            Fates fates,
            TrunkBank trunks,
            VirtualTime time,
            Measure measure,
            Listener listener,
            Rooms rooms) {
        this.scenario = scenario;
        this.fates = fates;
        this.trunks = trunks;
        this.time = time;
        this.measure = measure;
        this.listener = listener;
        this.rooms = rooms;
    }

    @Override
    public void originate(Attempt attempt, Dialing dialing) {
        AttemptId id = attempt.id();
        measure.dialed(time.now());
        Optional<Taken> taken = trunks.take(id.value(), time.now());
        if (taken.isEmpty()) {
            listener.call(new CallEvent.NotPlaced(id, "no trunk had room", time.instant()));
            return;
        }
        Channel channel = new Channel(id, fates.of(id.value(), second()), taken.get());
        channels.put(id, channel);
        measure.linesInUse(channels.size(), time.now());
        if (channel.taken.dead()) {
            later(channel, REFUSAL_S, () -> hangUp(channel, NO_CIRCUIT, "503", false));
        } else {
            later(channel, channel.fate.setupS(), () -> setUp(channel));
        }
    }

    private double second() {
        return time.now() / (double) VirtualTime.SECOND;
    }

    private void setUp(Channel channel) {
        Fate fate = channel.fate;
        switch (fate.kind()) {
            case PERSON, MACHINE -> {
                tell(new CallEvent.Rang(channel.id, time.instant()));
                later(channel, fate.afterS(), () -> pickedUp(channel));
            }
            case NO_ANSWER -> {
                tell(new CallEvent.Rang(channel.id, time.instant()));
                later(channel, fate.afterS(), () -> hangUp(channel, NO_ANSWER, "", false));
            }
            case BUSY -> later(channel, fate.afterS(), () -> hangUp(channel, BUSY, "486", false));
            case FAILED ->
                    later(channel, fate.afterS(), () -> hangUp(channel, UNALLOCATED, "404", false));
        }
    }

    private void pickedUp(Channel channel) {
        boolean person = channel.fate.kind() == Fate.Kind.PERSON;
        channel.pickedUpAt = time.now();
        if (person) {
            measure.answered(time.now());
        }
        if (scenario.screening().isPresent()) {
            tell(new CallEvent.ScreeningBegan(channel.id, time.instant()));
            later(channel, channel.fate.screeningS(), () -> screened(channel, person));
        } else if (person) {
            greeted(channel);
        } else {
            hangUp(channel, NORMAL, "", false);
        }
    }

    private void screened(Channel channel, boolean person) {
        boolean takenForPerson = person != channel.fate.misheard();
        if (takenForPerson) {
            greeted(channel);
        } else {
            abandon(channel);
            tell(new CallEvent.MachineHeard(channel.id, "simulated", time.instant()));
            later(channel, 0, () -> hangUp(channel, NORMAL, "", false));
        }
    }

    private void greeted(Channel channel) {
        move(channel, Where.WAITING);
        channel.greetedAt = time.now();
        tell(new CallEvent.Answered(channel.id, time.instant(), time.now() * 1_000));
        later(channel, scenario.patienceS(), () -> message(channel));
    }

    private void message(Channel channel) {
        abandon(channel);
        move(channel, Where.MESSAGE);
        tell(new CallEvent.Abandoned(channel.id, time.instant()));
        later(channel, MESSAGE_S, () -> hangUp(channel, NORMAL, "", false));
    }

    @Override
    public int room() {
        return trunks.room(time.now());
    }

    @Override
    public Optional<String> trunkOf(AttemptId call) {
        Channel channel = channels.get(call);
        return channel == null || !trunks.isChoosing()
                ? Optional.empty()
                : Optional.of(channel.taken.name());
    }

    @Override
    public void avoid(Set<String> names) {
        trunks.avoid(names, time.now());
    }

    @Override
    public void connect(AttemptId call, AgentLine line) {
        Channel channel = channels.get(call);
        if (channel == null) {
            noSuchChannel(call);
        } else if (channel.where != Where.MOVING || !channel.room.equals(line.number())) {
            move(channel, Where.MOVING);
            channel.room = line.number();
            later(channel, scenario.switching().bridgeS(), () -> joined(channel, line));
        }
    }

    private void noSuchChannel(AttemptId call) {
        tell(new CallEvent.ConnectFailed(call, "no such channel", time.instant()));
    }

    /// No agent was on in time, whether one comes later or none at all.
    private void abandon(Channel channel) {
        if (channel.fate.kind() == Fate.Kind.PERSON && !channel.abandoned) {
            channel.abandoned = true;
            measure.abandoned(channel.pickedUpAt);
        }
    }

    private void abandonWhenLate(Channel channel) {
        long patience = VirtualTime.micros(scenario.patienceS());
        if (!channel.served && time.now() - patience > channel.greetedAt) {
            abandon(channel);
        }
    }

    private void joined(Channel channel, AgentLine line) {
        boolean person = channel.fate.kind() == Fate.Kind.PERSON;
        abandonWhenLate(channel);
        move(channel, Where.ROOM);
        channel.room = line.number();
        channel.served = true;
        if (person) {
            measure.connected(time.now());
        } else {
            measure.machineServed(time.now());
        }
        tell(new CallEvent.Joined(channel.id, line.number(), time.instant()));
        Factors factors = fates.factors(channel.id.value(), second());
        double talk = rooms.talkS(line.number(), person, factors);
        double lasts = person ? talk : channel.fate.machineTalkS();
        channel.saidAllAt = time.now() + VirtualTime.micros(lasts);
        later(channel, lasts, () -> hangUp(channel, NORMAL, "", person));
    }

    @Override
    public void hold(AttemptId call) {
        Channel channel = channels.get(call);
        if (channel != null) {
            move(channel, Where.HOLD);
            tell(new CallEvent.Held(call, time.instant()));
        }
    }

    /// Who comes first waits for the other. They talk for as long as the person would have with
    /// the agent.
    @Override
    public void pair(AttemptId call, AttemptId outside) {
        Channel channel = channels.get(call);
        if (channel == null) {
            noSuchChannel(call);
        } else {
            move(channel, Where.MOVING);
            later(channel, scenario.switching().bridgeS(), () -> paired(channel, outside));
        }
    }

    private void paired(Channel channel, AttemptId outside) {
        abandonWhenLate(channel);
        move(channel, Where.PAIR);
        channel.room = "pair" + outside;
        channel.served = true;
        tell(new CallEvent.Paired(channel.id, time.instant()));
        if (channel.saidAllAt < Long.MAX_VALUE) {
            double left = Math.max(0, channel.saidAllAt - time.now()) / (double) VirtualTime.SECOND;
            later(channel, left, () -> hangUp(channel, NORMAL, "", true));
        }
    }

    /// When one of two leaves, the other is put out.
    private void leavesPair(Channel channel) {
        if (channel.where == Where.PAIR) {
            List.copyOf(channels.values()).stream()
                    .filter(other -> other.where == Where.PAIR && other.room.equals(channel.room))
                    .forEach(other -> hangUp(other, NORMAL, "", false));
        }
    }

    @Override
    public void hangUp(AttemptId call) {
        Channel channel = channels.get(call);
        if (channel != null) {
            time.after(0L, () -> hangUp(channel, NORMAL, "", false));
        }
    }

    /// Nothing is kept of what simulated people say.
    @Override
    public void record(AttemptId call) {}

    @Override
    public void muteRecording(AttemptId call, boolean muted) {}

    @Override
    public void callLine(AgentLine line) {
        lines.add(line.number());
        tell(new LineEvent.LineUp(line.number(), time.instant()));
    }

    @Override
    public void hangUpLine(AgentLine line) {
        if (lines.remove(line.number())) {
            tell(new LineEvent.LineDown(line.number(), "hung up", time.instant()));
        }
    }

    @Override
    public void resynchronise() {
        List<LiveCall> calls = new ArrayList<>(channels.size());
        channels.values().forEach(c -> calls.add(new LiveCall(c.id, place(c))));
        List<LiveLine> up = lines.stream().map(LiveLine::new).toList();
        listener.resynchronised(calls, up, time.instant());
    }

    private static LiveCall.Place place(Channel channel) {
        return switch (channel.where) {
            case RINGING -> new LiveCall.Place.Ringing();
            case WAITING, MOVING -> new LiveCall.Place.Waiting();
            case ROOM -> new LiveCall.Place.Room(channel.room);
            case HOLD -> new LiveCall.Place.OnHold();
            case PAIR -> new LiveCall.Place.Paired();
            case MESSAGE -> new LiveCall.Place.Announcement();
        };
    }

    private void hangUp(Channel channel, int cause, String sip, boolean byConsumer) {
        if (channels.remove(channel.id) != null) {
            channel.moves++;
            abandonWhenLate(channel);
            trunks.free(channel.taken);
            measure.linesInUse(channels.size(), time.now());
            tell(new CallEvent.HungUp(channel.id, cause, sip, byConsumer, time.instant()));
            leavesPair(channel);
        }
    }

    private static void move(Channel channel, Where where) {
        channel.where = where;
        channel.room = "";
        channel.moves++;
    }

    /// Happens unless the call has moved or ended meanwhile.
    private void later(Channel channel, double seconds, Runnable what) {
        int moves = channel.moves;
        time.after(
                seconds,
                () -> {
                    if (channel.moves == moves) {
                        what.run();
                    }
                });
    }

    private void tell(CallEvent event) {
        listener.call(event);
    }

    private void tell(LineEvent event) {
        listener.line(event);
    }
}
