package org.rightparty.dialer.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.dialer.postgres.Floorplan.NOON;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.gate.Attempt;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.console.office.Office.Corrected;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Outcome;

import java.time.Instant;
import java.util.List;

class CorrectionsTest {
    private static final Instant LATER = NOON.plusSeconds(3_600);

    private final Floorplan floor = Floorplan.open();
    private final Corrections corrections = new Corrections(floor.candidates, floor.journal);
    private final AgentId officer = floor.agent("officer1");

    @AfterEach
    void close() {
        floor.close();
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    observed,       corrected,       counts
                    UNKNOWN,        NEVER_PLACED,    false
                    UNKNOWN,        BUSY,            false
                    RING_NO_ANSWER, NOT_IN_SERVICE,  false
                    BUSY,           RING_NO_ANSWER,  true
                    NEVER_PLACED,   UNKNOWN,         true
                    """)
    void a_correction_is_a_further_revision_and_what_counts_follows_it(
            Outcome observed, Outcome corrected, boolean counts) {
        Attempt attempt = ended(observed);
        assertThat(correct(attempt, corrected, "carrier's record 4711"))
                .isEqualTo(new Corrected.Done(2));
        assertThat(revisions(attempt))
                .containsExactly(observed + " " + observed.connected(), corrected + " " + counts);
        assertThat(floor.entries.getLast().kind()).isEqualTo("call.corrected");
        assertThat(floor.entries.getLast().detail())
                .containsEntry("outcome_before", observed.name())
                .containsEntry("counts", counts);
    }

    @Test
    void nothing_is_corrected_without_a_reason_or_into_itself() {
        Attempt attempt = ended(Outcome.UNKNOWN);
        assertThat(correct(attempt, Outcome.BUSY, " ")).isInstanceOf(Corrected.Refused.class);
        assertThat(correct(attempt, Outcome.UNKNOWN, "why not"))
                .isInstanceOf(Corrected.Refused.class);
        assertThat(revisions(attempt)).hasSize(1);
    }

    @Test
    void a_call_that_has_not_ended_has_nothing_to_correct() {
        floor.person(90_000);
        assertThat(correct(dial(), Outcome.BUSY, "carrier's record"))
                .isInstanceOf(Corrected.Refused.class);
    }

    private Attempt ended(Outcome outcome) {
        floor.person(90_000);
        Attempt attempt = dial();
        floor.book.ended(Floorplan.ending(attempt, outcome, NOON.plusSeconds(30)));
        return attempt;
    }

    private Attempt dial() {
        floor.candidates.settleAll(NOON);
        Reservation first =
                floor.pool
                        .reserveNext(floor.campaign, Mode.PROGRESSIVE, 1, NOON)
                        .getFirst()
                        .reservation();
        return ((Reservation.Granted) first).attempt();
    }

    private Corrected correct(Attempt attempt, Outcome outcome, String reason) {
        return floor.database.transact(
                tx -> corrections.correct(tx, attempt.id(), outcome, reason, officer, LATER));
    }

    private List<String> revisions(Attempt attempt) {
        return floor.database.transact(tx ->
                tx.select(ATTEMPT_END.OUTCOME, ATTEMPT_END.COUNTS)
                        .from(ATTEMPT_END)
                        .where(ATTEMPT_END.ATTEMPT_ID.eq(attempt.id()))
                        .orderBy(ATTEMPT_END.REVISION)
                        .fetch(row -> row.value1() + " " + row.value2()));
    }
}
