package org.rightparty.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A directory in memory for the test server of one JVM, where the machine has one with room: the
/// thousands of small files of each test database cost a disk more than what the tests do.
final class MemoryDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryDirectory.class);
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final String NAME = "rightparty-test-";
    private static final long ROOM = 6L << 30;

    private MemoryDirectory() {}

    /// @return empty where there is no such memory, or too little
    static Optional<Path> own() {
        try {
            if (!Files.isWritable(MEMORY) || Files.getFileStore(MEMORY).getUsableSpace() < ROOM) {
                return Optional.empty();
            }
            left().forEach(MemoryDirectory::delete);
            return Optional.of(MEMORY.resolve(NAME + ProcessHandle.current().pid()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// What JVMs that were killed have left.
    private static List<Path> left() throws IOException {
        try (Stream<Path> all = Files.list(MEMORY)) {
            return all.filter(path -> path.getFileName().toString().startsWith(NAME))
                    .filter(path -> ProcessHandle.of(pid(path)).isEmpty())
                    .toList();
        }
    }

    private static long pid(Path left) {
        return Long.parseLong(left.getFileName().toString().substring(NAME.length()));
    }

    /// Another JVM may be at the same work, and what is left then is left to it.
    private static void delete(Path left) {
        try (Stream<Path> all = Files.walk(left)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException taken) {
            LOG.debug("test.directory.left directory={}", left);
        }
    }
}
