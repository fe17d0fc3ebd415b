package org.rightparty.database;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// The first start of a server in an empty directory, which makes its files and takes seconds. A
/// mark beside the directory stands from before the first file until the server has let us in: a
/// directory that still has it holds nothing but what a killed start left, and is made anew.
record FirstStart(Path directory) {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    /// Clears what a killed first start left, and marks one that is about to begin.
    ///
    /// Call it while the directory is ours and no server runs in it.
    void begin() throws IOException {
        if (Files.exists(mark())) {
            LOG.warn("database.first-start.again directory={}", directory);
            endMakers();
            Files.walkFileTree(directory, new Emptying());
        }
        if (!Files.exists(directory.resolve("PG_VERSION"))) {
            Files.writeString(mark(), "");
        }
    }

    /// The server has let us in.
    void done() throws IOException {
        Files.deleteIfExists(mark());
    }

    private Path mark() {
        return directory.resolveSibling(directory.getFileName() + ".first-start");
    }

    /// A killed program leaves its initdb running.
    private void endMakers() {
        String place = directory.toAbsolutePath().toString();
        ProcessHandle.allProcesses()
                .filter(p ->
                        p.info()
                                .commandLine()
                                .filter(line -> line.contains("initdb") && line.contains(place))
                                .isPresent())
                .forEach(maker -> {
                    maker.descendants().forEach(ProcessHandle::destroyForcibly);
                    maker.destroyForcibly();
                    maker.onExit().join();
                });
    }

    private final class Emptying extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed)
                throws IOException {
            if (failed != null) {
                throw failed;
            }
            if (!visited.equals(directory)) {
                Files.delete(visited);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
