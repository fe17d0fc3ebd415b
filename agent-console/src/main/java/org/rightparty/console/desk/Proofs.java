package org.rightparty.console.desk;

import java.util.List;

/// What a person proved identity with, as the event of the call keeps it: an agent need not ask
/// twice because the program was started anew.
public final class Proofs {
    /// The event that says so.
    public static final String EVENT = "identity-verified";

    /// Its particular: the proofs, with a space between them.
    public static final String PARTICULAR = "proofs";

    private Proofs() {}

    public static String write(List<String> proofs) {
        return String.join(" ", proofs);
    }

    public static List<String> read(String written) {
        return written.isBlank() ? List.of() : List.of(written.strip().split(" +"));
    }
}
