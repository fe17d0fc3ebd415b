package org.rightparty.dialer.simulation.file;

import org.rightparty.dialer.pacing.Floor;
import org.rightparty.dialer.pacing.Memory;
import org.rightparty.dialer.pacing.PaceDecision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The decisions of a working pace as traces on disk, of bounded size: files that each begin with
/// all that the pace held, so that [TraceReplay] decides any one of them again. The oldest make
/// room for new ones.
///
/// One thread decides; others write, one at a time. When they cannot keep up, the file ends, and
/// the next begins behind the gap.
public final class TraceFiles implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TraceFiles.class);
    private static final int FILES = 8;
    private static final int WAITING_MAX = 1_000;
    private static final String SUFFIX = ".trace.gz";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path directory;
    private final String policy;
    private final long fileBytes;
    private final Executor threads;
    private final BlockingQueue<Work> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final AtomicBoolean writing = new AtomicBoolean();
    private final Object pen = new Object();
    private boolean begun;
    private volatile boolean full;
    private volatile boolean broken;
    private volatile boolean closed;

    // Of whoever holds the pen:
    private Optional<TraceFile> file = Optional.empty();
    private boolean told;
    private boolean ended;

    /// What is to be written.
    private sealed interface Work {
        record Begin(Instant at, Trace.Head head) implements Work {}

        record Line(Trace.Line line) implements Work {}
    }

    /// @param directory is made when the first file is
    /// @param policy whose decisions will come
    /// @param bytes of all files together, about
    /// @param threads where the writing is done
    public TraceFiles(Path directory, String policy, long bytes, Executor threads) {
        this.directory = directory;
        this.policy = policy;
        this.fileBytes = Math.max(1, bytes / FILES);
        this.threads = threads;
    }

    /// A decision was made. To be told by one thread.
    ///
    /// @param whole all that the pace holds after it
    public void decided(Floor floor, PaceDecision decision, Supplier<Memory> whole) {
        if (broken || closed) {
            return;
        }
        if (begun) {
            begun = waiting.offer(new Work.Line(line(floor, decision)));
        }
        boolean room = waiting.remainingCapacity() > WAITING_MAX / 2;
        if ((full || !begun) && room) {
            Trace.Head head = new Trace.Head(policy, whole.get(), Optional.of(floor));
            full = false;
            begun = waiting.offer(new Work.Begin(floor.at(), head));
        }
        haveWritten();
    }

    private void haveWritten() {
        if (writing.compareAndSet(false, true)) {
            threads.execute(this::write);
        }
    }

    private static Trace.Line line(Floor floor, PaceDecision decision) {
        double second = floor.at().toEpochMilli() / 1e3;
        return new Trace.Line(second, floor, decision.dials(), decision.reasons());
    }

    /// What the pace sees now is not written: the next decision begins a file.
    public void interrupted() {
        begun = false;
    }

    /// What was offered while the last line was written finds its writer here.
    private void write() {
        try {
            writeAll();
        } finally {
            writing.set(false);
        }
        if (!waiting.isEmpty() && !broken && !closed) {
            haveWritten();
        }
    }

    private void writeAll() {
        synchronized (pen) {
            try {
                for (Work next = waiting.poll(); next != null; next = waiting.poll()) {
                    if (!ended) {
                        write(next);
                    }
                }
            } catch (IOException away) {
                broke(away);
            }
        }
    }

    private void broke(IOException away) {
        broken = true;
        LOG.warn("pace.trace.ended directory={} failure={}", directory, away.toString());
    }

    /// Writes what waits and ends the file. Decisions after this are not traced.
    @Override
    public void close() {
        closed = true;
        synchronized (pen) {
            writeAll();
            try {
                if (file.isPresent()) {
                    file.get().close();
                }
            } catch (IOException away) {
                broke(away);
            }
            file = Optional.empty();
            ended = true;
        }
    }

    private void write(Work work) throws IOException {
        switch (work) {
            case Work.Begin begin -> {
                begin(begin.at());
                write(RecordJson.write(begin.head()), begin.at());
            }
            case Work.Line line -> write(RecordJson.write(line.line()), line.line().floor().at());
        }
    }

    private void begin(Instant at) throws IOException {
        if (file.isPresent()) {
            file.get().close();
        }
        makeRoom();
        file = Optional.of(new TraceFile(directory.resolve(NAME.format(at) + SUFFIX)));
        told = false;
    }

    /// That the file is full is told once: lines of it may be waiting.
    private void write(String text, Instant at) throws IOException {
        if (file.isPresent() && file.get().write(text, at) > fileBytes && !told) {
            told = true;
            full = true;
        }
    }

    /// The oldest go first: their names begin with the time.
    private void makeRoom() throws IOException {
        Files.createDirectories(directory);
        try (Stream<Path> there = Files.list(directory)) {
            List<Path> traces = there.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList();
            for (int i = 0; i <= traces.size() - FILES; i++) {
                Files.delete(traces.get(i));
            }
        }
    }
}
