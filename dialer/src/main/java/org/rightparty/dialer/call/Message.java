package org.rightparty.dialer.call;

import java.util.regex.Pattern;

/// An approved message that the telephone system may play.
///
/// @param version which one, `ABANDONED-en-3`: what the record says was played
/// @param prompt the sound that says it, in the telephone system's directory of sounds, without its
///     ending
public record Message(String version, String prompt) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

    public Message {
        if (!PLAIN.matcher(version).matches() || !PLAIN.matcher(prompt).matches()) {
            throw new IllegalArgumentException("not plain names: " + version + ", " + prompt);
        }
    }
}
