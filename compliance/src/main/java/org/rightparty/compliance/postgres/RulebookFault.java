package org.rightparty.compliance.postgres;

/// A file that is no rulebook: where, what, and how to mend it.
public final class RulebookFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    RulebookFault(String path, String what, String mend) {
        super(path + ": " + what + "; " + mend);
        this.sentence = path + ": " + what + "; " + mend;
    }

    /// Where, what and the mend in one line.
    public String sentence() {
        return sentence;
    }
}
