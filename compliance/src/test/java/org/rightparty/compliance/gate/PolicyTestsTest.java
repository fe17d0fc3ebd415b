package org.rightparty.compliance.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rightparty.compliance.vectors.PolicyTests;
import org.rightparty.compliance.vectors.TestedCase;
import org.rightparty.compliance.vectors.UnusableVector;

import java.util.List;
import java.util.stream.Stream;

/// Decisions that others wrote down from the law, and what is done with files that say nothing.
final class PolicyTestsTest {
    private static final PolicyTests TESTS = new PolicyTests();

    static Stream<Named<TestedCase>> written() {
        return Stream.of("/policy-tests.json", "/policy-edges.json")
                .flatMap(file -> TESTS.run(Books.resource(file)).stream())
                .map(each -> Named.of(each.id() + " " + each.title(), each));
    }

    @ParameterizedTest
    @MethodSource("written")
    void decides_as_the_law_was_read(TestedCase each) {
        assertThat(each.passed()).as("%s, but %s", each.expected(), each.actual()).isTrue();
    }

    @Test
    void runs_them_all() {
        assertThat(written().count()).isEqualTo(168 + 642);
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

    @ParameterizedTest
    @MethodSource("unreadable")
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
                        new TestedCase("X", "", false, false, "CONNECTED_IN_TIME", "ABANDONED"));
    }
}
