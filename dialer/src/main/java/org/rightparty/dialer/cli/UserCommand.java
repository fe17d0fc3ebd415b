package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.console.administration.By;
import org.rightparty.console.administration.StaffBook;
import org.rightparty.console.administration.StaffBook.Member;
import org.rightparty.console.administration.StaffRules;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.people.People.Line;
import org.rightparty.vocabulary.Role;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// `user add|list|set-password|set-line|disable|unlock`: the people who log in.
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "The people who log in: agents, supervisors, officers and administrators.",
            "Works on the configured database, also while the program runs.",
            "A password is asked for, or comes by the standard input or --password-file.",
            "On a real Asterisk a new or changed line works once asterisk-config was run again."
        },
        subcommands = CommandLine.HelpCommand.class)
public final class UserCommand {
    private static final String CHOSEN = "Small letters, digits, dots, hyphens; logged in with.";
    private static final String DESK_PHONE =
            "A SIP telephone on the desk, instead of the softphone in the page.";
    private static final String WHOSE = "Whose log-in, as user list shows it.";

    private final Administration.Opening opening;

    @Spec private @Nullable CommandSpec spec;

    public UserCommand(Administration.Opening opening) {
        this.opening = opening;
    }

    private interface Work {
        void on(Administration office, By by);
    }

    private int with(SettingsOptions settings, Work work) {
        try (Administration office = opening.open(settings.read())) {
            work.on(office, By.command(office.now()));
            return 0;
        }
    }

