package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Terms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// CONSENT_REQUIRED: a consent must stand for this number.
///
/// A number's source can itself be proof: one that the consumer gave to the creditor for the debt
/// is consent to be called on it about the debt (FCC 07-232, paragraph 9). A consent that ended,
/// whether it was taken back or ran out, outweighs the source.
final class ConsentRequired {
    private ConsentRequired() {}

    static Optional<Finding> check(Case call, Terms.ConsentRequired terms, Instant at) {
        List<Consent> given =
                call.facts().consents().stream()
                        .filter(consent -> consent.kind().equals(terms.consent()))
                        .filter(consent -> consent.covers(call.facts()))
                        .toList();
        boolean stands = given.stream().anyMatch(consent -> consent.stands(at));
        boolean implied =
                given.isEmpty() && terms.impliedBy().contains(call.facts().phone().source());
        return stands || implied ? Optional.empty() : Optional.of(Finding.NEVER);
    }
}
