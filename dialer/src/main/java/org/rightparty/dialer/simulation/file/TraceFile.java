package org.rightparty.dialer.simulation.file;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;

/// A packed trace that is being written. Whoever reads it meanwhile finds all but the last seconds.
final class TraceFile implements AutoCloseable {
    private static final Duration FLUSHED_EVERY = Duration.ofSeconds(5);
    private static final int BUFFER = 8_192;

    private final Counting counting;
    private final OutputStream packed;
    private Instant flushDue = Instant.MIN;

    /// Bytes on their way to the disk.
    private static final class Counting extends FilterOutputStream {
        private long bytes;

        Counting(OutputStream to) {
            super(to);
        }

        @Override
        public void write(int each) throws IOException {
            out.write(each);
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
            bytes += length;
        }
    }

    TraceFile(Path path) throws IOException {
        counting = new Counting(new BufferedOutputStream(Files.newOutputStream(path)));
        packed = new GZIPOutputStream(counting, BUFFER, true);
    }

    /// Writes a line.
    ///
    /// @param at the line's own time
    /// @return bytes of the file so far
    long write(String line, Instant at) throws IOException {
        packed.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        if (!at.isBefore(flushDue)) {
            flushDue = at.plus(FLUSHED_EVERY);
            packed.flush();
        }
        return counting.bytes;
    }

    @Override
    public void close() throws IOException {
        packed.close();
    }
}
