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
            new VectorBooks.Wanted(Map.of(), Set.of(), false, 0, 0, false);

    private static final int BUSINESS_DAYS_MAX = 10_000;

    private final Rulebooks law;
    private final ZoneTables zones;

    private enum Answered {
        CONNECTED_IN_TIME,
        ABANDONED
    }

    OtherVectors(VectorBooks books, ZoneTables zones) {
        this.law = books.of(LAW);
        this.zones = zones;
    }

    TestedCase abandonRate(Fields fields, String id, String title) {
        SafeHarbour harbour = harbour(fields, fields.text("rule_id"));
        int answered = fields.count("answered_live");
        int abandoned = fields.count("abandoned");
        if (abandoned > answered) {
            throw fields.wrong("abandoned", "more than were answered");
        }
        AbandonmentTally tally = new AbandonmentTally(answered, abandoned, 0, 0);
        int ahead = fields.count("in_flight_overdial", 0);
        return compared(fields, id, title, new AbandonmentBudget(harbour, tally).ruling(ahead));
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
        int greeting = fields.count("greeting_end_ms");
        boolean inTime =
                fields.has("agent_bridge_ms")
                        && harbour.inTime(
                                Duration.ofMillis(fields.count("agent_bridge_ms") - greeting));
        return compared(
                fields, id, title, inTime ? Answered.CONNECTED_IN_TIME : Answered.ABANDONED);
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
        return compared(
                fields, id, title, RecordingConsent.decide(law, places, unknown, announced));
    }

    TestedCase deadline(Fields fields, String id, String title) {
        LocalDate received = fields.required("received", fields.day("received"));
        int days = fields.count("business_days");
        if (days > BUSINESS_DAYS_MAX) {
            throw fields.wrong("business_days", "more than " + BUSINESS_DAYS_MAX);
        }
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
        fields.optional("number_prefix").stream()
                .flatMap(prefix -> zones.of(number(fields, prefix)).stream())
                .forEach(found -> found.zones().forEach(zone -> actual.add(zone.getId())));
        fields.optional("zip").filter(zip -> isZip(fields, zip)).stream()
                .flatMap(zip -> zones.of(UNITED_STATES, "", zip).stream())
                .forEach(found -> found.zones().forEach(zone -> actual.add(zone.getId())));
        Fields expect = fields.required("expect", fields.object("expect"));
        Set<String> expected = new TreeSet<>(expect.texts("zones"));
        end(fields, expect);
        boolean same = actual.equals(expected) || clocks(actual).equals(clocks(expected));
        return TestedCase.of(id, title, same, expected.toString(), actual.toString());
    }

    private static boolean isZip(Fields fields, String zip) {
        if (!zip.matches("\\d{5}(-?\\d{4})?")) {
            throw fields.wrong("zip", "not a ZIP code like 46402");
        }
        return true;
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

    /// Any number that begins so; one without a plus is of North America.
    private static PhoneNumber number(Fields fields, String prefix) {
        String bare = prefix.replace("*", "").replace(" ", "");
        String digits = (bare.startsWith("+") ? "" : bare.startsWith("1") ? "+" : "+1") + bare;
        try {
            return new PhoneNumber(
                    digits.length() < 12
                            ? digits + "5550100".substring(digits.length() - 5)
                            : digits);
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException wrong) {
            throw fields.wrong("number_prefix", "not the beginning of a number");
        }
    }

    private static <E extends Enum<E>> TestedCase compared(
            Fields fields, String id, String title, E actual) {
        Fields expect = fields.required("expect", fields.object("expect"));
        E expected =
                expect.required("decision", expect.word("decision", actual.getDeclaringClass()));
        expect.ignore("reason");
        end(fields, expect);
        return TestedCase.of(id, title, expected == actual, expected.name(), actual.name());
    }

    private static void end(Fields fields, Fields expect) {
        expect.end();
        fields.ignore(Words.FOR_READERS);
        fields.end();
    }
}
