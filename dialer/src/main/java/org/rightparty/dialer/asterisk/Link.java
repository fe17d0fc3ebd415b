package org.rightparty.dialer.asterisk;

import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.ManagerConnection;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// The connection to the manager interface. Its own timeouts, because the library has none for
/// answers that come by callback, and waits for ever on a frozen Asterisk.
final class Link implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Link.class);
    private static final int CONNECT_MILLIS_MAX = 2000;

    /// No answer for so long: the switch is frozen, or the wire is cut.
    private static final int SILENCE_MILLIS_MAX = 3000;

    private static final Duration REPLY_MAX = Duration.ofSeconds(2);
    private static final Duration PING_EVERY = Duration.ofMillis(250);

    /// How long it is believed that the switch is there, from when it was last asked with success.
    private static final Duration BELIEVED = Duration.ofSeconds(1);

    private static final Duration LOGIN_EVERY = Duration.ofSeconds(1);

    private final AsteriskConfig config;
    private final SwitchThread thread;
    private final ManagerConnection connection;
    private final LongSupplier nanos;
    private volatile boolean open = true;

    /// When a question was put that the switch has answered: a frozen one takes calls and never
    /// places them.
    private volatile long answeredNanos;

    Link(AsteriskConfig config, SwitchThread thread, EventReader reader, LongSupplier nanos) {
        this.config = config;
        this.nanos = nanos;
        this.answeredNanos = nanos.getAsLong() - BELIEVED.toNanos();
        this.thread = thread;
        this.connection =
                new DefaultManagerConnection(
                        config.host(), config.port(), config.user(), config.secret());
        connection.setSocketTimeout(CONNECT_MILLIS_MAX);
        connection.setSocketReadTimeout(SILENCE_MILLIS_MAX);
        SwitchEvents.all().forEach(connection::registerUserEventClass);
        connection.addEventListener(reader);
    }

    /// Logs in, as often as it takes; afterwards the library itself comes back after every loss.
    void open() {
        Thread.ofVirtual().name("asterisk-login").start(this::logIn);
        thread.hand(this::ping);
    }

    private void logIn() {
        for (long tries = 1; open && !loggedIn(tries); tries++) {
            LockSupport.parkNanos(LOGIN_EVERY.toNanos());
        }
    }

    /// Of an outage the first try is worth a line, then the 4th, 16th, 64th and so on: soon at
    /// first, less than one an hour in the end.
    static boolean isWorthSaying(long tries) {
        return Long.bitCount(tries) == 1 && Long.numberOfTrailingZeros(tries) % 2 == 0;
    }

    private boolean loggedIn(long tries) {
        try {
            connection.login();
            return true;
        } catch (IOException | TimeoutException | AuthenticationFailedException failed) {
            if (isWorthSaying(tries)) {
                log.warn(
                        "asterisk.login.failed switch={} tries={} why={} action=retrying",
                        config,
                        tries,
                        failed.getMessage());
            }
            return false;
        }
    }

    private void ping() {
        if (open) {
            long asked = nanos.getAsLong();
            send(
                    Actions.ping(),
                    reply -> {
                        if (reply == Reply.DONE) {
                            answeredNanos = asked;
                        }
                    });
            thread.after(PING_EVERY, this::ping);
        }
    }

    /// Whether the switch has answered within the last second. Any thread.
    boolean answers() {
        return nanos.getAsLong() - answeredNanos < BELIEVED.toNanos();
    }

    /// Sends now, from the switch's thread only; the reply comes once, as a later task of the same.
    void send(ManagerAction action, Consumer<Reply> onReply) {
        Exchange exchange = new Exchange(onReply);
        try {
            connection.sendAction(
                    action, response -> thread.hand(() -> exchange.end(replyOf(response))));
            thread.after(REPLY_MAX, () -> exchange.end(Reply.LOST));
        } catch (IllegalStateException notConnected) {
            thread.hand(() -> exchange.end(Reply.NOT_SENT));
        } catch (IOException broken) {
            log.warn("asterisk.send.failed switch={} why={}", config, broken.getMessage());
            thread.hand(() -> exchange.end(Reply.LOST));
        }
    }

    private static Reply replyOf(@Nullable ManagerResponse response) {
        if (response == null) {
            return Reply.LOST;
        }
        return response instanceof ManagerError ? Reply.REFUSED : Reply.DONE;
    }

    @Override
    public void close() {
        open = false;
        try {
            connection.logoff();
        } catch (IllegalStateException notConnected) {
            log.debug("asterisk.logoff.unneeded switch={}", config);
        }
    }

    /// An answer is taken once: from the switch, or from the clock.
    private static final class Exchange {
        private @Nullable Consumer<Reply> onReply;

        Exchange(Consumer<Reply> onReply) {
            this.onReply = onReply;
        }

        void end(Reply reply) {
            Consumer<Reply> taker = onReply;
            onReply = null;
            if (taker != null) {
                taker.accept(reply);
            }
        }
    }
}
