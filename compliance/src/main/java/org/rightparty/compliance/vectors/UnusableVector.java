package org.rightparty.compliance.vectors;

/// Something in a file of policy tests cannot be used: where, what, and how to mend it.
public final class UnusableVector extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableVector(String path, String what, String mend) {
        super(path + ": " + what + "; " + mend);
    }
}
