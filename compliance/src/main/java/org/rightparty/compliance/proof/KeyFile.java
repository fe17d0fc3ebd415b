package org.rightparty.compliance.proof;

import org.rightparty.compliance.ledger.SigningKey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// The file that holds the key which signs checkpoints: outside the database, readable by its owner
/// alone.
public final class KeyFile {
    private static final Set<PosixFilePermission> OWNER_ALONE =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OTHERS =
            PosixFilePermissions.fromString("---rwxrwx");

    private KeyFile() {}

    /// The key in the file; a new one, written there, when there is no file.
    ///
    /// @param name of the ledger, for a new key
    /// @throws IllegalStateException when others can read the file, or it holds no key
    public static SigningKey open(Path file, String name) {
        try {
            return Files.exists(file) ? read(file) : make(file, name);
        } catch (IOException failed) {
            throw new UncheckedIOException("the signing key " + file + " is out of reach", failed);
        }
    }

    private static SigningKey read(Path file) throws IOException {
        Set<PosixFilePermission> open =
                EnumSet.copyOf(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
        open.retainAll(OTHERS);
        if (!open.isEmpty()) {
            throw new IllegalStateException(
                    "the signing key " + file + " is open to others; chmod 600 it");
        }
        try {
            return SigningKey.parse(Files.readString(file));
        } catch (IllegalArgumentException unusable) {
            throw new IllegalStateException("no signing key in " + file, unusable);
        }
    }

    private static SigningKey make(Path file, String name) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        SigningKey key = SigningKey.make(name);
        Path fresh =
                Files.createTempFile(
                        directory,
                        "ledger-key",
                        "",
                        PosixFilePermissions.asFileAttribute(OWNER_ALONE));
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(key.format().getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.createLink(file, fresh);
        Files.delete(fresh);
        return key;
    }
}
