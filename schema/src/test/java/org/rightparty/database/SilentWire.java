package org.rightparty.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A wire to a database that can be cut in silence, as a firewall does that forgets: neither end is
/// told. Connections made after that work.
public final class SilentWire implements AutoCloseable {
    private final ServerSocket door;

    /// Where the database is.
    private final int port;

    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger cuts = new AtomicInteger();

    private SilentWire(int port) throws IOException {
        this.port = port;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    public static SilentWire to(DatabaseConfig.External database) {
        try {
            SilentWire wire = new SilentWire(port(database.url()));
            Thread.startVirtualThread(wire::serve);
            return wire;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int port(String url) {
        return Integer.parseInt(url.replaceAll(".*//[^:/]+:(\\d+)/.*", "$1"));
    }

    /// How to open the same database by way of the wire.
    ///
    /// @param poolSize connections of the pool
    public DatabaseConfig.External through(DatabaseConfig.External database, int poolSize) {
        String url = database.url().replace(":" + port + "/", ":" + door.getLocalPort() + "/");
        return new DatabaseConfig.External(url, database.user(), database.password(), poolSize);
    }

    public void cut() {
        cuts.incrementAndGet();
    }

    private void serve() {
        try {
            while (true) {
                Socket here = door.accept();
                Socket there = new Socket(InetAddress.getLoopbackAddress(), port);
                sockets.add(here);
                sockets.add(there);
                int made = cuts.get();
                Thread.startVirtualThread(() -> carry(here, there, made));
                Thread.startVirtualThread(() -> carry(there, here, made));
            }
        } catch (IOException closed) {
            sockets.forEach(SilentWire::close);
        }
    }

    private void carry(Socket from, Socket to, int made) {
        byte[] some = new byte[8192];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                if (cuts.get() == made) {
                    out.write(some, 0, read);
                    out.flush();
                }
            }
        } catch (IOException closed) {
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException already) {
            throw new UncheckedIOException(already);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
