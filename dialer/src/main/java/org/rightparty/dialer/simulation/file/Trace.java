package org.rightparty.dialer.simulation.file;

import org.rightparty.dialer.pacing.Floor;
import org.rightparty.dialer.pacing.Memory;
import org.rightparty.dialer.pacing.PaceDecision;
import org.rightparty.dialer.pacing.Reasons;
import org.rightparty.dialer.simulation.Simulation.Watch;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// The decisions of the first replication, a line of JSON each: what the pace was shown, how many
/// it said, and why. A pace that is shown the same floors in the same order says the same:
/// [TraceReplay] proves it.
public final class Trace implements Watch {
    /// The first line: whose decisions these are, and what the pace knew before the first.
    ///
    /// @param policy its name
    /// @param memory what it knew when it began; all that it held, when there was a floor before
    /// @param last the floor it decided last before the first line; empty when it began with it
    public record Head(String policy, Memory memory, Optional<Floor> last) {}

    /// One decision.
    ///
    /// @param second of the day, or since the trace began
    public record Line(double second, Floor floor, int dials, Reasons reasons) {
        PaceDecision decision() {
            return new PaceDecision(dials, reasons);
        }
    }

    private final PrintWriter to;

    /// @param policy whose decisions will come
    public Trace(PrintWriter to, String policy) {
        this.to = to;
        to.println(RecordJson.write(new Head(policy, Memory.NONE, Optional.empty())));
    }

    /// @param file packed when its name ends in `.gz`
    public static PrintWriter open(Path file) throws IOException {
        OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file));
        OutputStream packed = file.toString().endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes;
        return new PrintWriter(
                new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8)));
    }

    @Override
    public void decided(int replication, double second, Floor floor, PaceDecision decision) {
        if (replication == 0) {
            to.println(line(second, floor, decision));
        }
    }

    static String line(double second, Floor floor, PaceDecision decision) {
        return RecordJson.write(new Line(second, floor, decision.dials(), decision.reasons()));
    }
}
