package org.rightparty.dialer.cli;

import org.rightparty.dialer.placement.Fault;
import org.rightparty.dialer.placement.Placement.Wanted;
import org.rightparty.dialer.placement.Tally;
import org.rightparty.dialer.placement.file.ImportReport;
import org.rightparty.dialer.placement.file.ImportReport.Ending;
import org.rightparty.dialer.placement.file.ImportRequest;
import org.rightparty.dialer.placement.file.ImportRequest.Effect;
import org.rightparty.dialer.placement.file.MappingJson;
import org.rightparty.dialer.placement.file.PlacementImport.Preview;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What an import says on a terminal.
final class ReportText {
    private static final String CHECKED = "Checked, nothing imported: ";
    private static final String RETRY =
            "\nTo try its rejected rows again, mend them in a new file, or import this one with"
                    + " another --mapping";
    private static final String RETRY_AS_PRACTICE = ", or with --practice if it is practice data";

    private ReportText() {}

    static void progress(Tally tally, long rows, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%,d of %,d rows: %,d accepted, %,d duplicate, %,d rejected%n",
                tally.rowsDone(),
                rows,
                tally.accepted(),
                tally.duplicates(),
                tally.rejected());
        out.flush();
    }

    /// @param request what was asked, so that nobody is advised to do what he did
    static void report(ImportReport report, ImportRequest request, PrintWriter out) {
        Tally tally = report.tally();
        out.println(headline(report, request));
        line(out, "rows", tally.rowsDone());
        line(out, "accepted", tally.accepted());
        line(out, "duplicates", tally.duplicates());
        line(out, "rejected", tally.rejected());
        out.printf(
                Locale.ROOT,
                "  %-36s %,18d.%02d%n",
                "placed, dollars",
                tally.placedMinor() / 100,
                tally.placedMinor() % 100);
        line(out, "people known before", tally.linked());
        line(out, "holds set", tally.holds());
        line(out, "accounts without a number", tally.uncallable());
        if (report.run() != null) {
            line(out, "consents that changed nothing", tally.consentsUnchanged());
        }
        if (report.ending() != Ending.KNOWN) {
            double seconds = report.took().toMillis() / 1000.0;
            out.printf(Locale.ROOT, "  %-36s %,21.1f%n", "seconds", seconds);
        }
        acceptance(tally, out);
        Path rejects = report.rejects();
        if (rejects != null) {
            out.println(
                    "Rejected rows and how to fix them: "
                            + rejects
                            + (request.effect() == Effect.DRY_RUN
                                    ? " (the only file that this check wrote)"
                                    : ""));
        }
    }

    private static String headline(ImportReport report, ImportRequest request) {
        String where = report.file() + " for " + report.client() + ", " + report.portfolio();
        return switch (report.ending()) {
            case IMPORTED -> "Imported " + where;
            case RESUMED -> "Imported the rest of " + where;
            case RETRIED ->
                    "This file was imported before; its rejected rows were tried again: " + where;
            case DRY_RUN -> CHECKED + where;
            case DRY_RETRY ->
                    CHECKED
                            + where
                            + "\nThis file was imported before; an import would try its rejected"
                            + " rows again.";
            case DRY_KNOWN ->
                    CHECKED
                            + where
                            + "\nThis file was imported before in the same way; an import would"
                            + " change nothing.";
            case KNOWN ->
                    "This file was imported already at "
                            + Times.at(report.startedAt())
                            + "; nothing was changed now: "
                            + where
                            + (report.tally().rejected() > 0 ? retry(request) : "")
                            + "\nThe result of that import:";
        };
    }

    private static String retry(ImportRequest request) {
        return RETRY + (request.practice() ? "." : RETRY_AS_PRACTICE + ".");
    }

    private static void line(PrintWriter out, String what, long count) {
        out.printf(Locale.ROOT, "  %-36s %,21d%n", what, count);
    }

    /// How much of what we ask for the client gave, in shares of the accepted accounts.
    private static void acceptance(Tally tally, PrintWriter out) {
        if (tally.accepted() == 0) {
            return;
        }
        out.println("Of the accepted accounts, this many give");
        for (Wanted fact : Wanted.values()) {
            long count = tally.filled().getOrDefault(fact, 0L);
            out.printf(
                    Locale.ROOT,
                    "  %-36s %,12d %7d %%%n",
                    fact.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    count,
                    count * 100 / tally.accepted());
        }
    }

    /// @param request what was asked: whoever gave a mapping knows how to give one
    static void preview(Preview preview, ImportRequest request, PrintWriter out) {
        out.println("Read as: " + preview.description());
        out.println("Columns: " + String.join(", ", preview.header()));
        out.println("Mapping:");
        out.println(MappingJson.write(preview.mapping()));
        if (!preview.missing().isEmpty()) {
            out.println("Required and not found: " + String.join(", ", preview.missing()));
        }
        if (request.mapping() == null) {
            out.println(
                    "To read it in another way: put the mapping above into a file, change it, and"
                            + " give it with --mapping FILE (docs/placement-files.md).");
        }
        preview.lines().forEach(line -> preview(line, out));
    }

    private static void preview(Preview.Line line, PrintWriter out) {
        List<String> values = line.values().entrySet().stream().map(ReportText::value).toList();
        out.println("row " + line.row() + ": " + String.join(", ", values));
        for (Fault fault : line.faults()) {
            out.println("    " + fault.field() + ": " + fault.reason() + "; " + fault.mend());
        }
    }

    /// Of a national id a terminal shows nothing.
    private static String value(Map.Entry<String, String> field) {
        boolean secret = field.getKey().endsWith("national_id");
        return field.getKey() + "=" + (secret ? "•••" : field.getValue());
    }
}
