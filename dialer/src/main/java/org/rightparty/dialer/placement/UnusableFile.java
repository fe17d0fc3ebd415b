package org.rightparty.dialer.placement;

import java.nio.file.Files;
import java.nio.file.Path;

/// A file or mapping that cannot be used at all. Its message is one line for the person who gave
/// it: where, what is wrong, and how to mend it.
public final class UnusableFile extends RuntimeException {
    private static final long serialVersionUID = 1;

    private UnusableFile(String message) {
        super(message);
    }

    public static UnusableFile of(String what, String mend) {
        return new UnusableFile(what + "; " + mend);
    }

    /// @throws UnusableFile when there is no file at the path
    public static void unlessFile(Path path) {
        if (Files.isDirectory(path)) {
            throw of("this is a folder", "name a file in it");
        } else if (!Files.isRegularFile(path)) {
            throw of("there is no such file", "check the path");
        }
    }

    /// @param file the file's name
    public UnusableFile in(String file) {
        return new UnusableFile(file + ": " + getMessage());
    }
}
