package org.rightparty.compliance.offsite;

/// A checkpoint that did not arrive. The message is a kind of failure without any particulars.
public final class OutletFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutletFailure(String kind, Throwable cause) {
        super(kind, cause);
    }

    public OutletFailure(String kind) {
        super(kind);
    }
}
