package org.rightparty.dialer.simulation.file;

import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.pacing.Pace;
import org.rightparty.dialer.pacing.PaceDecision;
import org.rightparty.dialer.pacing.PredictivePace;
import org.rightparty.dialer.pacing.ProgressivePace;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Decides every line of a trace again, with the pace of production, and compares how many it says
/// and why.
///
/// @param difference where the first one is, and what it is; empty when there is none
public record TraceReplay(long same, long different, Optional<String> difference) {

    /// @param trace packed when its name ends in `.gz`; one that was cut off is read up to its last
    ///     whole line
    /// @throws IllegalArgumentException when it is no trace, or one of a rival's decisions
    /// @throws IOException when it cannot be read
    public static TraceReplay of(Path trace) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(trace));
                InputStream plain =
                        trace.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return of(lines);
        } catch (EOFException | ZipException broken) {
            throw new IllegalArgumentException(trace + " is no packed trace", broken);
        }
    }

    static TraceReplay of(BufferedReader lines) throws IOException {
        String first = next(lines);
        if (first == null) {
            throw new IllegalArgumentException("the trace is empty");
        }
        Pace pace = pace(read(1, first, Trace.Head.class));
        long same = 0;
        long different = 0;
        Optional<String> difference = Optional.empty();
        long number = 2;
        for (String text = next(lines); text != null; text = next(lines)) {
            Trace.Line line = read(number, text, Trace.Line.class);
            PaceDecision again = pace.decide(line.floor());
            if (again.equals(line.decision())) {
                same++;
            } else {
                different++;
                long where = number;
                difference = difference.or(() -> Optional.of(words(where, line, again)));
            }
            number++;
        }
        return new TraceReplay(same, different, difference);
    }

    private static Pace pace(Trace.Head head) {
        String policy = head.policy().split(":", 2)[0];
        return switch (policy) {
            case "rightparty", "rightparty-aim" ->
                    head.last()
                            .map(last -> PredictivePace.resumed(head.memory(), last))
                            .orElseGet(() -> new PredictivePace(head.memory()));
            case "progressive" -> new ProgressivePace();
            default ->
                    throw new IllegalArgumentException(
                            "these are decisions of "
                                    + head.policy()
                                    + "; those of rightparty and progressive can be replayed");
        };
    }

    private static String words(long where, Trace.Line line, PaceDecision again) {
        return "line %d: traced %d, %s decided again %d, %s"
                .formatted(where, line.dials(), line.reasons(), again.dials(), again.reasons());
    }

    /// The next line; null at the end, and at the last one when that was cut off.
    private static @Nullable String next(BufferedReader lines) throws IOException {
        try {
            return lines.readLine();
        } catch (EOFException cutOff) {
            return null;
        }
    }

    private static <T> T read(long number, String text, Class<T> type) {
        try {
            return RecordJson.read(text, type);
        } catch (IllegalArgumentException | NullPointerException none) {
            throw new IllegalArgumentException("line " + number + " is not one of a trace", none);
        }
    }
}
