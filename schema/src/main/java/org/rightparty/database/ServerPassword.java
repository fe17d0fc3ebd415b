package org.rightparty.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The superuser's password of the server of a data directory, kept beside the directory in a file
/// that only its owner may read: other people's programs on the machine do not get in.
record ServerPassword(Path file, String text) {
    private static final int BYTES = 24;
    private static final String OWNER_ONLY = "rw-------";

    /// That of the directory; made when there is none, unless the directory is locked with one.
    static ServerPassword of(Path directory) throws IOException {
        Path file = directory.resolveSibling(directory.getFileName() + ".password");
        if (!Files.exists(file)) {
            if (Locks.isLocked(directory)) {
                throw new IOException(
                        "its password is missing; put %s back, or write trust for scram-sha-256 in"
                                        .formatted(file)
                                + " %s, and the next start makes a new one"
                                        .formatted(Locks.rules(directory)));
            }
            make(file);
        }
        return new ServerPassword(file, Files.readString(file).strip());
    }

    /// Whole or not at all: a crash leaves no empty password.
    private static void make(Path file) throws IOException {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Path written =
                Files.createTempFile(
                        file.toAbsolutePath().getParent(),
                        "password",
                        ".new",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString(OWNER_ONLY)));
        Files.writeString(written, HexFormat.of().formatHex(bytes) + "\n");
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /// For a message: what to look at when it does not fit.
    String isAt() {
        return "that " + file + " is the one that was made with these data";
    }

    @Override
    public String toString() {
        return "ServerPassword[" + file + "]";
    }
}
