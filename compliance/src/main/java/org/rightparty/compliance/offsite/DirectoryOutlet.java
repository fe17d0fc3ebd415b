package org.rightparty.compliance.offsite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// A directory: a share of another machine, a write-once disk.
///
/// @param directory made when missing
public record DirectoryOutlet(Path directory, Duration every) implements Outlet {
    @Override
    public String name() {
        return "directory";
    }

    @Override
    public void send(Copy checkpoint) {
        Path fresh = directory.resolve(checkpoint.fileName() + ".part");
        try {
            Files.createDirectories(directory);
            try (FileChannel channel =
                    FileChannel.open(
                            fresh,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(checkpoint.note().getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(
                    fresh,
                    directory.resolve(checkpoint.fileName()),
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new OutletFailure("the directory cannot be written", failed);
        }
    }
}
