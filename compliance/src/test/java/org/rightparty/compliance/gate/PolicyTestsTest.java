package org.rightparty.compliance.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rightparty.compliance.postgres.PostgresRulebooks;
import org.rightparty.compliance.rules.Provenance;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.RuleType;
import org.rightparty.compliance.vectors.PolicyTests;
import org.rightparty.compliance.vectors.TestedCase;
import org.rightparty.compliance.vectors.UnusableVector;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Decisions that others wrote down from the law, and what is done with files that say nothing.
final class PolicyTestsTest {
    private static final PolicyTests TESTS = new PolicyTests();

    private static final List<TestedCase> WRITTEN =
            Stream.of("/policy-tests.json", "/policy-edges.json", "/policy-catalogue.json")
                    .flatMap(file -> TESTS.run(Books.resource(file)).stream())
                    .toList();

    /// What these refuse is said to the gate in other words by a test, or is tested elsewhere: a
    /// place as a wish, the house's two hours in GateTest.
    private static final Set<String> ELSEWHERE = Set.of("US-FED-PLACE", "HOUSE-PLACE", "HOUSE-GAP");

    static Stream<Named<TestedCase>> written() {
        return WRITTEN.stream().map(each -> Named.of(each.id() + " " + each.title(), each));
    }

    @ParameterizedTest
    @MethodSource("written")
    void decides_as_the_law_was_read(TestedCase each) {
        assertThat(each.passed()).as("%s, but %s", each.expected(), each.actual()).isTrue();
    }

    @Test
    void reaches_every_shipped_row_that_can_refuse() {
        Set<String> rows =
                PostgresRulebooks.SHIPPED.stream()
                        .flatMap(name -> Books.read(name).rules().stream())
                        .filter(rule -> rule.active() || rule.provenance() != Provenance.HOUSE)
                        .filter(rule -> rule.terms().type().compareTo(RuleType.FREQUENCY_CAP) <= 0)
                        .map(Rule::id)
                        .filter(id -> !ELSEWHERE.contains(id))
                        .collect(Collectors.toSet());
        assertThat(WRITTEN.stream().flatMap(each -> each.rows().stream())).containsAll(rows);
    }

