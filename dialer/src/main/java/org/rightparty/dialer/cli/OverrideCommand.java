package org.rightparty.dialer.cli;

import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.postgres.OverrideDesk;
import org.rightparty.compliance.postgres.OverrideDesk.Asked;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.PhoneId;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// `compliance override …`: a rule set aside for one account, by two people. Each command ends with
/// 0 when it did what was asked, and with 2 when that may not be done.
@Command(
        name = "override",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Sets a rule aside for one account: one person asks, another approves; never a"
                        + " statute.",
        subcommands = CommandLine.HelpCommand.class)
final class OverrideCommand {
    private static final String REQUEST = "as override list shows it";

    private final OfficeDoor.Opening opening;

    OverrideCommand(OfficeDoor.Opening opening) {
        this.opening = opening;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "All requests, the latest first.")
    int list(@Mixin OfficeWork office, @Mixin LookOptions look) {
        return office.with(
                opening,
                (door, out) -> {
                    List<Asked> all = door.overrides().list();
                    door.enter(
                            look.entry(
                                    "overrides.viewed",
                                    AuditEntry.Subject.NONE,
                                    Map.of("requests", all.size()),
                                    door::officer));
                    lines(door.overrides(), all).forEach(out::println);
                    return 0;
                });
    }

    @Command(
            name = "ask",
            mixinStandardHelpOptions = true,
            description = "Asks to have a rule set aside; it holds until another approves.")
    int ask(
            @Mixin OfficeWork office,
            @Mixin OfficerOption by,
            @Mixin OverrideOptions asked,
            @Parameters(paramLabel = "RULE", description = "the row, such as HOUSE-GAP")
                    String rule) {
        return office.step(
                opening, by, (door, who) -> line(door, desk -> desk.ask(asked.order(rule), who)));
    }

    @Command(
            name = "approve",
            mixinStandardHelpOptions = true,
            description = "Approves what another asked for: the gate passes over the rule.")
    int approve(
            @Mixin OfficeWork office,
            @Mixin OfficerOption by,
            @Parameters(paramLabel = "ID", description = REQUEST) long id) {
        return office.step(opening, by, (door, who) -> line(door, desk -> desk.approve(id, who)));
    }

    @Command(
            name = "refuse",
            mixinStandardHelpOptions = true,
            description = "Refuses a request, or takes one's own back.")
    int refuse(
            @Mixin OfficeWork office,
            @Mixin OfficerOption by,
            @Parameters(paramLabel = "ID", description = REQUEST) long id) {
        return office.step(opening, by, (door, who) -> line(door, desk -> desk.refuse(id, who)));
    }

    @Command(
            name = "end",
            mixinStandardHelpOptions = true,
            description = "Ends an override before its time: the rule holds again at once.")
    int end(
            @Mixin OfficeWork office,
            @Mixin OfficerOption by,
            @Parameters(paramLabel = "ID", description = REQUEST) long id) {
        return office.step(opening, by, (door, who) -> line(door, desk -> desk.end(id, who)));
    }

    private static String line(OfficeDoor door, Function<OverrideDesk, Asked> step) {
        OverrideDesk desk = door.overrides();
        return lines(desk, List.of(step.apply(desk))).getFirst();
    }

    private static List<String> lines(OverrideDesk desk, List<Asked> requests) {
        Map<AgentId, String> people = desk.names(requests);
        Map<AccountId, String> accounts = desk.accounts(requests);
        Map<PhoneId, String> numbers = desk.numbers(requests);
        return requests.stream()
                .map(each ->
                        ("%-4d %-8s %-16s account=%s phone=%s from=%s until=%s"
                                        + " asked_by=%s approved_by=%s")
                                .formatted(
                                        each.id(),
                                        each.state(),
                                        each.rule(),
                                        accounts.getOrDefault(each.account(), "erased"),
                                        each.phone()
                                                .map(phone -> numbers.getOrDefault(phone, "erased"))
                                                .orElse("-"),
                                        Times.at(each.from()),
                                        Times.at(each.until()),
                                        quoted(people, each.askedBy()),
                                        each.approvedBy()
                                                .map(by -> quoted(people, by))
                                                .orElse("-")))
                .toList();
    }

    private static String quoted(Map<AgentId, String> people, AgentId who) {
        return "\"" + people.getOrDefault(who, "erased") + "\"";
    }
}