    private void say(String line) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(line);
        out.flush();
    }

    static void check(Answer answer) {
        if (answer instanceof Answer.Declined declined) {
            throw nothingChanged(declined.sentence());
        }
    }

    private static NotDone nothingChanged(String sentence) {
        return new NotDone(sentence.replaceFirst("\\.$", ""), "nothing was changed");
    }

    private static Member member(StaffBook staff, String login) {
        return staff.all().stream()
                .filter(member -> member.login().equals(login))
                .findFirst()
                .orElseThrow(() ->
                        new NotDone(
                                "nobody has the login " + login,
                                "./rightparty user list shows who is here"));
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Enters a person, who may log in at once.")
    int add(
            @Mixin SettingsOptions settings,
            @Mixin PasswordOption password,
            @Parameters(paramLabel = "LOGIN", description = CHOSEN) String login,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "ROLE",
                            description = "agent, supervisor, officer or admin; may be repeated.")
                    List<Role> roles,
            @Option(
                            names = "--name",
                            paramLabel = "NAME",
                            defaultValue = "",
                            description = "The name colleagues see (default: the login).")
                    String name,
            @Option(names = "--desk-phone", description = DESK_PHONE) boolean deskPhone) {
        String shown = name.isBlank() ? login : name;
        Set<Role> held = Set.copyOf(roles);
        Line.Kind phone = deskPhone ? Line.Kind.DESK : Line.Kind.BROWSER;
        return with(
                settings,
                (office, by) -> {
                    requireAddable(office.staff(), login, shown, held);
                    String hash = office.hash(password.read(login));
                    String sip = office.lineSecret();
                    check(
                            office.staff()
                                    .add(
                                            new StaffBook.Newcomer(
                                                    login, shown, held, hash, phone, sip),
                                            by));
                    Member entered = member(office.staff(), login);
                    say(login + " may log in as " + words(held) + "; line " + entered.line());
                    tellLine(entered, sip);
                });
    }

    /// Before anybody thinks of a password for it.
    private static void requireAddable(
            StaffBook staff, String login, String shown, Set<Role> roles) {
        StaffRules.ofNewcomer(login, shown, roles)
                .ifPresent(fault -> {
                    throw nothingChanged(fault);
                });
        if (staff.all().stream().anyMatch(member -> member.login().equals(login))) {
            throw new NotDone(
                    "Somebody has this login already",
                    "choose another, or give a new password with ./rightparty user set-password "
                            + login);
        }
    }

    @Command(
            name = "set-line",
            mixinStandardHelpOptions = true,
            description = {
                "Gives a desk phone or the softphone, and a new SIP secret.",
                "Without an option it stays what it is and gets a new secret."
            })
    int setLine(
            @Mixin SettingsOptions settings,
            @Parameters(paramLabel = "LOGIN", description = WHOSE) String login,
            @Option(names = "--desk-phone", description = DESK_PHONE) boolean deskPhone,
            @Option(names = "--softphone", description = "The softphone in the page.")
                    boolean softphone) {
        if (deskPhone && softphone) {
            throw new NotDone("a line is a desk phone or a softphone", "give one of the options");
        }
        return with(
                settings,
                (office, by) -> {
                    Member member = member(office.staff(), login);
                    Line.Kind other = softphone ? Line.Kind.BROWSER : member.phone();
                    Line.Kind phone = deskPhone ? Line.Kind.DESK : other;
                    String sip = office.lineSecret();
                    check(office.staff().setLine(member.id(), phone, sip, by));
                    say(login + " has line " + member.line() + ", " + words(phone));
                    tellLine(member(office.staff(), login), sip);
                    say("Whose desk stands open, opens it anew.");
                });
    }

    /// The page gives a softphone its secret; nobody but us can tell it a desk phone.
    private void tellLine(Member member, String secret) {
        if (member.phone() == Line.Kind.DESK) {
            say("SIP user " + member.sipUser() + ", secret " + secret + " (shown this once)");
        }
        say("With a real Asterisk: run asterisk-config again and reload it for this line to work.");
    }

    private static String words(Line.Kind phone) {
        return switch (phone) {
            case BROWSER -> "softphone";
            case DESK -> "desk phone";
        };
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists everybody with roles and line.")
    int list(@Mixin SettingsOptions settings) {
        return with(
                settings,
                (office, by) -> {
                    List<Member> all = office.staff().all();
                    for (Member member : all) {
                        say(
                                "%-20s %-28s line %-6s %-10s %-10s %s"
                                        .formatted(
                                                member.login(),
                                                words(member.roles()),
                                                member.line(),
                                                words(member.phone()),
                                                member.active() ? "may log in" : "disabled",
                                                member.name()));
                    }
                    if (all.isEmpty()) {
                        say("nobody; the first: ./rightparty user add LOGIN --role admin");
                    }
                });
    }

    @Command(
            name = "set-password",
            mixinStandardHelpOptions = true,
            description = "Gives a new password; the person's open sessions end.")
    int setPassword(
            @Mixin SettingsOptions settings,
            @Mixin PasswordOption password,
            @Parameters(paramLabel = "LOGIN", description = WHOSE) String login) {
        return with(
                settings,
                (office, by) -> {
                    Member member = member(office.staff(), login);
                    String hash = office.hash(password.read(login));
                    check(office.staff().setPassword(member.id(), hash, by));
                    say(login + " has a new password");
                });
    }

    @Command(
            name = "disable",
            mixinStandardHelpOptions = true,
            description = "Closes a log-in; the person's open sessions end.")
    int disable(
            @Mixin SettingsOptions settings,
            @Parameters(paramLabel = "LOGIN", description = WHOSE) String login) {
        return with(
                settings,
                (office, by) -> {
                    check(office.staff().disable(member(office.staff(), login).id(), by));
                    say(login + " may not log in any more");
                });
    }

    @Command(
            name = "unlock",
            mixinStandardHelpOptions = true,
            description = "Opens a log-in that was disabled, or locked by wrong passwords.")
    int unlock(
            @Mixin SettingsOptions settings,
            @Parameters(paramLabel = "LOGIN", description = WHOSE) String login) {
        return with(
                settings,
                (office, by) -> {
                    check(office.staff().unlock(member(office.staff(), login).id(), by));
                    say(login + " may log in");
                });
    }

    private static String words(Set<Role> roles) {
        return roles.stream()
                .sorted()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
