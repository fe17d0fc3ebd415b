package org.rightparty.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The server process that a data directory's `postmaster.pid` names: process id on line 1, port on
/// line 4 (PostgreSQL documentation, section 66.1).
record Postmaster(ProcessHandle process, int port) {
    private static final int PORT_LINE = 3;

    /// The running server of this directory; empty when there is none.
    static Optional<Postmaster> serving(Path directory) throws IOException {
        Path file = directory.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        int port = Integer.parseInt(lines.get(PORT_LINE).strip());
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(Postmaster::isPostgres)
                .map(process -> new Postmaster(process, port));
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(c -> c.endsWith("postgres")).orElse(false);
    }

    /// SIGTERM: waits for clients, and ours are closed by now.
    void stop() {
        process.destroy();
        process.onExit().join();
    }
}
