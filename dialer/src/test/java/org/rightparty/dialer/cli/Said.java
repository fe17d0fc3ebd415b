package org.rightparty.dialer.cli;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;

/// What a command said, run as the shell runs it.
///
/// @param out what it found or did
/// @param err what went wrong
public record Said(int code, String out, String err) {
    public static Said of(CommandLine command, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                OneLine.of(command)
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(words);
        return new Said(code, out.toString(), err.toString());
    }

    public String text() {
        return out + err;
    }
}
