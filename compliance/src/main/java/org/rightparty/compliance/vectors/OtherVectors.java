package org.rightparty.compliance.vectors;

import org.rightparty.compliance.abandonment.AbandonmentBudget;
import org.rightparty.compliance.abandonment.AbandonmentTally;
import org.rightparty.compliance.abandonment.SafeHarbour;
import org.rightparty.compliance.gate.RecordingConsent;
import org.rightparty.compliance.rules.BusinessDays;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.rules.Terms;
import org.rightparty.compliance.zones.ZoneTables;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The kinds of test that are no call's decision: abandonment, time to connect, recording,
/// deadlines, zones.
final class OtherVectors {
    private static final String UNITED_STATES = "US";
    private static final VectorBooks.Wanted LAW =
            new VectorBooks.Wanted(Map.of(), true, false, -1, 0);

    private final Rulebooks law;
    private final ZoneTables zones;

    OtherVectors(VectorBooks books, ZoneTables zones) {
        this.law = books.of(LAW);
        this.zones = zones;
    }

    TestedCase abandonRate(Fields fields, String id, String title) {
        SafeHarbour harbour = harbour(fields, fields.text("rule_id"));
        AbandonmentTally tally =
                new AbandonmentTally(
                        fields.number("answered_live"), fields.number("abandoned"), 0, 0);
        long ahead = fields.number("in_flight_overdial", 0);
        String actual = new AbandonmentBudget(harbour, tally).ruling(ahead).name();
        return compared(fields, id, title, actual);
    }

    private SafeHarbour harbour(Fields fields, String ruleId) {
        return law.rows().stream()
                .map(Rulebooks.Row::rule)
                .filter(rule -> rule.id().equals(ruleId))
                .map(Rule::terms)
                .filter(Terms.Abandonment.class::isInstance)
                .map(terms -> ((Terms.Abandonment) terms).harbour())
                .findFirst()
                .orElseThrow(() ->
                        fields.wrong("rule_id", "no row of the rulebooks measures abandonment so"));
    }

    /// By the house's own row. Nobody on the line at all is abandoned too.
    TestedCase connectTime(Fields fields, String id, String title) {
        SafeHarbour harbour = harbour(fields, fields.text("rule_id", "POLICY-ABN"));
        long greeting = fields.number("greeting_end_ms");
        boolean inTime =
                fields.has("agent_bridge_ms")
                        && harbour.inTime(
                                Duration.ofMillis(fields.number("agent_bridge_ms") - greeting));
        return compared(fields, id, title, inTime ? "CONNECTED_IN_TIME" : "ABANDONED");
    }

    TestedCase recording(Fields fields, String id, String title) {
        List<String> states = fields.texts("states");
        boolean announced = fields.flag("announced");
        Set<String> places = new HashSet<>(Set.of(UNITED_STATES));
        boolean unknown = states.isEmpty();
        for (String state : states) {
            String code = state.contains("-") ? state : UNITED_STATES + "-" + state;
            unknown |= !zones.regions().containsKey(code);
            places.add(code);
        }
        String actual = RecordingConsent.decide(law, places, unknown, announced).name();
        return compared(fields, id, title, actual);
    }

    TestedCase deadline(Fields fields, String id, String title) {
        LocalDate received = fields.required("received", fields.day("received"));
        int days = Math.toIntExact(fields.number("business_days"));
        Set<LocalDate> holidays = Set.copyOf(fields.days("holidays"));
        LocalDate actual = BusinessDays.after(received, days, holidays);
        Fields expect = fields.required("expect", fields.object("expect"));
        LocalDate expected = expect.required("honor_by", expect.day("honor_by"));
        end(fields, expect);
        return TestedCase.of(
                id, title, actual.equals(expected), expected.toString(), actual.toString());
    }

    TestedCase zoneDerivation(Fields fields, String id, String title) {
        Set<String> actual = new TreeSet<>();
        fields.optional("number_prefix")
                .flatMap(prefix -> zones.of(number(fields, prefix)))
                .ifPresent(found -> found.zones().forEach(zone -> actual.add(zone.getId())));
        fields.optional("zip")
                .flatMap(zip -> zones.of(UNITED_STATES, "", zip))
                .ifPresent(found -> found.zones().forEach(zone -> actual.add(zone.getId())));
        Fields expect = fields.required("expect", fields.object("expect"));
        Set<String> expected = new TreeSet<>(expect.texts("zones"));
        end(fields, expect);
        boolean same = actual.equals(expected) || clocks(actual).equals(clocks(expected));
        return TestedCase.of(id, title, same, expected.toString(), actual.toString());
    }

    /// Zones whose clocks go alike are one.
    private static Set<Object> clocks(Set<String> names) {
        return names.stream()
                .map(name -> ZoneId.of(name).getRules())
                .map(rules ->
                        List.of(
                                rules.getTransitionRules(),
                                rules.getStandardOffset(java.time.Instant.MAX)))
                .collect(Collectors.toSet());
    }

    /// Any number that begins so.
    private static PhoneNumber number(Fields fields, String prefix) {
        String digits = prefix.replace("*", "").replace(" ", "");
        try {
            return new PhoneNumber(
                    digits.length() < 12
                            ? digits + "5550100".substring(digits.length() - 5)
                            : digits);
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException wrong) {
            throw fields.wrong("number_prefix", "not the beginning of a number");
        }
    }

    private static TestedCase compared(Fields fields, String id, String title, String actual) {
        Fields expect = fields.required("expect", fields.object("expect"));
        String expected = expect.text("decision");
        expect.ignore("reason");
        end(fields, expect);
        return TestedCase.of(id, title, expected.equals(actual), expected, actual);
    }

    private static void end(Fields fields, Fields expect) {
        expect.end();
        fields.ignore("note", "citation");
        fields.end();
    }
}
