package org.rightparty.dialer.placement.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Where uploaded files lie while they are imported, and their rejects while their job is
/// remembered. They hold names and numbers of consumers, so nothing outlives its use: a start
/// clears what an earlier run of the program left.
final class Uploads {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final Path directory;

    /// @param directory ours alone; made when missing
    Uploads(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
            try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, "placement*")) {
                left.forEach(Uploads::delete);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Takes over a request's body, whose own file would be gone once the request is answered.
    Path keep(Path body) {
        try {
            Path kept = Files.createTempFile(directory, "placement", ".upload");
            return Files.move(body, kept, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            LOG.warn("placement.file.kept cause={}", kept.getClass().getName());
        }
    }
}
