package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.rightparty.compliance.postgres.Office.Debtor;
import org.rightparty.database.DatabaseFailure;

import java.time.Instant;
import java.util.List;

/// Nothing is dialed that cannot be entered.
final class LedgerFailureTest {
    private static final Instant NOON = Instant.parse("2026-04-07T16:00:00Z");

    @Test
    void a_call_whose_entry_fails_is_neither_permitted_nor_attempted() {
        try (Office office = new Office()) {
            Debtor debtor = office.debtor();
            office.tamper(tx ->
                    tx.execute(
                                    """
                                    CREATE FUNCTION refuse_entries() RETURNS trigger
                                    LANGUAGE plpgsql AS
                                    'BEGIN RAISE EXCEPTION ''the disk is full''; END'
                                    """)
                            + tx.execute(
                                    """
                                    CREATE TRIGGER entries_refused BEFORE INSERT ON audit_entry
                                    FOR EACH ROW EXECUTE FUNCTION refuse_entries()
                                    """));
            assertThatThrownBy(() -> office.reserve(office.request(debtor), NOON))
                    .isInstanceOf(DatabaseFailure.class);
            for (String table : List.of("gate_decision", "attempt", "live_attempt")) {
                long rows =
                        office.transact(tx ->
                                tx.fetchSingle("SELECT count(*) FROM " + table).get(0, long.class));
                assertThat(rows).as(table).isZero();
            }
        }
    }
}
