package org.rightparty.dialer.placement;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A fact that a placement file may hold.
///
/// @param name the name used in mappings and rejects: `itemization_date`, `phone3_type`
/// @param aliases header names under which it is found by itself, as `bare` leaves them
public record Field(String name, Level level, List<String> aliases) {
    private static final Pattern DECORATION = Pattern.compile("[^a-z0-9]");

    public Field {
        aliases = List.copyOf(aliases);
    }

    /// How much depends on it.
    public enum Level {
        /// Without it no account (12 CFR 1006.34(c)(2) needs most of these for the notice).
        REQUIRED,
        /// Without it no call.
        CALLING,
        WANTED
    }

    /// A header name without case, blanks and punctuation.
    static String bare(String header) {
        return DECORATION.matcher(header.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
