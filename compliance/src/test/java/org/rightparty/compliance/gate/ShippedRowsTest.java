package org.rightparty.compliance.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rightparty.compliance.postgres.PostgresRulebooks;
import org.rightparty.compliance.rules.Provenance;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.RuleType;
import org.rightparty.compliance.rules.Strength;
import org.rightparty.compliance.rules.Terms;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which rows ship, what each rests on, and that nothing that nobody read in the law is active.
final class ShippedRowsTest {
    /// Costs of a call to a mobile number are not known to the program.
    private static final Set<String> SWITCHED_OFF = Set.of("US-WA-CELL");

    private static final Map<String, Rule> ROWS =
            PostgresRulebooks.SHIPPED.stream()
                    .flatMap(name -> Books.read(name).rules().stream())
                    .collect(Collectors.toMap(Rule::id, rule -> rule));

    static Stream<Arguments> catalogue() {
        return Stream.of(
                Arguments.of(
                        Provenance.VERIFIED,
                        """
                        AU-RG96-HRS AU-RG96-WORK CA-ON-3IN7 CA-ON-NOTICE6 CA-QC-HRS
                        UK-OFCOM-ABN US-DC-4IN7 US-DC-5MSG US-DC-COOLDOWN US-DC-HRS
                        US-DC-OPTOUT US-FED-3P US-FED-7IN7 US-FED-ALIAS US-FED-ATTY
                        US-FED-CEASE US-FED-COOLDOWN US-FED-DEAD US-FED-DISPUTE US-FED-HRS
                        US-FED-IDENT US-FED-LCM US-FED-LOC1 US-FED-MEDIUM US-FED-MINOR
                        US-FED-MM US-FED-NUMBER US-FED-OPTOUT-LINE US-FED-OVERSHADOW
                        US-FED-PLACE US-FED-PREF-PLACE US-FED-PREF-TIME US-FED-TBD
                        US-FED-TEXT US-FED-VALID US-FED-WORK US-FED-WORKMAIL US-FL-HRS
                        US-ID-THEFT US-MA-2IN30 US-MA-2IN7 US-MA-HRS US-MA-HRS-HOUSEHOLD
                        US-MA-WORK US-MA-WORK-NOTICE US-TCPA-PROT US-TCPA-RND US-WA-1WORK
                        US-WA-3WK US-WA-CELL US-WA-HRS US-WV-10CONV US-WV-30WK
                        """),
                Arguments.of(
                        Provenance.SECONDARY,
                        """
                        AU-3WK BR-0303 BR-AM-HRS BR-ES-HRS BR-RJ-HRS BR-SP-HRS
                        CA-CRTC-DNCL CA-CRTC-HRS CA-CRTC-IDNC CA-ON-HRS IN-RBI-BEREAVEMENT
                        IN-RBI-HRS IN-RBI-REC UK-GDPR-NOTICE US-AL-SOL US-CT-SOL
                        US-FCC-ABN US-FCC-DNC US-FCC-IDNC US-FED-RECORD US-FL-FTSA
                        US-FL-FTSA-3IN24 US-FL-FTSA-CONSENT US-FTC-ABN US-KY-SOL US-LA-SOL
                        US-LICENCE US-MD-SOL US-MI-SOL US-MN-SOL US-MS-SOL US-NM-SOL
                        US-NYC-3IN7 US-OK-SOL US-OR-WORK US-OR-WORK-NEVER US-PA-SOL US-RI-SOL
                        US-TCPA-ID US-TCPA-LANDLINE US-TCPA-VOICE US-TX-301 US-UT-SOL US-WY-SOL
                        """),
                Arguments.of(
                        Provenance.MEMORY,
                        """
                        AU-10MO CA-CRTC-ABN UK-FCA-HRS UK-OFCOM-72H US-BK US-CA-7IN7
                        US-CA-LICENCE-NUMBER US-FCC-HRS US-MED US-NH-HRS US-NH-WORK
                        US-NY-DISCLOSURE US-NYC-2IN7 US-OR-WORK-HOME-FIRST US-SCRA
                        """));
    }

