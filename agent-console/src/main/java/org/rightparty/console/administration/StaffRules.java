package org.rightparty.console.administration;

import org.rightparty.vocabulary.Role;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What logins, names, roles and passwords must be.
public final class StaffRules {
    /// As long as NIST SP 800-63B section 3.1.1.2 asks at least; log-in itself takes up to 256.
    public static final int PASSWORD_CHARACTERS_MIN = 8;

    public static final int PASSWORD_CHARACTERS_MAX = 256;
    private static final int NAME_CHARACTERS_MAX = 80;
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9._-]{2,64}");

    private StaffRules() {}

    /// What is wrong with it, as a sentence; empty when nothing is.
    public static Optional<String> ofPassword(String password, String login) {
        if (password.length() < PASSWORD_CHARACTERS_MIN) {
            return Optional.of("A password has at least eight characters.");
        } else if (password.length() > PASSWORD_CHARACTERS_MAX) {
            return Optional.of("A password has at most 256 characters.");
        } else if (password.equalsIgnoreCase(login)) {
            return Optional.of("The password is the login. Choose another.");
        }
        return Optional.empty();
    }

    /// What is wrong with a newcomer, as a sentence; empty when nothing is.
    public static Optional<String> ofNewcomer(String login, String name, Set<Role> roles) {
        if (!LOGIN.matcher(login).matches()) {
            return Optional.of(
                    "A login has 2 to 64 small letters, digits, dots, hyphens and underscores.");
        } else if (name.isBlank() || name.length() > NAME_CHARACTERS_MAX) {
            return Optional.of("Give a name of at most 80 characters.");
        } else if (roles.isEmpty()) {
            return Optional.of("Give at least one role.");
        }
        return Optional.empty();
    }
}
