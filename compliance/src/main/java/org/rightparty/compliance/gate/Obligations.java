package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Duty;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.rules.Terms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// OBLIGATION and RECORDING rows: they refuse nothing, the permit carries what they ask for. Of
/// two rows with one code the first in precedence is kept.
final class Obligations {
    private Obligations() {}

    static List<Obligation> of(Case call, Instant at) {
        Map<String, Obligation> duties = new LinkedHashMap<>();
        for (Rulebooks.Row row : call.rows(at)) {
            for (Obligation duty : of(call, row, at)) {
                duties.putIfAbsent(duty.code(), duty);
            }
        }
        return List.copyOf(duties.values());
    }

    private static List<Obligation> of(Case call, Rulebooks.Row row, Instant at) {
        List<Obligation> duties = new ArrayList<>();
        if (row.rule().terms() instanceof Terms.Obligation terms && asks(call, terms, at)) {
            duties.add(duty(row, terms.code(), terms.due()));
        }
        if (row.rule().terms() instanceof Terms.Recording terms
                && RecordingConsent.holds(terms, call.facts(), at)) {
            RecordingConsent.code(terms.consent())
                    .ifPresent(code -> duties.add(duty(row, code, Duty.BEFORE_RECORDING)));
        }
        return duties;
    }

    private static boolean asks(Case call, Terms.Obligation terms, Instant at) {
        boolean here =
                terms.places().isEmpty() || terms.places().contains(call.facts().phone().place());
        return here
                && (terms.holds().isEmpty()
                        || call.facts().holds().stream()
                                .filter(hold -> terms.holds().contains(hold.code()))
                                .anyMatch(hold -> StatusBlock.reaches(hold, call.facts(), at)));
    }

    private static Obligation duty(Rulebooks.Row row, String code, Duty due) {
        Rule rule = row.rule();
        return new Obligation(code, due, rule.id(), row.book(), rule.citation(), rule.sentence());
    }
}
