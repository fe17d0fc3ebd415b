package org.rightparty.console.web;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The cookie that holds a session's token: no script reads it, no other site sends it.
final class SessionCookie {
    static final String NAME = "rightparty";
    private static final Pattern TOKEN =
            Pattern.compile("(?:^|;\\s*)" + NAME + "=([A-Za-z0-9_-]{43})(?:;|$)");

    private SessionCookie() {}

    static String holding(String token, boolean https) {
        return NAME + "=" + token + attributes(https);
    }

    static String cleared(boolean https) {
        return NAME + "=; Max-Age=0" + attributes(https);
    }

    /// The token in a `Cookie` header.
    static Optional<String> token(@Nullable String cookieHeader) {
        Matcher matcher = TOKEN.matcher(cookieHeader == null ? "" : cookieHeader);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String attributes(boolean https) {
        return "; Path=/; HttpOnly; SameSite=Strict" + (https ? "; Secure" : "");
    }
}
