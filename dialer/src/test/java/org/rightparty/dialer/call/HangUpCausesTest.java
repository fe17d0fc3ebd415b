package org.rightparty.dialer.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.dialer.call.HangUpCauses.Reached;
import org.rightparty.vocabulary.Outcome;

class HangUpCausesTest {
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    reached  | sip   | cause | outcome          | counts
                    NOTHING  | 486   | 17    | BUSY             | false
                    NOTHING  | 600   | 17    | BUSY             | false
                    NOTHING  | 480   | 17    | BUSY             | false
                    NOTHING  | 404   | 1     | NOT_IN_SERVICE   | false
                    NOTHING  | 410   | 22    | NOT_IN_SERVICE   | false
                    NOTHING  | 484   | 28    | NOT_IN_SERVICE   | false
                    NOTHING  | 485   | 1     | NOT_IN_SERVICE   | false
                    NOTHING  | 604   | 1     | NOT_IN_SERVICE   | false
                    NOTHING  | 480   | 1     | NOT_IN_SERVICE   | false
                    NOTHING  | ''    | 1     | NOT_IN_SERVICE   | false
                    NOTHING  | 607   | 127   | NETWORK_BLOCKED  | false
                    NOTHING  | 608   | 127   | NETWORK_BLOCKED  | false
                    NOTHING  | 480   | 21    | NETWORK_BLOCKED  | false
                    NOTHING  | 603   | 21    | UNKNOWN          | true
                    NOTHING  | 401   | 21    | UNKNOWN          | true
                    NOTHING  | 403   | 21    | UNKNOWN          | true
                    NOTHING  | 407   | 21    | UNKNOWN          | true
                    NOTHING  | 480   | 19    | UNKNOWN          | true
                    NOTHING  | 408   | 18    | UNKNOWN          | true
                    NOTHING  | 487   | 127   | UNKNOWN          | true
                    NOTHING  | 488   | 58    | UNKNOWN          | true
                    NOTHING  | 500   | 38    | UNKNOWN          | true
                    NOTHING  | 503   | 34    | UNKNOWN          | true
                    NOTHING  | 504   | 102   | UNKNOWN          | true
                    NOTHING  | ''    | 0     | UNKNOWN          | true
                    NOTHING  | ''    | 16    | UNKNOWN          | true
                    RINGING  | 480   | 19    | RING_NO_ANSWER   | true
                    RINGING  | 487   | 127   | RING_NO_ANSWER   | true
                    RINGING  | 408   | 18    | RING_NO_ANSWER   | true
                    RINGING  | 603   | 21    | RING_NO_ANSWER   | true
                    RINGING  | 486   | 17    | RING_NO_ANSWER   | true
                    RINGING  | 404   | 1     | RING_NO_ANSWER   | true
                    RINGING  | 607   | 127   | RING_NO_ANSWER   | true
                    RINGING  | ''    | 0     | RING_NO_ANSWER   | true
                    ANSWERED | ''    | 0     | ANSWERED_DROPPED | true
                    ANSWERED | ''    | 16    | ANSWERED_DROPPED | true
                    ANSWERED | 200   | 16    | ANSWERED_DROPPED | true
                    ANSWERED | 486   | 17    | ANSWERED_DROPPED | true
                    """)
    void gives_each_hang_up_its_legal_outcome(
            Reached reached, String sip, int cause, Outcome outcome, boolean counts) {
        assertThat(HangUpCauses.outcome(cause, sip, reached)).isEqualTo(outcome);
        assertThat(outcome.connected()).isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    reached  | sip   | cause | declined
                    RINGING  | 603   | 21    | true
                    RINGING  | 486   | 17    | true
                    RINGING  | 607   | 127   | true
                    RINGING  | 480   | 19    | false
                    RINGING  | 487   | 127   | false
                    RINGING  | ''    | 0     | false
                    NOTHING  | 486   | 17    | false
                    NOTHING  | 603   | 21    | false
                    """)
    void tells_what_was_refused_while_it_rang_from_what_rang_in_vain(
            Reached reached, String sip, int cause, boolean declined) {
        Outcome outcome = HangUpCauses.outcome(cause, sip, reached);
        assertThat(HangUpCauses.declined(outcome, sip)).isEqualTo(declined);
    }
}
