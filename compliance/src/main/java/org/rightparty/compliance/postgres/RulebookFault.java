package org.rightparty.compliance.postgres;

/// A file that is no rulebook: where, what, and how to mend it.
public final class RulebookFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RulebookFault(String path, String what, String mend) {
        super(path + ": " + what + "; " + mend);
    }
}
