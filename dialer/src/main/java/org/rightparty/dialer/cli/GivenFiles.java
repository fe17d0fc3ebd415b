package org.rightparty.dialer.cli;

import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;

/// Files that a person names for a command to write. They are looked at before the work begins.
final class GivenFiles {
    private GivenFiles() {}

    /// @throws NotDone when no such file can be written
    static void mayBeWritten(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || Files.isDirectory(file)) {
            throw new NotDone(file + " is a directory", "name a file in it");
        } else if (!Files.isDirectory(directory)) {
            throw new NotDone(
                    file + " cannot be written: there is no directory " + directory,
                    "make it, or name another file");
        } else if (!Files.isWritable(directory)) {
            throw new NotDone(
                    file + " cannot be written: " + directory + " is not ours to write into",
                    "name a file elsewhere");
        }
    }

    /// A file that is there stays as it is, unless that is what is wanted.
    ///
    /// @throws NotDone when no such file can be written, or it is there and is to stay
    static void mayBeMade(Path file, Force force) {
        mayBeWritten(file);
        if (Files.exists(file) && !force.given()) {
            throw new NotDone(file + " is there already", "name another file, or give --force");
        }
    }

    /// Whether a file that is there is overwritten.
    static final class Force {
        @Option(names = "--force", description = "Overwrite the file if it is there.")
        private boolean given;

        boolean given() {
            return given;
        }
    }
}
