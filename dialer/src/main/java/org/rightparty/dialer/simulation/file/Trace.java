package org.rightparty.dialer.simulation.file;

import org.rightparty.dialer.pacing.Floor;
import org.rightparty.dialer.pacing.PaceDecision;
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
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// The decisions of the first replication, a line of JSON each: what the pace was shown, and how
/// many it said. A pace that is shown the same floors in the same order says the same.
public final class Trace implements Watch {
    /// One decision.
    ///
    /// @param second of the simulated day
    public record Line(double second, Floor floor, int dials) {}

    private final PrintWriter to;

    public Trace(PrintWriter to) {
        this.to = to;
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
            to.println(RecordJson.write(new Line(second, floor, decision.dials())));
        }
    }

    /// @throws IllegalArgumentException when a line is none of ours
    public static List<Line> read(List<String> lines) {
        List<Line> read = new ArrayList<>();
        lines.forEach(line -> read.add(RecordJson.read(line, Line.class)));
        return read;
    }
}
