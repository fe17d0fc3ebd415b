package org.rightparty.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Which process starts, watches and stops the server of a data directory: the one that holds the
/// lock beside it. The operating system gives the lock back when a process dies.
final class Ownership implements AutoCloseable {
    private final FileChannel channel;
    private final Optional<FileLock> lock;

    private Ownership(FileChannel channel, Optional<FileLock> lock) {
        this.channel = channel;
        this.lock = lock;
    }

    static Ownership of(Path directory) throws IOException {
        Path file = directory.resolveSibling(directory.getFileName() + ".lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            return new Ownership(channel, Optional.ofNullable(channel.tryLock()));
        } catch (OverlappingFileLockException ownedInThisProcess) {
            return new Ownership(channel, Optional.empty());
        }
    }

    boolean isOurs() {
        return lock.isPresent();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
