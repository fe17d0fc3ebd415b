package org.rightparty.console.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;

import org.jspecify.annotations.Nullable;
import org.rightparty.console.desk.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/// The wire of one socket: writes frames, listens for life, and closes what breaks the protocol,
/// talks too fast or does not read. Confined to the socket's event loop.
final class SocketWire {
    static final Duration SILENCE_MAX = Duration.ofSeconds(15);

    /// Frames a page may send at once, and how many more a second.
    static final int FRAMES_AT_ONCE_MAX = 60;

    static final int FRAMES_A_SECOND_MAX = 20;

    /// Frames written and not yet taken by the network; beyond it the page does not read.
    static final int UNSENT_MAX = 200;

    private static final Logger LOG = LoggerFactory.getLogger(SocketWire.class);
    private static final Duration LISTEN_EVERY = Duration.ofSeconds(3);
    private static final short BYE = 4001;
    private static final short SILENT = 4002;
    private static final short PROTOCOL_BROKEN = 1008;
    private static final short NOT_READING = 1013;
    private static final short TRY_AGAIN = 1012;

    private final Vertx vertx;
    private final ServerWebSocket socket;
    private final LongSupplier nanos;
    private final TokenBuckets frames;
    private final long listening;
    private long heardAt;
    private int unsent;
    private boolean over;

    SocketWire(Vertx vertx, ServerWebSocket socket, LongSupplier nanos) {
        this.vertx = vertx;
        this.socket = socket;
        this.nanos = nanos;
        this.heardAt = nanos.getAsLong();
        this.frames =
                new TokenBuckets(
                        FRAMES_AT_ONCE_MAX,
                        Duration.ofSeconds(1).dividedBy(FRAMES_A_SECOND_MAX),
                        nanos);
        this.listening = vertx.setPeriodic(LISTEN_EVERY.toMillis(), id -> listen());
        socket.exceptionHandler(broken -> {
            LOG.debug("socket.broken", broken);
            protocolBroken();
        });
    }

    /// Whether the network takes no more for now, or ever.
    boolean isFull() {
        return over || socket.isClosed() || socket.writeQueueFull();
    }

    void send(Wire.ToPage frame) {
        write(WireJson.write(frame));
    }

    void write(String text) {
        if (over || socket.isClosed()) {
            return;
        } else if (unsent >= UNSENT_MAX) {
            end(NOT_READING, "The page does not read.");
        } else {
            unsent++;
            socket.writeTextMessage(text).onComplete(done -> unsent--);
        }
    }

    /// Sends the last frame and closes.
    void last(Wire.ToPage frame) {
        if (!over) {
            send(frame);
            end(BYE, "");
        }
    }

    /// Something came in at `at`; false when the page talks too fast and was closed for it.
    boolean heard(long at) {
        heardAt = at;
        boolean allowed = frames.take("");
        if (!allowed) {
            protocolBroken();
        }
        return allowed && !over;
    }

    /// Closes so that the page comes back by itself.
    void tryAgain(String reason) {
        end(TRY_AGAIN, reason);
    }

    void protocolBroken() {
        end(PROTOCOL_BROKEN, "");
    }

    void closed() {
        over = true;
        vertx.cancelTimer(listening);
    }

    private void listen() {
        if (nanos.getAsLong() - heardAt > SILENCE_MAX.toNanos()) {
            end(SILENT, "");
        }
    }

    private void end(short code, String reason) {
        if (!over) {
            over = true;
            socket.close(code, reason);
        }
    }

    static Wire.AnswerFrame answer(
            String ref, @Nullable Answer answer, @Nullable Throwable failed) {
        return switch (answer) {
            case null -> {
                LOG.error("socket.ask.failed", failed);
                yield new Wire.AnswerFrame(
                        ref, false, "FAILED", "That did not work. Try again.", List.of());
            }
            case Answer.Accepted a -> new Wire.AnswerFrame(ref, true, "", "", List.of());
            case Answer.Declined d ->
                    new Wire.AnswerFrame(
                            ref,
                            false,
                            d.code(),
                            d.sentence(),
                            d.faults().stream()
                                    .map(f -> new Wire.Fault(f.field(), f.sentence()))
                                    .toList());
        };
    }
}
