package org.rightparty.compliance.postgres;

import org.rightparty.compliance.retention.Media;
import org.rightparty.vocabulary.AttemptId;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Recordings of a test, which all have one hash.
final class Cabinet implements Media {
    static final String SHA256 = "ab".repeat(32);

    final Set<String> files = new HashSet<>();

    /// What was to be erased.
    final List<String> asked = new ArrayList<>();

    /// What happens when one was erased.
    Runnable whenErased = () -> {};

    @Override
    public Optional<String> find(AttemptId attempt, String file) {
        return files.contains(file) ? Optional.of(SHA256) : Optional.empty();
    }

    @Override
    public void erase(AttemptId attempt, String file) {
        asked.add(file);
        files.remove(file);
        whenErased.run();
    }
}
