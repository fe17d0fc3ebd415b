package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.postgres.LicenceDesk;
import org.rightparty.compliance.postgres.LicenceDesk.Licence;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.time.Instant;
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

    @Spec private @Nullable CommandSpec spec;

    LicenceCommand(OfficeDoor.Opening opening) {
        this.opening = opening;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "All that were ever entered, by place.")
    int list(@Mixin SettingsOptions settings) {
        return OfficeWork.with(
                opening,
                settings,
                spec,
                (door, out) -> door.licences().list().forEach(each -> out.println(line(each))));
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Enters a licence that is held, or that one is required and missing.")
    int add(
            @Mixin SettingsOptions settings,
            @Parameters(paramLabel = "PLACE", description = "US-TX, US-NY-NYC, GB") String place,
            @Option(
                            names = "--number",
                            paramLabel = "TEXT",
                            description =
                                    "its number; left out: a licence is required and none is held")
                    @Nullable String number,
            @Option(
                            names = "--from",
                            paramLabel = "TIME",
                            description = "valid from, 2026-04-07T19:00:00Z; default: now")
                    @Nullable Instant from,
            @Option(
                            names = "--until",
                            paramLabel = "TIME",
                            description = "valid until; default: without an end")
                    @Nullable Instant until,
            @Option(
                            names = "--evidence",
                            required = true,
                            paramLabel = "TEXT",
                            description = "what it rests on: the register, the letter")
                    String evidence,
            @Option(names = "--by", required = true, paramLabel = "LOGIN", description = "officer")
                    String by) {
        return OfficeWork.with(
                opening,
                settings,
                spec,
                (door, out) ->
                        out.println(
                                line(
                                        door.licences()
                                                .add(
                                                        new LicenceDesk.Order(
                                                                place,
                                                                Optional.ofNullable(number),
                                                                Optional.ofNullable(from),
                                                                Optional.ofNullable(until),
                                                                evidence),
                                                        OfficeWork.officer(door, by)))));
    }

    @Command(
            name = "end",
            mixinStandardHelpOptions = true,
            description = "Ends an entry; where a licence ended and no other runs, nobody calls.")
    int end(
            @Mixin SettingsOptions settings,
            @Parameters(paramLabel = "ID", description = "as licence list shows it") long id,
            @Option(
                            names = "--at",
                            paramLabel = "TIME",
                            description = "when, 2026-04-07T19:00:00Z; default: now")
                    @Nullable Instant at,
            @Option(names = "--by", required = true, paramLabel = "LOGIN", description = "officer")
                    String by) {
        return OfficeWork.with(
                opening,
                settings,
                spec,
                (door, out) ->
                        out.println(
                                line(
                                        door.licences()
                                                .end(
                                                        id,
                                                        Optional.ofNullable(at),
                                                        OfficeWork.officer(door, by)))));
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
