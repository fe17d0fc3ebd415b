package org.rightparty.dialer.asterisk.real;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/// A TCP wire that a test can cut: what connects to its port is joined to `target` on loopback.
public final class CutWire implements AutoCloseable {
    private final int target;
    private final ServerSocket server;
    private final Semaphore flow = new Semaphore(1);
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    public CutWire(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                join(server.accept());
            } catch (IOException ignored) {
                // The server was closed, or nobody listens at the far end just now.
            }
        }
    }

    private void join(Socket near) throws IOException {
        try {
            Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(near);
            sockets.add(far);
            Thread.ofVirtual().start(() -> carry(near, far));
            Thread.ofVirtual().start(() -> carry(far, near));
        } catch (ConnectException nobody) {
            near.close();
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] chunk = new byte[8192];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                flow.acquireUninterruptibly();
                flow.release();
                out.write(chunk, 0, read);
            }
        } catch (IOException ignored) {
            // Cut: both ends are closed by now, which is all there is to do.
        }
    }

    /// Carries nothing until [#release], and breaks nothing.
    public void hold() {
        flow.acquireUninterruptibly();
    }

    public void release() {
        flow.release();
    }

    /// Breaks every connection of this moment; new ones may come.
    void cut() {
        for (Socket socket : sockets) {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException ignored) {
                // Closed already.
            }
        }
        sockets.clear();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        cut();
    }
}
