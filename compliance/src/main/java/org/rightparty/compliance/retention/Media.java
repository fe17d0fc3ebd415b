package org.rightparty.compliance.retention;

import org.rightparty.vocabulary.AttemptId;

import java.util.Optional;

/// Where recordings lie.
public interface Media {
    /// Deletes one for ever, as the telephone system left it and as it is kept.
    ///
    /// @param file as the telephone system named it
    /// @return SHA-256 of what was there, in hex; empty when nothing was
    /// @throws java.io.UncheckedIOException when it is there and cannot be deleted
    Optional<String> erase(AttemptId attempt, String file);
}
