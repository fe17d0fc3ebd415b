package org.rightparty.dialer.practice;

import org.asteriskjava.manager.AsteriskMapping;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.UserEvent;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// The events of our dialplan and those asterisk-java knows only in part, as it wants them
/// declared.
public final class UserEvents {
    static final List<Class<? extends ManagerEvent>> ALL =
            List.of(
                    Answered.class,
                    Amd.class,
                    Abandoned.class,
                    MessageBegan.class,
                    MessagePlayed.class,
                    Held.class,
                    Orphaned.class,
                    Ended.class);

    private UserEvents() {}

    /// What all events of the dialplan carry.
    public abstract static class OfCall extends UserEvent {
        private @Nullable String call;

        protected OfCall(Object source) {
            super(source);
        }

        public @Nullable String getCall() {
            return call;
        }

        public void setCall(@Nullable String call) {
            this.call = call;
        }
    }

    @AsteriskMapping("Answered")
    public static final class Answered extends OfCall {
        public Answered(Object source) {
            super(source);
        }
    }

    @AsteriskMapping("Amd")
    public static final class Amd extends OfCall {
        private @Nullable String cause;

        public Amd(Object source) {
            super(source);
        }

        public @Nullable String getCause() {
            return cause;
        }

        public void setCause(@Nullable String cause) {
            this.cause = cause;
        }
    }

    @AsteriskMapping("Abandoned")
    public static final class Abandoned extends OfCall {
        public Abandoned(Object source) {
            super(source);
        }
    }

    /// Which message.
    public abstract static class OfMessage extends OfCall {
        private @Nullable String message;

        protected OfMessage(Object source) {
            super(source);
        }

        public @Nullable String getMessage() {
            return message;
        }

        public void setMessage(@Nullable String message) {
            this.message = message;
        }
    }

    @AsteriskMapping("MessageBegan")
    public static final class MessageBegan extends OfMessage {
        public MessageBegan(Object source) {
            super(source);
        }
    }

    @AsteriskMapping("MessagePlayed")
    public static final class MessagePlayed extends OfMessage {
        private @Nullable String status;

        public MessagePlayed(Object source) {
            super(source);
        }

        public @Nullable String getStatus() {
            return status;
        }

        public void setStatus(@Nullable String status) {
            this.status = status;
        }
    }

    @AsteriskMapping("Held")
    public static final class Held extends OfCall {
        public Held(Object source) {
            super(source);
        }
    }

    @AsteriskMapping("Orphaned")
    public static final class Orphaned extends OfCall {
        private @Nullable String agent;

        public Orphaned(Object source) {
            super(source);
        }

        public @Nullable String getAgent() {
            return agent;
        }

        public void setAgent(@Nullable String agent) {
            this.agent = agent;
        }
    }

    /// A hang-up with the carrier's SIP result, which asterisk-java's own class leaves out.
    @AsteriskMapping("Hangup")
    public static final class Ended extends HangupEvent {
        private @Nullable String techCause;

        public Ended(Object source) {
            super(source);
        }

        public @Nullable String getTechCause() {
            return techCause;
        }

        public void setTechCause(@Nullable String techCause) {
            this.techCause = techCause;
        }
    }
}
