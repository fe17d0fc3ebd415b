package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Terms;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// LICENCE: in every place that the call reaches and that requires a licence, we hold one. That a
/// place requires one is known from the rulebook or from the house's own list.
final class Licensed {
    private Licensed() {}

    static Optional<Finding> check(Case call, Terms.Licence terms, Instant at) {
        List<Papers.Licence> known = call.facts().papers().licences();
        Set<String> required = new HashSet<>(terms.requiredIn());
        known.stream()
                .filter(licence -> licence.requires(at))
                .forEach(licence -> required.add(licence.jurisdiction()));
        required.retainAll(call.facts().whereabouts(at).jurisdictions());
        for (Papers.Licence licence : known) {
            if (licence.valid(at)) {
                required.remove(licence.jurisdiction());
            }
        }
        return required.isEmpty() ? Optional.empty() : Optional.of(Finding.NEVER);
    }
}
