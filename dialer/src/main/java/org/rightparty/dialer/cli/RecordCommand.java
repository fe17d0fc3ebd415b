package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.record.RecordFile;
import org.rightparty.dialer.record.RecordRow;
import org.rightparty.dialer.record.Records;
import org.rightparty.vocabulary.AgentId;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
    private static final int UNUSABLE = 2;

    private final OfficeDoor.Opening opening;

    @Mixin private SettingsOptions settings = new SettingsOptions();

    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "What is known.")
    private Path file = Path.of("");

    @Option(
            names = "--by",
            required = true,
            paramLabel = "LOGIN",
            description = "log-in name of the officer who answers for it")
    private String by = "";

    @Option(
            names = "--evidence",
            paramLabel = "TEXT",
            description = "what it rests on; default: the file's name")
    private @Nullable String evidence;

    public RecordCommand(OfficeDoor.Opening opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() {
        PrintWriter out = CommandOutput.of(spec);
        String rests = evidence == null ? "file " + file.getFileName() : evidence;
        try {
            return record(new RecordFile(rests).read(file), out);
        } catch (RecordFile.Unusable unusable) {
            out.println(file + ": " + unusable.getMessage());
            return UNUSABLE;
        } finally {
            out.flush();
        }
    }

    private int record(List<RecordRow> rows, PrintWriter out) {
        try (OfficeDoor door = opening.open(settings.read())) {
            Optional<AgentId> who = door.officer(by);
            if (who.isEmpty()) {
                out.println(
                        "No officer or administrator with the log-in name " + by + " works here.");
                return UNUSABLE;
            }
            return told(new Records(door.facts(), door.holds(), who.get()).record(rows), out);
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
