package org.rightparty.compliance.verifier;

/// A proof that does not hold; the message says what is wrong, for people.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refused(String message) {
        super(message);
    }
}
