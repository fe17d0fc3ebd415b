package org.rightparty.dialer.cli;

import org.rightparty.console.desk.Answer;

import java.nio.file.Path;

/// A command that could not do what was asked. Its message is one line for the person who asked:
/// what is wrong, and what to do about it.
public final class NotDone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotDone(String what, String mend) {
        super(what + "; " + mend);
    }

    /// @param fault of the option of that name
    static NotDone of(Answer.Fault fault) {
        return new NotDone("--" + fault.field() + " is out of its range", fault.sentence());
    }

    /// @param unusable why the file cannot be used
    NotDone(Path file, RuntimeException unusable) {
        super(file + ": " + unusable.getMessage(), unusable);
    }
}
