package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.holds.Bar;
import org.rightparty.dialer.scrub.Scrub;
import org.rightparty.dialer.scrub.ScrubFile;
import org.rightparty.vocabulary.AgentId;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `compliance scrub FILE`: sets holds for everybody on a list.
///
/// It ends with 0 when every row was used, 1 when some were refused, 2 when the file is none. The
/// file is read to its end before the first hold is set.
@Command(
        name = "scrub",
        mixinStandardHelpOptions = true,
        description =
                "Sets holds for everybody on a list: CSV with the columns number or account,"
                        + " and as wanted bar, evidence, until, days, from, to, place."
                        + " They act at once.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every row was used; nobody here for a row is no fault",
            "1:some rows were refused; the others are in force",
            "2:the file is none, or nobody of that name works here; nothing was written"
        })
public final class ScrubCommand implements Callable<Integer> {
    private static final int SOME_REFUSED = 1;
    private static final int UNUSABLE = 2;

    private final OfficeDoor.Opening opening;

    @Mixin private SettingsOptions settings = new SettingsOptions();

    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The list.")
    private Path file = Path.of("");

    @Option(
            names = "--by",
            required = true,
            paramLabel = "LOGIN",
            description = "log-in name of who answers for it")
    private String by = "";

    @Option(
            names = "--bar",
            paramLabel = "BAR",
            description = "${COMPLETION-CANDIDATES}; for rows that do not say it themselves")
    private @Nullable Bar bar;

    @Option(
            names = "--evidence",
            paramLabel = "TEXT",
            description = "what it rests on; default: the file's name")
    private @Nullable String evidence;

    public ScrubCommand(OfficeDoor.Opening opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() {
        PrintWriter out = CommandOutput.of(spec);
        try {
            ScrubFile list = list();
            list.read(file, _ -> {});
            return set(list, out);
        } catch (ScrubFile.Unusable unusable) {
            out.println(file + ": " + unusable.getMessage());
            return UNUSABLE;
        } finally {
            out.flush();
        }
    }

    private ScrubFile list() {
        String rests = evidence == null ? "list " + file.getFileName() : evidence;
        return new ScrubFile(Optional.ofNullable(bar), rests);
    }

    private int set(ScrubFile list, PrintWriter out) {
        try (OfficeDoor door = opening.open(settings.read())) {
            Optional<AgentId> who = door.member(by);
            if (who.isEmpty()) {
                out.println("Nobody with the log-in name " + by + " works here.");
                return UNUSABLE;
            }
            return scrub(list, new Scrub(door.holds(), who.get()), out);
        }
    }

    private int scrub(ScrubFile list, Scrub scrub, PrintWriter out) {
        list.read(file, scrub);
        Scrub.Tally tally = scrub.tally();
        tally.shown().forEach(one -> out.printf("row %d: %s%n", one.row(), one.sentence()));
        out.printf(
                "%,d rows: %,d holds stand, nobody here for %,d, %,d refused%n",
                tally.rows(), tally.standing(), tally.nobody(), tally.refused());
        return tally.refused() == 0 ? 0 : SOME_REFUSED;
    }
}
