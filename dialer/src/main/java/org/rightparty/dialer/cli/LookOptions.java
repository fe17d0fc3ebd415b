package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.AuditEntry.Actor;
import org.rightparty.compliance.ledger.AuditEntry.Subject;
import org.rightparty.dialer.Clocks;
import org.rightparty.vocabulary.AgentId;

import picocli.CommandLine.Option;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Who looks at a person at the command line. Every look is an entry of the ledger.
final class LookOptions {
    @Option(
            names = "--by",
            paramLabel = "LOGIN",
            description =
                    "officer who looks, for the ledger; default: the command, with the name of the"
                            + " system's user")
    private @Nullable String by;

    /// @param kind what is looked at, `person.explained`
    /// @param detail without anything personal
    /// @param officers finds an officer or administrator by log-in name
    /// @throws NotDone when nobody of that name is one
    AuditEntry entry(
            String kind,
            Subject subject,
            Map<String, Object> detail,
            Function<String, Optional<AgentId>> officers) {
        Map<String, Object> told = new TreeMap<>(detail);
        if (by == null) {
            told.put("system_user", System.getProperty("user.name", ""));
        }
        return new AuditEntry(Clocks.WALL.instant(), kind, actor(officers), subject, told);
    }

    private Actor actor(Function<String, Optional<AgentId>> officers) {
        return by == null ? new Actor("command") : Actor.agent(officer(by, officers));
    }

    /// For a command that shows what it was asked for before it can say how much that was.
    ///
    /// @throws NotDone when nobody of that name is an officer
    void check(Function<String, Optional<AgentId>> officers) {
        if (by != null) {
            officer(by, officers);
        }
    }

    private static AgentId officer(String login, Function<String, Optional<AgentId>> officers) {
        return officers.apply(login)
                .orElseThrow(() ->
                        new NotDone(
                                "no officer or administrator has the log-in name " + login,
                                "the page Administration (#/administration) shows who has"));
    }
}
