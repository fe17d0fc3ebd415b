package org.rightparty.dialer.practice;

import org.rightparty.dialer.practice.Behaviour.Answers;
import org.rightparty.dialer.practice.Behaviour.Voice;
import org.rightparty.dialer.practice.Exchange.By;

import java.time.Duration;
import java.util.Set;

/// The contexts of our dialplan, each of which ends by itself: what `extensions.conf` says, in
/// Java. Also what the far end does of its own accord while it is in each of them.
final class Dialplan {
    private static final Set<String> CONTEXTS =
            Set.of("agent", "consumer", "room", "abandoned", "orphan", "hold", "machine", "pair");
    private static final Duration DEADMAN = Duration.ofSeconds(2);
    private static final Duration GREETING = Duration.ofSeconds(4);
    private static final Duration MESSAGE = Duration.ofSeconds(13);
    private static final Duration ORPHAN_MUSIC = Duration.ofSeconds(15);
    private static final Duration HOLD_MUSIC = Duration.ofMinutes(10);

    /// How many times longer a person bears music than a recorded message.
    private static final int HOLD_PATIENCE = 10;

    private final Timeline timeline;
    private final Notices notices;
    private final Exchange exchange;

    Dialplan(Timeline timeline, Notices notices, Exchange exchange) {
        this.timeline = timeline;
        this.notices = notices;
        this.exchange = exchange;
    }

    static boolean knows(String context) {
        return CONTEXTS.contains(context);
    }

    void run(Channel channel) {
        switch (channel.context) {
            case "agent" -> sit(channel, Room.Part.AGENT, "agent_user");
            case "consumer" -> consumer(channel);
            case "room" -> room(channel);
            case "hold" -> hold(channel);
            case "pair" -> pair(channel);
            case "orphan" -> orphan(channel);
            case "abandoned" -> abandoned(channel);
            case "machine" -> machine(channel);
            default -> exchange.hangUp(channel, 16, 0, By.US);
        }
    }

    /// Put out of a room because its agent went.
    void thrownOut(Channel channel, Room.Part part) {
        switch (part) {
            case CONSUMER -> orphaned(channel);
            case AGENT, PAIR -> exchange.hangUp(channel, 16, 0, By.US);
        }
    }

    private void consumer(Channel channel) {
        channel.person.ifPresent(person -> startsAtAnswer(channel, person));
        if (channel.variable("AMD").equals("1")) {
            notices.user(channel, "Screening", "Call", callId(channel));
            channel.runs(10, "AMD", "");
            Duration screened = channel.person.map(Answers::screened).orElse(DEADMAN);
            then(channel, screened, () -> screened(channel));
        } else {
            live(channel);
        }
    }

    private void screened(Channel channel) {
        boolean machine = channel.person.map(p -> p.voice() == Voice.MACHINE).orElse(false);
        notices.user(
                channel,
                "Amd",
                "Call",
                callId(channel),
                "Status",
                machine ? "MACHINE" : "HUMAN",
                "Cause",
                machine ? "LONGGREETING-1500-1500" : "HUMAN-800-800");
        if (machine) {
            exchange.enter(channel, "machine", "s");
        } else {
            live(channel);
        }
    }

    private void live(Channel channel) {
        notices.user(channel, "Answered", "Call", callId(channel));
        channel.runs(3, "Wait", Long.toString(DEADMAN.toSeconds()));
        then(channel, DEADMAN, () -> exchange.enter(channel, "abandoned", "s"));
    }

    private void room(Channel channel) {
        if (exchange.room(channel.exten).marked()) {
            sit(channel, Room.Part.CONSUMER, "consumer_user");
            channel.person.ifPresent(person -> startsAtMeeting(channel, person));
        } else {
            orphaned(channel);
        }
    }

    private void sit(Channel channel, Room.Part part, String profile) {
        channel.runs(2, "ConfBridge", channel.exten + ",agent_room," + profile);
        exchange.join(channel, channel.exten, part);
    }

