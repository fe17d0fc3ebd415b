package org.rightparty.dialer.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a supervisor reads of the pace.
class ReasonsTest {
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    ready | soon | agents
                    0     | 0.04 | No agent is free now or within 10 s.
                    0     | 0.3  | No agent is free now; about 0.3 will be within 10 s.
                    1     | 0    | 1 agent is free now.
                    2     | 1.4  | 2 agents are free now; about 1.4 more will be within 10 s.
                    """)
    void says_who_is_free(int ready, double soon, String agents) {
        assertThat(sentence(4, ready, soon, 0, 0.1, Guard.NONE))
                .startsWith(agents + " No call is on the way. Whoever");
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    calls | on their way
                    0     | No call is on the way.
                    1     | 1 call is on the way; about 0.4 will be answered.
                    5     | 5 calls are on the way; about 2.0 will be answered.
                    """)
    void says_what_is_on_the_way(int calls, String words) {
        assertThat(sentence(4, 1, 0, calls, 0, Guard.STARTING))
                .isEqualTo(
                        "1 agent is free now. "
                                + words
                                + " One call for each free agent until enough was seen to dial"
                                + " ahead.");
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    risk  | what follows
                    0.015 | 1.5 times in 100; up to 1.5 is accepted, so it is dialed.
                    0.382 | 38.2 times in 100; up to 1.5 is accepted, so it is not dialed yet.
                    """)
    void says_what_one_more_call_would_do(double risk, String follows) {
        assertThat(sentence(4, 1, 0, 1, risk, Guard.NONE))
                .endsWith(" Whoever answers one more call would find no agent " + follows);
    }

    @Test
    void with_nobody_at_work_says_only_that() {
        String nobody = "No agent takes calls now, so none is placed.";
        assertThat(sentence(0, 0, 0, 0, 1, Guard.STARTING)).isEqualTo(nobody);
        assertThat(sentence(0, 0, 0, 0, 0, Guard.MODE)).isEqualTo(nobody);
        assertThat(sentence(0, 0, 0, 1, 1, Guard.NONE)).startsWith("No agent is free now or");
        assertThat(sentence(1, 0, 0, 0, 0, Guard.MODE))
                .isEqualTo("0 agents ready, 0 calls on the way.");
    }

    private static String sentence(
            int working, int ready, double soon, int calls, double risk, Guard guard) {
        double answers = 0.4 * calls;
        return new Reasons(working, ready, soon, 0, calls, answers, 0.4, 12, 0.015, risk, guard)
                .sentence();
    }
}
