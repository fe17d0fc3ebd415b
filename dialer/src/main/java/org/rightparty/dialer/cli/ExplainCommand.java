package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Explanation;
import org.rightparty.compliance.gate.Explanation.Answer;
import org.rightparty.compliance.gate.Reach;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.rules.RuleType;
import org.rightparty.console.office.Office;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneId;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// `compliance explain --account A`: what the gate would say, and why. With `--decision D`: what it
/// said, and why.
///
/// It ends with 0 when at least one number may be called, 1 when none may, 2 when there is no such
/// account or number, or nobody of the name given may look.
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Says whether a call is allowed, by which rules, and from when on it would be.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:a number of the account may be called, or the decision allowed it",
            "1:none may be called then, or the decision refused it",
            "2:there is no such account, number, decision or officer"
        })
public final class ExplainCommand implements Callable<Integer> {
    private static final int NONE_ALLOWED = 1;
    private static final String WORKED_FROM =
            "(where we work from: rightparty.compliance.collector; while it says US alone, a"
                    + " practice takes rightparty.practice.collector)";
    private static final String DECISIONS =
            "the page Records (#/records) finds decisions and shows their numbers";

    private final OfficeDoor.Opening opening;

    @Mixin private SettingsOptions settings = new SettingsOptions();
    @Mixin private LookOptions look = new LookOptions();

    @Spec private @Nullable CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Subject subject = new Subject();

    /// A call that might be placed, or one that was decided.
    static final class Subject {
        @Option(names = "--account", paramLabel = "ID", description = "number of the account")
        private @Nullable Long account;

        @Option(
                names = "--decision",
                paramLabel = "ID",
                description =
                        "number of a recorded decision, explained with what it looked at and the"
                                + " rulebooks it was made under")
        private @Nullable Long decision;
    }

    @Option(
            names = "--phone",
            paramLabel = "ID",
            description = "number of the phone row; default: every one")
    private @Nullable Long phone;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "an instant, 2026-11-18T17:00:00Z; default: now")
    private @Nullable Instant at;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "${COMPLETION-CANDIDATES}; default: that of the campaign")
    private @Nullable Mode mode;

    @Option(names = "--all", description = "also the rules that do not hold for this call")
    private boolean all;

    public ExplainCommand(OfficeDoor.Opening opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() {
        PrintWriter out = CommandOutput.of(spec);
        try (OfficeDoor door = opening.open(settings.read())) {
            return subject.decision == null
                    ? account(door, new AccountId(Objects.requireNonNull(subject.account)), out)
                    : decision(door, subject.decision, out);
        } finally {
            out.flush();
        }
    }

    private int account(OfficeDoor door, AccountId account, PrintWriter out) {
        List<Explanation> told =
                door.office()
                        .explain(
                                account,
                                Optional.ofNullable(phone).map(PhoneId::new),
                                Optional.ofNullable(mode),
                                Optional.ofNullable(at));
        if (told.isEmpty()) {
            throw new NotDone(
                    "there is no such account, or it has no such number",
                    "the page Compliance (#/office) finds and explains accounts by name");
        }
        AuditEntry.Subject whom =
                AuditEntry.Subject.of(told.getFirst().request().consumer(), account);
        enter(door, "person.explained", whom, Map.of("account", account.value()));
        told.forEach(one -> print(one, out));
        return told.stream().anyMatch(Explanation::allowed) ? 0 : NONE_ALLOWED;
    }

    private void enter(
            OfficeDoor door, String kind, AuditEntry.Subject whom, Map<String, Object> detail) {
        door.enter(look.entry(kind, whom, detail, door::officer));
    }

    private int decision(OfficeDoor door, long decision, PrintWriter out) {
        return switch (door.office().past(decision)) {
            case Office.Past.Untold(String _, String sentence) ->
                    throw new NotDone(sentence.replaceFirst("\\.$", ""), DECISIONS);
            case Office.Past.Told told -> {
                DialRequest request = told.explanation().request();
                AuditEntry.Subject whom =
                        AuditEntry.Subject.of(request.consumer(), request.account());
                enter(door, "decision.viewed", whom, Map.of("decision", decision));
                print(told.explanation(), out);
                out.printf(
                        "The gate said then, by the time-zone rules %s: %s%n",
                        told.tzdbThen(), told.allowedThen() ? "ALLOWED" : "REFUSED");
                yield told.allowedThen() ? 0 : NONE_ALLOWED;
            }
        };
    }

    private void print(Explanation told, PrintWriter out) {
        List<String> zones = told.where().zoneNames();
        out.printf(
                "account %s, number %s, %s, at %s: %s%n",
                told.request().account(),
                told.request().phone(),
                told.request().mode(),
                Times.at(told.at()) + Times.local(told.at(), zones),
                told.allowed() ? "ALLOWED" : "REFUSED");
        out.println("  zones:         " + String.join(", ", zones));
        out.println(
                "  jurisdictions: "
                        + told.reaches().stream()
                                .map(Reach::toString)
                                .collect(Collectors.joining(", ")));
        out.println("                 " + WORKED_FROM);
        out.println("  rulebooks:     " + told.rulebooks());
        out.println(
                "  next allowed:  "
                        + told.nextAllowedAt()
                                .map(next -> from(next, zones))
                                .orElse("at no time, while nothing else changes"));
        told.rows().stream()
                .filter(row -> all || isAsked(row))
                .forEach(row -> print(row, zones, out));
        out.println();
    }

    private static boolean isAsked(Explanation.Row row) {
        return row.answer() == Answer.REFUSES || row.answer() == Answer.PASSES;
    }

    private static String from(Instant instant, List<String> zones) {
        return Times.from(instant) + Times.local(instant, zones);
    }

    private static void print(Explanation.Row row, List<String> zones, PrintWriter out) {
        out.printf("  %s %s (%s, %s)%n", mark(row), row.ruleId(), row.citation(), row.book());
        if (row.answer() == Answer.REFUSES) {
            out.println("      " + row.sentence() + " (" + row.code() + ")");
            out.println("      change: " + row.change());
            row.clearsAt()
                    .ifPresent(clears -> out.println("      not before: " + from(clears, zones)));
        } else if (!isAsked(row)) {
            out.println("      " + row.change());
        } else if (row.type() == RuleType.OBLIGATION || row.type() == RuleType.RECORDING) {
            out.println("      asks: " + row.sentence());
        }
        row.inputs()
                .forEach(input ->
                        out.println(
                                "      "
                                        + input.name()
                                        + ": "
                                        + Times.withLocal(input.value(), zones)));
    }

    private static String mark(Explanation.Row row) {
        return switch (row.answer()) {
            case REFUSES -> "NO ";
            case PASSES -> "yes";
            case NOT_CONCERNED -> " - ";
            case SWITCHED_OFF -> "off";
        };
    }
}
