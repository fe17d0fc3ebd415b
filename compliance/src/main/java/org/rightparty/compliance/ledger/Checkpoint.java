package org.rightparty.compliance.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;

/// What the ledger was at an instant: its size and its root, in the form of C2SP tlog-checkpoint.
///
/// @param origin name of the ledger, the same for all its life
/// @param size entries sealed
/// @param root of the tree over them
/// @param at when it was made; never before the checkpoint before it
/// @param clockBehind how far the clock stood behind the last checkpoint, in milliseconds; 0 when
///     it did not
/// @param rulebooks SHA-256 over the rulebooks in force, lower-case hex
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Checkpoint(
        String origin, long size, byte[] root, Instant at, long clockBehind, String rulebooks) {
    private static final int LINES_MIN = 3;
    private static final int ROOT_LINE = 2;
    private static final String TIME = "time ";
    private static final String CLOCK = "clock-behind-ms ";
    private static final String RULEBOOKS = "rulebooks-sha256 ";

    public Checkpoint {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        if (root.length != MerkleTree.HASH_BYTES || size < 0 || origin.isBlank()) {
            throw new IllegalArgumentException("not a checkpoint: " + origin + ", " + size);
        }
    }

    /// The text that is signed.
    public String text() {
        return String.join(
                        "\n",
                        origin,
                        Long.toString(size),
                        Base64.getEncoder().encodeToString(root),
                        TIME + at,
                        CLOCK + clockBehind,
                        RULEBOOKS + rulebooks)
                + "\n";
    }

    /// @throws IllegalArgumentException when the text is no checkpoint of this kind
    public static Checkpoint parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < LINES_MIN) {
            throw new IllegalArgumentException("not a checkpoint: fewer than three lines");
        }
        try {
            return new Checkpoint(
                    lines.get(0),
                    Long.parseLong(lines.get(1)),
                    Base64.getDecoder().decode(lines.get(ROOT_LINE)),
                    Instant.parse(line(lines, TIME)),
                    Long.parseLong(line(lines, CLOCK)),
                    line(lines, RULEBOOKS));
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("not a checkpoint: its time cannot be read", wrong);
        }
    }

    private static String line(List<String> lines, String prefix) {
        return lines.stream()
                .skip(LINES_MIN)
                .filter(line -> line.startsWith(prefix))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("not a checkpoint: no line " + prefix.strip()))
                .substring(prefix.length());
    }
}
