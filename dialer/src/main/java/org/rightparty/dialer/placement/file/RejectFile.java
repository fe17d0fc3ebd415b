package org.rightparty.dialer.placement.file;

import org.rightparty.dialer.placement.Fault;
import org.rightparty.dialer.placement.UnusableFile;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/// Every fault of a file as CSV beside it: row, field, value, reason, mend. It appears whole or not
/// at all. A value that a spreadsheet would take for a formula gets an apostrophe before it.
public final class RejectFile implements AutoCloseable {
    private static final Pattern QUOTED = Pattern.compile("[\",\r\n]");
    private static final Pattern FORMULA = Pattern.compile("[=+@\\-\t].*");

    private final Path target;
    private final Path draft;
    private final BufferedWriter out;
    private long faults;
    private boolean complete;

    private RejectFile(Path target) throws IOException {
        this.target = target;
        this.draft = target.resolveSibling(target.getFileName() + ".part");
        this.out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8);
        out.write("row,field,value,reason,mend\r\n");
    }

    /// The reject file of a placement file.
    public static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".rejects.csv");
    }

    /// Looked at before anything is written.
    ///
    /// @throws UnusableFile when the reject file could not be
    static void requireWritable(Path file) {
        try (RejectFile tried = new RejectFile(beside(file))) {
            tried.out.flush();
        } catch (IOException | UncheckedIOException failed) {
            throw UnusableFile.of(
                    "no reject file can be written beside it",
                    "copy it to a directory that you may write into");
        }
    }

    static RejectFile open(Path file) {
        try {
            return new RejectFile(beside(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void add(long row, Fault fault) {
        try {
            out.write(line(row, fault));
            faults++;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// One fault as a line of the file, with its line end.
    public static String line(long row, Fault fault) {
        return String.join(
                ",",
                Long.toString(row),
                cell(fault.field()),
                cell(fault.value()),
                cell(fault.reason()),
                cell(fault.mend()) + "\r\n");
    }

    private static String cell(String text) {
        String harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
        return QUOTED.matcher(harmless).find()
                ? "\"" + harmless.replace("\"", "\"\"") + "\""
                : harmless;
    }

    /// All faults are in; the file may take its place.
    void complete() {
        complete = true;
    }

    @Override
    public void close() {
        try {
            out.close();
            if (complete && faults > 0) {
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(draft);
            }
            if (complete && faults == 0) {
                Files.deleteIfExists(target);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
