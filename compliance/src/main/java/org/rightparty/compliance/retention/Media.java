package org.rightparty.compliance.retention;

import org.rightparty.vocabulary.AttemptId;

import java.util.Optional;

/// Where recordings lie.
public interface Media {
    /// What is there of one, as the telephone system left it or as it is kept.
    ///
    /// @param file as the telephone system named it
    /// @return SHA-256 in hex; empty when nothing is there
    /// @throws java.io.UncheckedIOException when it is there and cannot be read
    Optional<String> find(AttemptId attempt, String file);

    /// Deletes one for ever, as the telephone system left it and as it is kept.
    ///
    /// @param file as the telephone system named it
    /// @throws java.io.UncheckedIOException when it is there and cannot be deleted
    void erase(AttemptId attempt, String file);
}
