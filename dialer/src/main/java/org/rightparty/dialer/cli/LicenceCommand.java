package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.postgres.LicenceDesk.Licence;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// `compliance licence …`: our leave to collect, by place. Each command ends with 0 when it did
/// what was asked, and with 2 when that may not be done.
@Command(
        name = "licence",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Licences to collect: where one is known to be required and none is held, no call"
                        + " is placed.",
        subcommands = CommandLine.HelpCommand.class)
final class LicenceCommand {
    private final OfficeDoor.Opening opening;

    LicenceCommand(OfficeDoor.Opening opening) {
        this.opening = opening;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "All that were ever entered, by place.")
    int list(@Mixin OfficeWork office) {
        return office.with(
                opening,
                (door, out) -> {
                    List<Licence> all = door.licences().list();
                    all.forEach(each -> out.println(line(each)));
                    if (all.isEmpty()) {
                        out.println("None was entered: no place is known to require one.");
                    }
                    return 0;
                });
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Enters a licence that is held, or that one is required and missing.")
    int add(
            @Mixin OfficeWork office,
            @Mixin OfficerOption by,
            @Mixin LicenceOptions licence,
            @Parameters(paramLabel = "PLACE", description = "US-TX, US-NY-NYC, GB") String place) {
        return office.step(
                opening,
                by,
                (door, officer) -> line(door.licences().add(licence.order(place), officer)));
    }

    @Command(
            name = "end",
            mixinStandardHelpOptions = true,
            description = "Ends an entry; where a licence ended and no other runs, nobody calls.")
    int end(
            @Mixin OfficeWork office,
            @Mixin OfficerOption by,
            @Parameters(paramLabel = "ID", description = "as licence list shows it") long id,
            @Option(
                            names = "--at",
                            paramLabel = "TIME",
                            description = "when, 2026-04-07T19:00:00Z; default: now")
                    @Nullable Instant at) {
        return office.step(
                opening,
                by,
                (door, officer) -> {
                    Licence ended = door.licences().end(id, Optional.ofNullable(at), officer);
                    return ended.held() ? line(ended) + "\n" + consequence(ended) : line(ended);
                });
    }

    private static String consequence(Licence ended) {
        return "From "
                + ended.until().map(Times::at).orElse("then")
                + " on no call is placed in "
                + ended.place()
                + ", unless another licence for it runs.";
    }

    private static String line(Licence each) {
        return "%-4d %-10s %-7s %-16s from=%s until=%s %s"
                .formatted(
                        each.id(),
                        each.place(),
                        each.held() ? "HELD" : "MISSING",
                        each.number().isEmpty() ? "-" : each.number(),
                        Times.at(each.from()),
                        each.until().map(Times::at).orElse("-"),
                        each.evidence());
    }
}
