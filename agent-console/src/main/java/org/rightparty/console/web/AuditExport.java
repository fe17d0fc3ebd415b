package org.rightparty.console.web;

import org.rightparty.compliance.audit.Audit;
import org.rightparty.console.sheets.LongSheet;
import org.rightparty.console.sheets.Sheet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

/// All that a search finds, however much, as a file: read and written page by page.
final class AuditExport {
    private static final int PAGE = 5_000;
    private static final List<String> HEADER =
            List.of(
                    "time (UTC)",
                    "decision",
                    "consumer",
                    "name",
                    "account",
                    "phone",
                    "campaign",
                    "mode",
                    "allowed",
                    "reason",
                    "rule",
                    "outcome",
                    "disposition",
                    "agent",
                    "talk seconds");

    private final Audit audit;
    private final Path directory;

    /// @param directory where files lie until they are sent
    AuditExport(Audit audit, Path directory) {
        this.audit = audit;
        this.directory = directory;
    }

    /// @param file to be sent and deleted
    record Written(Path file, long rows) {}

    Written write(Audit.Query query, Sheet.Format format, Instant now) {
        String title = "Decisions and calls as of " + now.truncatedTo(ChronoUnit.SECONDS);
        try {
            Files.createDirectories(directory);
            Path file = Files.createTempFile(directory, "decisions", "." + format.ending());
            return new Written(file, write(new LongSheet(title, HEADER), query, format, file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private long write(LongSheet sheet, Audit.Query query, Sheet.Format format, Path file)
            throws IOException {
        boolean whole = false;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            long rows = sheet.write(format, new Rows(query, format), out);
            whole = true;
            return rows;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// Page after page of the search, the newest first; what comes meanwhile is newer.
    private final class Rows implements Iterator<List<String>> {
        private Audit.Query next;
        private Iterator<Audit.Found> page;
        private boolean last;
        private final Sheet.Format format;

        Rows(Audit.Query query, Sheet.Format format) {
            next = query;
            this.format = format;
            page = read();
        }

        private Iterator<Audit.Found> read() {
            List<Audit.Found> found = audit.search(next, PAGE);
            last = found.size() < PAGE;
            if (!found.isEmpty()) {
                next = next.behind(found.getLast().place());
            }
            return found.iterator();
        }

        @Override
        public boolean hasNext() {
            if (!page.hasNext() && !last) {
                page = read();
            }
            return page.hasNext();
        }

        @Override
        public List<String> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return row(page.next(), format);
        }
    }

    private static List<String> row(Audit.Found found, Sheet.Format format) {
        return List.of(
                DateTimeFormatter.ISO_INSTANT.format(found.place().decidedAt()),
                Long.toString(found.place().id()),
                found.consumer().toString(),
                found.name(),
                found.account().toString(),
                found.phone().map(phone -> "…" + phone.lastFour()).orElse(""),
                found.campaign().orElse(""),
                found.mode().toLowerCase(Locale.ROOT),
                found.allowed() ? "yes" : "no",
                onPaper(format) ? found.sentence() : found.reason(),
                found.rule(),
                found.outcome().map(code -> onPaper(format) ? plain(code) : code).orElse(""),
                found.disposition().orElse(""),
                found.agent().orElse(""),
                Long.toString(found.talkMillis() / 1_000));
    }

    /// Paper is read by people; programs read the other formats, which keep the codes.
    private static boolean onPaper(Sheet.Format format) {
        return switch (format) {
            case PDF -> true;
            case CSV, XLSX -> false;
        };
    }

    private static String plain(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
