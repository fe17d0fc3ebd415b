package org.rightparty.dialer.simulation.file;

/// A scenario that cannot be used. Its message is one line: where in the file, what is wrong, how
/// to mend it.
public final class UnusableScenario extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnusableScenario(String path, String what, String mend) {
        super((path.isEmpty() ? "the file" : path) + " " + what + "; " + mend);
    }
}
