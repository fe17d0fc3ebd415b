package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.holds.Bar;
import org.rightparty.dialer.scrub.Scrub;
import org.rightparty.dialer.scrub.ScrubFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.PrintWriter;
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
            "2:the file is none, or no officer has that name; nothing was written"
        })
public final class ScrubCommand implements Callable<Integer> {
    private static final int SOME_REFUSED = 1;

    private final OfficeDoor.Opening opening;

    @Mixin private OfficeWork office = new OfficeWork();

    @Mixin private GivenList list = new GivenList();

    @Mixin private OfficerOption by = new OfficerOption();

    @Option(
            names = "--bar",
            paramLabel = "BAR",
            description = "${COMPLETION-CANDIDATES}; for rows that do not say it themselves")
    private @Nullable Bar bar;

    public ScrubCommand(OfficeDoor.Opening opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() {
        ScrubFile rows = new ScrubFile(Optional.ofNullable(bar), list.rests("list"));
        try {
            rows.read(list.file(), _ -> {});
            return office.with(
                    opening, (door, out) -> scrub(rows, new Scrub(door.holds(), by.of(door)), out));
        } catch (ScrubFile.Unusable unusable) {
            throw new NotDone(list.file(), unusable);
        }
    }

    private int scrub(ScrubFile rows, Scrub scrub, PrintWriter out) {
        rows.read(list.file(), scrub);
        Scrub.Tally tally = scrub.tally();
        tally.shown().forEach(one -> out.printf("row %d: %s%n", one.row(), one.sentence()));
        out.printf(
                "%,d rows: %,d holds stand, nobody here for %,d, %,d refused%n",
                tally.rows(), tally.standing(), tally.nobody(), tally.refused());
        return tally.refused() == 0 ? 0 : SOME_REFUSED;
    }
}
