package org.rightparty.dialer.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/// What the system says of a file, for people.
final class InWords {
    private InWords() {}

    static String what(IOException failed) {
        return switch (failed) {
            case NoSuchFileException missing ->
                    "there is no file or directory " + missing.getFile();
            case AccessDeniedException closed ->
                    closed.getFile() + " may not be read or written by us";
            case FileAlreadyExistsException there ->
                    there.getFile() + " is there already and is no directory";
            case CharacterCodingException _ -> "it is no text in UTF-8";
            default ->
                    Optional.ofNullable(failed.getMessage())
                            .flatMap(said -> said.lines().findFirst())
                            .orElse("the system refused it");
        };
    }

    static String mend(IOException failed) {
        return switch (failed) {
            case AccessDeniedException _ -> "check its permissions";
            case FileAlreadyExistsException _ -> "name another place, or move it away";
            case FileSystemException _ -> "check the path";
            default -> "check the file and the disk";
        };
    }
}