    /// What is known of states and cities, part by part, and the rows that hold it.
    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of("Massachusetts: contacts", "US-MA-2IN7 US-MA-2IN30"),
                Arguments.of("Massachusetts: workplace", "US-MA-WORK US-MA-WORK-NOTICE"),
                Arguments.of("Massachusetts: hours", "US-MA-HRS US-MA-HRS-HOUSEHOLD"),
                Arguments.of("Washington: contacts, hours", "US-WA-3WK US-WA-1WORK US-WA-HRS"),
                Arguments.of("Washington: at the recipient's cost", "US-WA-CELL"),
                Arguments.of("New York City, new and old", "US-NYC-3IN7 US-NYC-2IN7"),
                Arguments.of("New York", "US-NY-DISCLOSURE"),
                Arguments.of("District of Columbia: calls", "US-DC-4IN7 US-DC-COOLDOWN US-DC-HRS"),
                Arguments.of("District of Columbia: the written word", "US-DC-5MSG US-DC-OPTOUT"),
                Arguments.of("West Virginia", "US-WV-30WK US-WV-10CONV"),
                Arguments.of("Florida: collection", "US-FL-HRS"),
                Arguments.of("Florida: sales", "US-FL-FTSA US-FL-FTSA-3IN24 US-FL-FTSA-CONSENT"),
                Arguments.of("Texas: sales", "US-TX-301"),
                Arguments.of("Oregon", "US-OR-WORK US-OR-WORK-HOME-FIRST US-OR-WORK-NEVER"),
                Arguments.of("New Hampshire", "US-NH-HRS US-NH-WORK"),
                Arguments.of("California", "US-CA-7IN7 US-CA-LICENCE-NUMBER"),
                Arguments.of("left to counsel", inEach("HOUSE-HRS-", "NC MI CT NV LA TX GA CO PA")),
                Arguments.of(
                        "sales calendars",
                        inEach("US-", "AL LA MS RI UT PA CT KY MI MN NM MD OK WY", "-SOL")),
                Arguments.of(
                        "recording with everybody's consent",
                        inEach("HOUSE-RECORD-", "CA FL IL MD MA MT NH PA WA CT DE NV MI OR")),
                Arguments.of(
                        "recording where a state is not known",
                        "HOUSE-RECORD-UNKNOWN HOUSE-RECORD-UNKNOWN-HERE"),
                Arguments.of("licences", "US-LICENCE HOUSE-LICENCE"));
    }

    private static String inEach(String before, String states) {
        return inEach(before, states, "");
    }

    private static String inEach(String before, String states, String after) {
        return Stream.of(states.split(" "))
                .map(state -> before + state + after)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("states")
    void holds_all_that_is_known_of_states_and_cities(String what, String ids) {
        assertThat(ROWS.keySet()).as(what).contains(ids.split(" "));
    }

    /// Of the law of Oregon and New Hampshire nothing was read in the primary text.
    @Test
    void tells_of_what_was_not_read_in_the_citation_or_the_provenance() {
        assertThat(ROWS.values())
                .filteredOn(rule -> rule.citation().contains("from memory"))
                .isNotEmpty()
                .noneMatch(Rule::active);
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void ships_each_row_of_law_with_where_it_was_read(Provenance provenance, String ids) {
        assertThat(
                        ROWS.values().stream()
                                .filter(rule -> rule.provenance() == provenance)
                                .map(Rule::id))
                .containsExactlyInAnyOrder(ids.strip().split("\\s+"));
    }

    @Test
    void keeps_what_nobody_read_in_the_law_inactive_and_the_rest_active() {
        assertThat(ROWS.values())
                .filteredOn(rule -> rule.provenance() != Provenance.HOUSE)
                .allMatch(rule ->
                        rule.active()
                                == (rule.provenance() == Provenance.VERIFIED
                                        && !SWITCHED_OFF.contains(rule.id())));
    }

    @ParameterizedTest
    @EnumSource(RuleType.class)
    void has_a_row_of_every_type(RuleType type) {
        assertThat(ROWS.values()).anyMatch(rule -> rule.terms().type() == type);
    }

    /// A hold that can be set bars calls, whatever the country and whoever owns the debt; an SCRA
    /// one obliges to a review instead.
    @Test
    void bars_calls_for_every_hold_everywhere() {
        List<String> barred =
                ROWS.values().stream()
                        .filter(rule -> rule.jurisdiction().equals("*") && rule.active())
                        .filter(rule -> rule.applies().roles().isEmpty())
                        .map(Rule::terms)
                        .filter(Terms.StatusBlock.class::isInstance)
                        .map(Terms.StatusBlock.class::cast)
                        .flatMap(terms -> terms.codes().stream())
                        .toList();
        assertThat(barred)
                .contains(
                        "CEASE",
                        "ATTORNEY",
                        "BANKRUPTCY",
                        "DECEASED",
                        "DISPUTE",
                        "OC_REQUEST",
                        "IDENTITY_THEFT",
                        "MINOR",
                        "LITIGATION",
                        "INCARCERATED",
                        "COMPLAINT",
                        "DO_NOT_CALL_NUMBER",
                        "MEDIUM_OPT_OUT",
                        "WRONG_NUMBER",
                        "EMPLOYER_PROHIBITS",
                        "PLACE_INCONVENIENT",
                        "HARDSHIP",
                        "CLIENT",
                        "INSURANCE",
                        "DISASTER",
                        "BEREAVEMENT",
                        "OTHER")
                .doesNotContain("SCRA");
    }

    @Test
    void lets_nobody_override_a_statute() {
        assertThat(ROWS.values())
                .filteredOn(Rule::overridable)
                .isNotEmpty()
                .noneMatch(rule -> rule.strength() == Strength.STATUTE);
    }
}
