package org.rightparty.dialer.placement;

/// A file or mapping that cannot be used at all. Its message is one line for the person who gave
/// it: where, what is wrong, and how to mend it.
public final class UnusableFile extends RuntimeException {
    private static final long serialVersionUID = 1;

    private UnusableFile(String message) {
        super(message);
    }

    public static UnusableFile of(String what, String mend) {
        return new UnusableFile(what + "; " + mend);
    }

    /// @param file the file's name
    public UnusableFile in(String file) {
        return new UnusableFile(file + ": " + getMessage());
    }
}