    @Test
    void runs_them_all() {
        assertThat(written().count()).isEqualTo(168 + 695 + 1_645);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    setting                              | allowed
                    {}                                   | true
                    {"min_gap_minutes": 5}               | false
                    {"min_gap_minutes": 3}               | true
                    {"min_gap_between_calls_s": 181}     | false
                    {"min_gap_between_calls_s": 180}     | true
                    {"min_seconds_between_calls": 181}   | false
                    {"call_spacing_min": 4}              | false
                    """)
    void knows_the_time_between_two_calls_by_its_words_and_its_unit(
            String setting, boolean allowed) {
        String test =
                """
                [{"id": "X", "kind": "CALL_DECISION", "instant_utc": "2026-04-07T19:00:00Z",
                  "jurisdictions": ["US"], "debt": {"id": "D1"}, "number": {},
                  "location_evidence": [{"kind": "ADDRESS", "zones": ["America/New_York"]}],
                  "history": [{"at": "2026-04-07T18:57:00Z", "type": "CALL_PLACED", "debts": ["D1"],
                    "outcome": "RING_NO_ANSWER"}],
                  "policy": %s, "expect": {"decision": "%s", "reason": "%s"}}]
                """
                        .formatted(
                                setting,
                                allowed ? "ALLOW" : "DENY",
                                allowed ? "OK" : "POLICY_MIN_GAP");
        assertThat(TESTS.run(test))
                .extracting(TestedCase::actual)
                .first()
                .isEqualTo(allowed ? "ALLOW OK" : "DENY POLICY_MIN_GAP");
    }

    /// A toll-free number may be anywhere, so it hides nothing of what the address says.
    @ParameterizedTest
    @CsvSource({"10, DENY OUTSIDE_HOURS", "11, ALLOW OK"})
    void takes_no_place_from_a_number_that_may_be_in_more_than_ten_zones(
            int zones, String decided) {
        String many =
                Stream.of(
                                "America/Los_Angeles America/Chicago America/Denver America/Phoenix"
                                        + " America/Boise America/Anchorage Pacific/Honolulu"
                                        + " America/Adak America/Detroit America/Toronto"
                                        + " America/Halifax")
                        .flatMap(all -> Stream.of(all.split(" ")))
                        .limit(zones)
                        .collect(Collectors.joining("\", \""));
        String test =
                """
                [{"id": "X", "kind": "CALL_DECISION", "instant_utc": "2026-04-07T13:00:00Z",
                  "jurisdictions": ["US"], "debt": {"id": "D1"}, "number": {},
                  "location_evidence": [{"kind": "ADDRESS", "zones": ["America/New_York"]},
                    {"kind": "NUMBER_AREA_CODE", "zones": ["%s"]}],
                  "expect": {"decision": "ALLOW", "reason": "OK"}}]
                """
                        .formatted(many);
        assertThat(TESTS.run(test)).extracting(TestedCase::actual).containsExactly(decided);
    }

    static Stream<Arguments> unreadable() {
        String deadline = "{'kind': 'DEADLINE', 'business_days': 5, ";
        String honour = "'expect': {'honor_by': '2026-12-01'}}";
        String call = "{'kind': 'CALL_DECISION', 'instant_utc': '2026-04-07T19:00:00Z'";
        String number = ", 'number': {'e164': '+12125550100'}, 'expect': {'decision': 'ALLOW'}}";
        return Stream.of(
                Arguments.of("{'kind': 'GUESS'}", "$.vectors[0].kind: not a kind"),
                Arguments.of(
                        deadline + "'received': '2026-11-23', 'hurry': 1, " + honour,
                        "$.vectors[0].hurry: a field that is not known"),
                Arguments.of(
                        deadline + "'received': 'soon', " + honour,
                        "$.vectors[0].received: not a day"),
                Arguments.of(
                        "{'kind': 'ABANDON_RATE', 'answered_live': 1, 'abandoned': 0, "
                                + "'rule_id': 'NONE', 'expect': {'decision': 'OK'}}",
                        "$.vectors[0].rule_id: no row"),
                Arguments.of(call + "}", "$.vectors[0].debt: missing"),
                Arguments.of(
                        "{'kind': 'ZONE_DERIVATION', 'number_prefix': '+1212', "
                                + "'expect': {'zones': ['No/Where']}}",
                        "$.vectors[0]"),
                Arguments.of(
                        call + ", 'debt': {'id': 'D1'}" + number.replace("ALLOW", "MAYBE"),
                        "$.vectors[0].expect.decision: not one of [ALLOW, DENY]"),
                Arguments.of(
                        "{'kind': 'ABANDON_RATE', 'answered_live': 18446744073709551716, "
                                + "'rule_id': 'POLICY-ABN', 'abandoned': 0, "
                                + "'expect': {'decision': 'OK'}}",
                        "$.vectors[0].answered_live: not a whole number"),
                Arguments.of(
                        call + ", 'debt': {'id': 'D1', 'owner': 'x'}" + number,
                        "$.vectors[0].debt.owner: a field"));
    }

    static Stream<Arguments> impossible() {
        return Stream.of(
                Arguments.of(
                        "{'kind': 'ABANDON_RATE', 'answered_live': 1, 'abandoned': 2, "
                                + "'rule_id': 'POLICY-ABN', 'expect': {'decision': 'OK'}}",
                        "$.vectors[0].abandoned: more than were answered"),
                Arguments.of(
                        "{'kind': 'ABANDON_RATE', 'answered_live': 1, 'abandoned': 0, "
                                + "'rule_id': 'POLICY-ABN', 'expect': {'decision': 'ALLOW'}}",
                        "$.vectors[0].expect.decision: not one of [OK, DENY_OVERDIAL"),
                Arguments.of(
                        "{'kind': 'ZONE_DERIVATION', 'zip': '4640', 'expect': {'zones': []}}",
                        "$.vectors[0].zip: not a ZIP code"));
    }

    static Stream<Arguments> silentMistakes() {
        return Stream.of(
                Arguments.of("'consents': [{'kind': 'EXTRA_CALL'}]", "consents[0].kind: not a"),
                Arguments.of(
                        "'consents': [{'kind': 'TEXT', 'source': 'CONSUMR'}]",
                        "consents[0].source: nobody who gives consents"),
                Arguments.of(
                        "'consents': [{'kind': 'TIME_CONSENT'}]", "consents[0].start: missing"),
                Arguments.of(
                        "'consents': [{'kind': 'TEXT', 'end': '22:00'}]",
                        "consents[0].start: missing, for there is an end"),
                Arguments.of(
                        "'consents': [{'kind': 'EXTRA_CALLS', 'given': '2026-04-07T09:00:00'}]",
                        "consents[0].given: not an instant"),
                Arguments.of(
                        "'statuses': [{'kind': 'CEASE', 'from': '2026-04-08T00:00:00Z', "
                                + "'until': '2026-04-08T00:00:00Z'}]",
                        "statuses[0].until: not after its beginning"),
                Arguments.of(
                        "'statuses': [{'kind': 'CEASED', 'person': 'somebody else'}]",
                        "statuses[0].kind: not a status"),
                Arguments.of(
                        "'inconvenient': [{'start': '09:00', 'end': '10:00', "
                                + "'from_date': '2026-04-07T09:00:00'}]",
                        "inconvenient[0].from_date: not a day"),
                Arguments.of("'ring_timeout_s': -1", "ring_timeout_s: less than nothing"),
                Arguments.of("'ring_timeout_s': 10000000000", "ring_timeout_s: more than"),
                Arguments.of("'policy': {'min_gap_hours': -2}", "policy.min_gap_hours: less than"),
                Arguments.of("'exempt': ['TIME_CONSENT']", "exempt: not a circumstance"),
                Arguments.of("'id': {}", "id: not text"));
    }

    @ParameterizedTest
    @MethodSource("silentMistakes")
    void refuses_what_would_say_nothing_to_the_engine(String field, String says) {
        String test =
                "[{'kind': 'CALL_DECISION', 'instant_utc': '2026-04-07T19:00:00Z', 'debt': "
                        + "{'id': 'D1'}, 'number': {}, 'expect': {'decision': 'DENY'}, "
                        + field
                        + "}]";
        TestedCase refused = TESTS.run(test.replace('\'', '"')).getFirst();
        assertThat(refused.refused()).isTrue();
        assertThat(refused.actual()).startsWith("$.vectors[0]." + says);
    }

    @Test
    void refuses_the_second_of_two_tests_with_one_id_and_runs_the_others() {
        String test =
                """
                {"id": "X", "kind": "CONNECT_TIME", "greeting_end_ms": 0, "agent_bridge_ms": 0,
                 "expect": {"decision": "CONNECTED_IN_TIME"}}
                """;
        List<TestedCase> results =
                TESTS.run("[" + test + "," + test + "," + test.replace("X", "Y") + "]");
        assertThat(results).extracting(TestedCase::passed).containsExactly(true, false, true);
        assertThat(results.get(1).actual()).startsWith("$.vectors[1].id: there twice");
    }

    @ParameterizedTest
    @MethodSource({"unreadable", "impossible"})
    void refuses_a_test_that_it_cannot_read_and_says_where(String test, String says) {
        TestedCase refused = TESTS.run("[" + test.replace('\'', '"') + "]").getFirst();
        assertThat(refused.passed()).isFalse();
        assertThat(refused.refused()).isTrue();
        assertThat(refused.actual()).startsWith(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    [{] | $: not JSON
                    [] garbage | $: not JSON
                    {"vectors": [], "vectors": []} | $: not JSON
                    {"vectors": [], "schema_version": "19"} | $.schema_version: not a version 1
                    {"tests": []} | $.vectors: missing
                    {"vectors": [], "tests": []} | $.tests: a field
                    {"vectors": [], "schema_version": "2.0"} | $.schema_version: not a version 1
                    """)
    void refuses_a_file_that_holds_no_tests(String file, String says) {
        assertThatThrownBy(() -> TESTS.run(file))
                .isInstanceOf(UnusableVector.class)
                .hasMessageStartingWith(says);
    }

    @Test
    void fails_what_expects_something_else() {
        List<TestedCase> results =
                TESTS.run(
                        """
                        [{"id": "X", "kind": "CONNECT_TIME", "greeting_end_ms": 1000,
                          "agent_bridge_ms": 3001, "expect": {"decision": "CONNECTED_IN_TIME"}}]
                        """);
        assertThat(results)
                .containsExactly(
                        new TestedCase(
                                "X",
                                "",
                                false,
                                false,
                                "CONNECTED_IN_TIME",
                                "ABANDONED",
                                List.of()));
    }
}
