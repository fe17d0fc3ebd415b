package org.rightparty.dialer;

import org.rightparty.console.administration.StaffBook;
import org.rightparty.dialer.postgres.PostgresTables;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Role;

import java.util.Optional;

/// Who works here, by log-in name, for commands.
public final class Officers {
    private Officers() {}

    /// An officer or administrator.
    public static Optional<AgentId> officer(PostgresTables tables, String login) {
        return new AdministrationOffice(tables)
                .staff().all().stream()
                        .filter(member -> member.active() && member.login().equals(login))
                        .filter(member ->
                                member.roles().contains(Role.OFFICER)
                                        || member.roles().contains(Role.ADMIN))
                        .map(StaffBook.Member::id)
                        .findFirst();
    }
}
