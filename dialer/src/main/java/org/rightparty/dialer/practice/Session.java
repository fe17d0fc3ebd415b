package org.rightparty.dialer.practice;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;

/// One client's connection: a thread that reads, a thread that writes, and a bounded queue between
/// the carrier and the writer. A client that does not drain its queue is thrown out, as by
/// Asterisk.
final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    /// Some minutes of events at 100 calls a second.
    private static final int QUEUE_MAX = 100_000;

    private final Socket socket;
    private final BlockingQueue<String> outgoing = new LinkedBlockingQueue<>(QUEUE_MAX);

    /// Written and read on the carrier's thread only.
    String challenge = "";

    boolean loggedIn;
    boolean wantsEvents;

    Session(Socket socket) {
        this.socket = socket;
    }

    /// Greets, then hands every message to `inbox` until the client goes; then `whenGone` runs.
    void serve(String banner, BiConsumer<Session, AmiMessage> inbox, Runnable whenGone) {
        say(banner + "\r\n");
        Thread.ofVirtual().name("practice-writer").start(this::write);
        Thread.ofVirtual().name("practice-reader").start(() -> read(inbox, whenGone));
    }

    void send(AmiMessage message) {
        say(message.text());
    }

    private void say(String text) {
        if (!outgoing.offer(text)) {
            LOG.warn("practice.session.overflow queued={}", QUEUE_MAX);
            close();
        }
    }

    private void read(BiConsumer<Session, AmiMessage> inbox, Runnable whenGone) {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            Optional<AmiMessage> message = AmiMessage.read(reader);
            while (message.isPresent()) {
                inbox.accept(this, message.get());
                message = AmiMessage.read(reader);
            }
        } catch (IOException lost) {
            LOG.debug("practice.session.lost");
        } finally {
            close();
            whenGone.run();
        }
    }

    private void write() {
        try (BufferedWriter writer =
                new BufferedWriter(
                        new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8))) {
            while (!socket.isClosed()) {
                writer.write(outgoing.take());
                if (outgoing.isEmpty()) {
                    writer.flush();
                }
            }
        } catch (IOException lost) {
            LOG.debug("practice.session.lost");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException already) {
            LOG.debug("practice.session.close.failed");
        }
        boolean woken = outgoing.offer("");
        LOG.trace("practice.session.closed woken={}", woken);
    }
}
