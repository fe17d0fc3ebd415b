package org.rightparty.dialer.selection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.dialer.selection.CandidateFacts.Try;
import org.rightparty.vocabulary.Outcome;
import org.rightparty.vocabulary.PhoneId;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class RetrySpacingTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Duration RETRY = Duration.ofHours(4);

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    ended in New York | outcomes, newest first                | next in New York
                    2026-03-02T10:00  | BUSY                                  | 2026-03-02T10:15
                    2026-03-02T10:00  | BUSY BUSY                             | 2026-03-02T10:20
                    2026-03-02T10:00  | BUSY BUSY BUSY BUSY                   | 2026-03-02T10:30
                    2026-03-02T10:00  | BUSY BUSY BUSY BUSY BUSY              | 2026-03-02T10:30
                    2026-03-02T10:00  | BUSY RING_NO_ANSWER BUSY              | 2026-03-02T10:15
                    2026-03-02T10:00  | NEVER_PLACED                          | 2026-03-02T10:05
                    2026-03-02T10:00  | NOT_IN_SERVICE                        | 2026-03-02T12:00
                    2026-03-02T10:00  | NETWORK_BLOCKED                       | 2026-03-03T10:00
                    2026-03-02T07:59  | RING_NO_ANSWER                        | 2026-03-02T11:59
                    2026-03-02T08:00  | RING_NO_ANSWER                        | 2026-03-02T12:00
                    2026-03-02T08:01  | RING_NO_ANSWER                        | 2026-03-02T12:01
                    2026-03-02T12:30  | RING_NO_ANSWER                        | 2026-03-02T17:00
                    2026-03-02T17:00  | RING_NO_ANSWER                        | 2026-03-03T08:00
                    2026-03-07T18:00  | RING_NO_ANSWER                        | 2026-03-08T08:00
                    2026-03-02T12:30  | VOICEMAIL_NO_MESSAGE                  | 2026-03-02T17:00
                    2026-03-02T12:30  | VOICEMAIL_LEFT                        | 2026-03-03T12:30
                    2026-03-02T12:30  | ANSWERED_DROPPED                      | 2026-03-02T17:00
                    2026-03-02T12:30  | UNKNOWN                               | 2026-03-02T17:00
                    2026-03-02T12:30  | ABANDONED                             | 2026-03-05T12:30
                    2026-03-02T12:30  | ANSWERED                              | 2026-03-02T16:30
                    """)
    void waits_as_the_outcome_asks(LocalDateTime ended, String outcomes, LocalDateTime next) {
        Instant at = ended.atZone(NEW_YORK).toInstant();
        assertThat(RetrySpacing.nextAttempt(tries(at, outcomes), RETRY, NEW_YORK))
                .isEqualTo(next.atZone(NEW_YORK).toInstant());
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    outcomes on the number, newest first         | dead
                    NOT_IN_SERVICE                               | false
                    NOT_IN_SERVICE NOT_IN_SERVICE                | true
                    NOT_IN_SERVICE RING_NO_ANSWER NOT_IN_SERVICE | false
                    RING_NO_ANSWER NOT_IN_SERVICE NOT_IN_SERVICE | false
                    NOT_IN_SERVICE NOT_IN_SERVICE NOT_IN_SERVICE | true
                    """)
    void gives_a_number_up_after_two_in_a_row(String outcomes, boolean dead) {
        List<Outcome> all = Arrays.stream(outcomes.split(" ")).map(Outcome::valueOf).toList();
        assertThat(RetrySpacing.disconnected(all)).isEqualTo(dead);
    }

    private static List<Try> tries(Instant newest, String outcomes) {
        List<Try> tries = new ArrayList<>();
        Instant at = newest;
        for (String outcome : outcomes.split(" ")) {
            tries.add(new Try(new PhoneId(1), Outcome.valueOf(outcome), at, at));
            at = at.minus(Duration.ofHours(1));
        }
        return tries;
    }
}
