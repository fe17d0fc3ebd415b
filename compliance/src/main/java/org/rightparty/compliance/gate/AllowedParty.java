package org.rightparty.compliance.gate;

import org.rightparty.vocabulary.DialPath;

import java.util.Optional;
import java.util.Set;

/// PARTY_NOT_ALLOWED: a consumer is handed over only to whom the law lets a collector speak of the
/// debt. Who is none of these is refused, whoever asks.
public final class AllowedParty {
    /// Those whom the law takes for the consumer, or who owe the debt themselves (15 U.S.C.
    /// 1692c(d), 1692a(3)): every rule on contacts holds for them.
    public static final Set<String> CONSUMERS =
            Set.of("COSIGNER", "GUARANTOR", "SPOUSE", "PARENT", "GUARDIAN", "EXECUTOR");

    /// Those who may hear of the debt and are no consumers of it (15 U.S.C. 1692c(b)), and our own
    /// people.
    public static final Set<String> OTHERS =
            Set.of("ATTORNEY", "CREDITOR", "CREDITOR_ATTORNEY", "COLLECTOR_ATTORNEY", "COLLEAGUE");

    static final Refusal REFUSAL =
            new Refusal(
                    "PARTY_NOT_ALLOWED",
                    "GATE",
                    "",
                    "15 U.S.C. 1692c(b), (d); 12 CFR 1006.6(a), (d)(1)",
                    "The law does not let us speak of the debt with this person.");

    private AllowedParty() {}

    static Optional<Refusal> check(DialRequest request, DialFacts facts) {
        String role = facts.person().role();
        boolean allowed =
                request.path() != DialPath.TRANSFER
                        || CONSUMERS.contains(role)
                        || OTHERS.contains(role);
        return allowed ? Optional.empty() : Optional.of(REFUSAL);
    }
}
