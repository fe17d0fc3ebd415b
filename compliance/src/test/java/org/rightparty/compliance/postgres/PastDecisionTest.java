package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.GATE_DECISION;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.postgres.Office.Debtor;
import org.rightparty.compliance.postgres.PostgresExplanations.Past;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Explaining a recorded decision by its number.
final class PastDecisionTest {
    /// Noon in New York.
    private static final Instant NOON = Instant.parse("2026-04-07T16:00:00Z");

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    private List<Long> decisions() {
        return office.transact(tx ->
                tx.select(GATE_DECISION.ID)
                        .from(GATE_DECISION)
                        .orderBy(GATE_DECISION.ID)
                        .fetch(GATE_DECISION.ID));
    }

    private Past past(long decision) {
        return office.transact(tx -> PostgresExplanations.past(tx, decision));
    }

    @Test
    void a_recorded_decision_is_told_with_what_it_looked_at_and_its_verdict() {
        Debtor debtor = office.debtor();
        office.reserve(office.request(debtor), NOON);
        office.reserve(office.request(office.debtor()), NOON.plus(Duration.ofHours(10)));
        List<Long> ids = decisions();
        assertThat(past(ids.getFirst()))
                .isInstanceOfSatisfying(
                        Past.Told.class,
                        told -> {
                            assertThat(told.allowedThen()).isTrue();
                            assertThat(told.explanation().allowed()).isTrue();
                            assertThat(told.explanation().at()).isEqualTo(NOON);
                            assertThat(told.explanation().request().account())
                                    .isEqualTo(debtor.account());
                        });
        assertThat(past(ids.getLast()))
                .isInstanceOfSatisfying(
                        Past.Told.class,
                        told -> {
                            assertThat(told.allowedThen()).isFalse();
                            assertThat(told.explanation().refusing()).isNotEmpty();
                            assertThat(told.explanation().nextAllowedAt()).isPresent();
                        });
    }

    @Test
    void what_is_not_there_is_unknown() {
        assertThat(past(4_711)).isEqualTo(new Past.Untold("UNKNOWN", "There is no such decision."));
    }
}