    private void orphaned(Channel channel) {
        notices.user(
                channel, "Orphaned", "Call", callId(channel), "Agent", channel.exten, "Result", "");
        exchange.enter(channel, "orphan", "s");
    }

    private void orphan(Channel channel) {
        channel.runs(1, "MusicOnHold", "default,15");
        then(channel, ORPHAN_MUSIC, () -> exchange.enter(channel, "abandoned", "s"));
        bears(channel, HOLD_PATIENCE);
    }

    private void hold(Channel channel) {
        notices.user(channel, "Held", "Call", callId(channel));
        channel.runs(2, "MusicOnHold", "default,600");
        then(channel, HOLD_MUSIC, () -> exchange.enter(channel, "abandoned", "s"));
        bears(channel, HOLD_PATIENCE);
    }

    private void pair(Channel channel) {
        channel.runs(2, "ConfBridge", "pair" + channel.exten + ",agent_room,pair_user");
        exchange.join(channel, "pair" + channel.exten, Room.Part.PAIR);
        channel.person.ifPresent(person -> startsAtMeeting(channel, person));
    }

    private void abandoned(Channel channel) {
        notices.user(channel, "Abandoned", "Call", callId(channel));
        say(channel, "ABANDONED");
        bears(channel, 1);
    }

    /// The message is left once the machine's greeting is over.
    private void machine(Channel channel) {
        if (channel.variable("MACHINE_PROMPT").isEmpty()) {
            exchange.hangUp(channel, 16, 0, By.US);
        } else {
            channel.runs(2, "WaitForSilence", "1500,1,30");
            then(channel, GREETING, () -> say(channel, "MACHINE"));
        }
    }

    /// What was approved, or nothing; then the call ends.
    private void say(Channel channel, String kind) {
        String prompt = channel.variable(kind + "_PROMPT");
        if (prompt.isEmpty()) {
            exchange.hangUp(channel, 16, 0, By.US);
        } else {
            String message = channel.variable(kind + "_MESSAGE");
            notices.user(channel, "MessageBegan", "Call", callId(channel), "Message", message);
            channel.runs(4, "Playback", prompt);
            then(channel, MESSAGE, () -> said(channel, message));
        }
    }

    private void said(Channel channel, String message) {
        notices.user(
                channel,
                "MessagePlayed",
                "Call",
                callId(channel),
                "Message",
                message,
                "Status",
                "SUCCESS");
        exchange.hangUp(channel, 16, 0, By.US);
    }

    private void startsAtAnswer(Channel channel, Answers person) {
        switch (person.voice()) {
            case HASTY -> leavesAfter(channel, person.speaks(), 0);
            case MACHINE -> leavesAfter(channel, person.speaks(), 16);
            case PERSON, STRANGER -> {}
        }
    }

    /// A conversation that has begun goes on through hold and back: its end is set once.
    private void startsAtMeeting(Channel channel, Answers person) {
        boolean speaks = person.voice() == Voice.PERSON || person.voice() == Voice.STRANGER;
        if (speaks && !channel.met) {
            channel.met = true;
            leavesAfter(channel, person.speaks(), 16);
        }
    }

    private void leavesAfter(Channel channel, Duration delay, int cause) {
        channel.farewell = timeline.after(delay, () -> farEndLeaves(channel, cause));
    }

    private void bears(Channel channel, int times) {
        channel.person.ifPresent(person ->
                channel.impatience =
                        timeline.after(
                                person.patience().multipliedBy(times),
                                () -> farEndLeaves(channel, 16)));
    }

    private void farEndLeaves(Channel channel, int cause) {
        exchange.hangUp(channel, cause, 0, By.FAR_END);
    }

    private void then(Channel channel, Duration delay, Runnable next) {
        channel.step =
                timeline.after(
                        delay,
                        () -> {
                            if (!channel.gone) {
                                next.run();
                            }
                        });
    }

    private static String callId(Channel channel) {
        return channel.variable("DIALER_CALL_ID");
    }
}
