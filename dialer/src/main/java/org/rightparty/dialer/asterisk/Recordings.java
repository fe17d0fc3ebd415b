package org.rightparty.dialer.asterisk;

import org.rightparty.vocabulary.AttemptId;

/// Where a call's recording lies: known from the attempt alone, ten thousand to a directory.
public final class Recordings {
    private static final long PER_DIRECTORY = 10_000L;

    private Recordings() {}

    /// The absolute path as Asterisk sees it: `<recordings>/<mark>/12/123456.wav`.
    public static String file(AsteriskConfig config, AttemptId call) {
        long directory = call.value() / PER_DIRECTORY;
        return config.recordings() + "/" + config.mark() + "/" + directory + "/" + call + ".wav";
    }
}
