package org.rightparty.dialer.asterisk;

import org.rightparty.vocabulary.AttemptId;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Which trunk each of the latest calls left by. Any thread.
final class TrunkRecord {
    /// More than can be live or waiting to be written down.
    private static final int CALLS_MAX = 20_000;

    private final Map<AttemptId, String> trunks =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<AttemptId, String> eldest) {
                    return size() > CALLS_MAX;
                }
            };

    synchronized void used(AttemptId call, String trunk) {
        trunks.put(call, trunk);
    }

    synchronized Optional<String> of(AttemptId call) {
        return Optional.ofNullable(trunks.get(call));
    }
}
