package org.rightparty.dialer.cli;

import org.rightparty.dialer.record.RecordFile;
import org.rightparty.dialer.record.RecordRow;
import org.rightparty.dialer.record.Records;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

/// `compliance record FILE`: records what other systems know of consumers.
///
/// It ends with 0 when every row was used, 1 when some were refused, 2 when the file is none.
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description =
                "Records what other systems know of consumers: where they are, notices sent,"
                        + " contacts, consents, look-ups of numbers. CSV with the columns kind, at,"
                        + " account or number, and those of each kind (docs/compliance.md).",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every row was used; nobody here for a row is no fault",
            "1:some rows were refused; the others are recorded",
            "2:the file is none, or no officer has that name; nothing was written"
        })
public final class RecordCommand implements Callable<Integer> {
    private static final int SOME_REFUSED = 1;

    private final OfficeDoor.Opening opening;

    @Mixin private OfficeWork office = new OfficeWork();

    @Mixin private GivenList list = new GivenList();

    @Mixin private OfficerOption by = new OfficerOption();

    public RecordCommand(OfficeDoor.Opening opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() {
        List<RecordRow> rows = rows();
        return office.with(
                opening,
                (door, out) ->
                        told(
                                new Records(door.facts(), door.holds(), by.of(door)).record(rows),
                                out));
    }

    private List<RecordRow> rows() {
        try {
            return new RecordFile(list.rests("file")).read(list.file());
        } catch (RecordFile.Unusable unusable) {
            throw new NotDone(list.file(), unusable);
        }
    }

    private static int told(Records.Tally tally, PrintWriter out) {
        tally.shown()
                .forEach(one ->
                        out.printf(
                                "row %d, %s \"%s\": %s %s%n",
                                one.row(), one.field(), one.value(), one.reason(), one.mend()));
        out.printf(
                "%,d rows: %,d recorded, %,d known already, nobody here for %,d, %,d refused%n",
                tally.rows(), tally.recorded(), tally.known(), tally.nobody(), tally.refused());
        return tally.refused() == 0 ? 0 : SOME_REFUSED;
    }
}
