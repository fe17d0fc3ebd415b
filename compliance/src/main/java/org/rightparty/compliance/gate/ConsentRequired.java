package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Terms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// CONSENT_REQUIRED: a consent must stand for this number.
///
/// A row may take a number's source for proof: one that the consumer gave for the debt is consent
/// to be called on it about the debt (FCC 07-232, paragraph 9). That a client's file holds it says
/// nothing of how the client came by it. A consent that ended, whether it was taken back or ran
/// out, outweighs the source. A number that became a mobile one a few days ago may be called
/// without (47 CFR 64.1200(a)(1)(iv)).
final class ConsentRequired {
    private ConsentRequired() {}

    static Optional<Finding> check(Case call, Rule rule, Terms.ConsentRequired terms, Instant at) {
        boolean implied =
                given(call, terms.consent()).isEmpty()
                        && terms.impliedBy().contains(call.facts().phone().source());
        boolean fine =
                implied
                        || stands(call, terms.consent(), at)
                        || portedLately(call, terms, at)
                        || Contacts.excused(call, rule, at);
        return fine ? Optional.empty() : Optional.of(Finding.NEVER);
    }

    static boolean stands(Case call, String kind, Instant at) {
        return given(call, kind).stream().anyMatch(consent -> consent.stands(at));
    }

    private static List<Consent> given(Case call, String kind) {
        return call.facts().consents().stream()
                .filter(consent -> consent.kind().equals(kind))
                .filter(consent -> consent.covers(call.facts()))
                .toList();
    }

    private static boolean portedLately(Case call, Terms.ConsentRequired terms, Instant at) {
        return call.facts()
                .phone()
                .history()
                .portedAt()
                .filter(ported -> !at.isBefore(ported))
                .filter(ported -> !at.isAfter(ported.plus(terms.portedWithin())))
                .filter(_ -> terms.portedWithin().isPositive())
                .isPresent();
    }
}
