package org.rightparty.dialer.asterisk;

import org.asteriskjava.manager.AsteriskMapping;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.HangupRequestEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.UserEvent;

import java.util.List;

/// Manager events that the library does not know, or knows too little of. It fills them by
/// reflection: public classes with a constructor for the source and a setter for each header.
public final class SwitchEvents {
    private SwitchEvents() {}

    /// To be registered before logging in.
    static List<Class<? extends ManagerEvent>> all() {
        return List.of(
                Ended.class,
                FarEndHungUp.class,
                Answered.class,
                Screening.class,
                Amd.class,
                Abandoned.class,
                MessageBegan.class,
                MessagePlayed.class,
                Orphaned.class,
                Held.class,
                CameIn.class);
    }

    /// Hangup with the carrier's SIP result, which Asterisk 22 tells as `TechCause`.
    @AsteriskMapping("Hangup")
    public static final class Ended extends HangupEvent {
        private static final long serialVersionUID = 1L;
        private String techCause = "";

        public Ended(Object source) {
            super(source);
        }

        public String getTechCause() {
            return techCause;
        }

        public void setTechCause(String techCause) {
            this.techCause = techCause;
        }
    }

    /// HangupRequest: the far end hung up.
    @AsteriskMapping("HangupRequest")
    public static final class FarEndHungUp extends HangupRequestEvent {
        private static final long serialVersionUID = 1L;
        private String techCause = "";

        public FarEndHungUp(Object source) {
            super(source);
        }

        public String getTechCause() {
            return techCause;
        }

        public void setTechCause(String techCause) {
            this.techCause = techCause;
        }
    }

    /// What our dialplan says of a call; `Call` repeats the channel id.
    public abstract static sealed class Said extends UserEvent {
        private static final long serialVersionUID = 1L;
        private String call = "";

        protected Said(Object source) {
            super(source);
        }

        public String getCall() {
            return call;
        }

        public void setCall(String call) {
            this.call = call;
        }
    }

    /// A person waits for an agent.
    @AsteriskMapping("Answered")
    public static final class Answered extends Said {
        private static final long serialVersionUID = 1L;

        public Answered(Object source) {
            super(source);
        }
    }

    /// The line was picked up; listening for a machine.
    @AsteriskMapping("Screening")
    public static final class Screening extends Said {
        private static final long serialVersionUID = 1L;

        public Screening(Object source) {
            super(source);
        }
    }

    /// Listening is over. `Status`: HUMAN, MACHINE, NOTSURE or HANGUP.
    @AsteriskMapping("Amd")
    public static final class Amd extends Said {
        private static final long serialVersionUID = 1L;
        private String status = "";
        private String cause = "";

        public Amd(Object source) {
            super(source);
        }

        public String getStatus() {
            return status;
        }

        public void setStatus(String status) {
            this.status = status;
        }

        public String getCause() {
            return cause;
        }

        public void setCause(String cause) {
            this.cause = cause;
        }
    }

    /// No agent came in time.
    @AsteriskMapping("Abandoned")
    public static final class Abandoned extends Said {
        private static final long serialVersionUID = 1L;

        public Abandoned(Object source) {
            super(source);
        }
    }

    /// A message begins. `Message`: which version of it.
    @AsteriskMapping("MessageBegan")
    public static final class MessageBegan extends Said {
        private static final long serialVersionUID = 1L;
        private String message = "";

        public MessageBegan(Object source) {
            super(source);
        }

        public String getMessage() {
            return message;
        }

        public void setMessage(String message) {
            this.message = message;
        }
    }

    /// A message was played to its end, or could not be. `Status`: SUCCESS or FAILED.
    @AsteriskMapping("MessagePlayed")
    public static final class MessagePlayed extends Said {
        private static final long serialVersionUID = 1L;
        private String message = "";
        private String status = "";

        public MessagePlayed(Object source) {
            super(source);
        }

        public String getMessage() {
            return message;
        }

        public void setMessage(String message) {
            this.message = message;
        }

        public String getStatus() {
            return status;
        }

        public void setStatus(String status) {
            this.status = status;
        }
    }

    /// Thrown out of the room, because the agent's leg went.
    @AsteriskMapping("Orphaned")
    public static final class Orphaned extends Said {
        private static final long serialVersionUID = 1L;
        private String agent = "";
        private String result = "";

        public Orphaned(Object source) {
            super(source);
        }

        public String getAgent() {
            return agent;
        }

        public void setAgent(String agent) {
            this.agent = agent;
        }

        public String getResult() {
            return result;
        }

        public void setResult(String result) {
            this.result = result;
        }
    }

    /// Somebody called us. `Caller`: digits, with a plus or without, or nothing.
    @AsteriskMapping("CameIn")
    public static final class CameIn extends UserEvent {
        private static final long serialVersionUID = 1L;
        private String caller = "";

        public CameIn(Object source) {
            super(source);
        }

        public String getCaller() {
            return caller;
        }

        public void setCaller(String caller) {
            this.caller = caller;
        }
    }

    /// Hears music.
    @AsteriskMapping("Held")
    public static final class Held extends Said {
        private static final long serialVersionUID = 1L;

        public Held(Object source) {
            super(source);
        }
    }
}
