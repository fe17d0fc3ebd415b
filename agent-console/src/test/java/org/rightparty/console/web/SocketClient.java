package org.rightparty.console.web;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// One socket of a test's browser: frames come into a queue.
final class SocketClient implements WebSocket.Listener {
    private static final Duration WAIT_MAX = Duration.ofSeconds(10);

    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private volatile boolean reading = true;
    private volatile @Nullable WebSocket socket;

    /// The server refused the upgrade with this code.
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final int code;

        Refused(int code) {
            super("refused with " + code);
            this.code = code;
        }
    }

    static SocketClient open(HttpClient http, URI uri, String origin) {
        SocketClient client = new SocketClient();
        try {
            client.socket =
                    http.newWebSocketBuilder()
                            .header("Origin", origin)
                            .connectTimeout(WAIT_MAX)
                            .buildAsync(uri, client)
                            .join();
            return client;
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof WebSocketHandshakeException refused) {
                throw new Refused(refused.getResponse().statusCode());
            } else {
                throw failed;
            }
        }
    }

    @Override
    public void onOpen(WebSocket opened) {
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            frames.add(WireJson.read(part.toString(), JsonNode.class));
            part.setLength(0);
        }
        if (reading) {
            from.request(1);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(-1);
    }

    void send(String text) {
        live().sendText(text, true).join();
    }

    void send(Wire.FromDesk frame) {
        send(WireJson.write(frame));
    }

    /// Reads no further, as a page that hangs.
    void stopReading() {
        reading = false;
    }

    void readOn() {
        reading = true;
        live().request(1);
    }

    /// The next frame.
    JsonNode next() {
        try {
            return Optional.ofNullable(frames.poll(WAIT_MAX.toSeconds(), TimeUnit.SECONDS))
                    .orElseThrow(() -> new IllegalStateException("no frame came"));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /// The next frame of this kind; others are dropped.
    JsonNode next(String kind) {
        JsonNode frame = next();
        while (!frame.get("kind").asText().equals(kind)) {
            frame = next();
        }
        return frame;
    }

    int waiting() {
        return frames.size();
    }

    /// The code the server closed with.
    int closeCode() {
        return closed.orTimeout(WAIT_MAX.toSeconds() * 3, TimeUnit.SECONDS).join();
    }

    boolean isClosed() {
        return closed.isDone();
    }

    /// Drops the connection, as a page that crashed.
    void abort() {
        live().abort();
    }

    private WebSocket live() {
        return Optional.ofNullable(socket).orElseThrow();
    }
}
