package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Applies;
import org.rightparty.compliance.rules.Channel;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.zones.Whereabouts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// One request with its facts and the rulebooks, put to the rules at one instant or another.
record Case(DialRequest request, DialFacts facts, Rulebooks books) {

    /// The rows that hold for this call at `at`, in precedence.
    List<Rulebooks.Row> rows(Instant at) {
        Whereabouts where = facts.whereabouts(at);
        return books.rows().stream().filter(row -> reaches(row.rule(), where, at)).toList();
    }

    Set<ZoneId> zones(Instant at) {
        return facts.whereabouts(at).zones();
    }

    private boolean reaches(Rule rule, Whereabouts where, Instant at) {
        Applies applies = rule.applies();
        return rule.holdsIn(where.jurisdictions())
                && applies.to(Channel.VOICE, facts.purpose())
                && applies.to(request.mode(), facts.debt().role(), facts.phone().lineType())
                && CallingHours.effective(rule, where.zones(), at);
    }
}
