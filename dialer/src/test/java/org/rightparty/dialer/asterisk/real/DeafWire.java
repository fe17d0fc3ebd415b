package org.rightparty.dialer.asterisk.real;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A TCP wire to a manager interface that can lose one kind of its events, as a client does whose
/// queue is full.
public final class DeafWire implements AutoCloseable {
    private static final String END = "\r\n\r\n";

    private final int target;
    private final ServerSocket server;
    private volatile String lost = "";

    public DeafWire(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /// From now on events of this name get lost; none when it is empty.
    public void loses(String event) {
        lost = event;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket near = server.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                Thread.ofVirtual().start(() -> orders(near, far));
                Thread.ofVirtual().start(() -> events(far, near));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void orders(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ignored) {
            // One of the ends was closed, which ends both.
        }
    }

    private void events(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            StringBuilder said = new StringBuilder();
            byte[] chunk = new byte[8192];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                said.append(new String(chunk, 0, read, StandardCharsets.ISO_8859_1));
                pass(said, out);
            }
        } catch (IOException ignored) {
            // One of the ends was closed, which ends both.
        }
    }

    /// Whole messages; the greeting, which has no end, as it comes.
    private void pass(StringBuilder said, OutputStream out) throws IOException {
        if (said.indexOf("Asterisk Call Manager") == 0) {
            int end = said.indexOf("\r\n") + 2;
            write(said.substring(0, end), out);
            said.delete(0, end);
        }
        for (int end = said.indexOf(END); end >= 0; end = said.indexOf(END)) {
            String message = said.substring(0, end + END.length());
            said.delete(0, message.length());
            if (lost.isEmpty() || !message.contains("Event: " + lost + "\r\n")) {
                write(message, out);
            }
        }
    }

    private static void write(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
