package org.rightparty.dialer.practice;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One leg at the practice carrier, as Asterisk would list it. Mutable; touched on the carrier's
/// thread only.
final class Channel {
    final String uniqueId;
    final String name;
    final Instant since;
    final Map<String, String> variables = new LinkedHashMap<>();

    State state = State.DOWN;
    String context = "from-trunk";
    String exten = "s";
    int priority = 1;
    String application = "AppDial2";
    String applicationData = "(Outgoing Line)";

    /// Who is at the far end; empty until a consumer has answered, and always for our own phones.
    Optional<Behaviour.Answers> person = Optional.empty();

    Optional<Room.Seat> seat = Optional.empty();
    Optional<Outgoing> dialing = Optional.empty();
    Optional<String> recordingFile = Optional.empty();
    boolean moving;
    boolean met;
    boolean gone;

    /// The dialplan's next step; every move cancels it.
    Timeline.Timer step = Timeline.Timer.NONE;

    /// The far end's own end of the conversation.
    Timeline.Timer farewell = Timeline.Timer.NONE;

    /// The far end giving up on music or a message.
    Timeline.Timer impatience = Timeline.Timer.NONE;

    Channel(String uniqueId, String name, Instant since) {
        this.uniqueId = uniqueId;
        this.name = name;
        this.since = since;
    }

    String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    void runs(int priorityNow, String applicationNow, String data) {
        priority = priorityNow;
        application = applicationNow;
        applicationData = data;
    }

    void cancelTimers() {
        step.cancel();
        farewell.cancel();
        impatience.cancel();
    }

    /// Channel states with Asterisk's own numbers.
    enum State {
        DOWN(0, "Down"),
        RINGING(5, "Ringing"),
        UP(6, "Up");

        final int number;
        final String words;

        State(int number, String words) {
            this.number = number;
            this.words = words;
        }
    }
}
