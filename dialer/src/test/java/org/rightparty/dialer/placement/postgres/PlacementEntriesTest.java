package org.rightparty.dialer.placement.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.AUDIT_ENTRY;
import static org.rightparty.schema.generated.Tables.LEDGER_UNSEALED;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.compliance.ledger.Leaf;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.placement.Sample;
import org.rightparty.dialer.placement.file.ImportRequest;
import org.rightparty.dialer.placement.file.PlacementImport.Progress;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/// What placement files leave in the ledger.
final class PlacementEntriesTest {
    @TempDir Path directory;
    private final Database database = TestDatabase.fresh();
    private final TestOffice office =
            new TestOffice(database, InstantSource.fixed(Instant.parse("2026-06-15T12:00:00Z")));

    @AfterEach
    void close() {
        database.close();
    }

    /// A consumer's export shows what a file set against calls to her, and what it allowed.
    @Test
    void each_hold_and_each_consent_of_a_file_is_an_entry_of_its_own() throws IOException {
        place(Sample.row().with("phone1_consent", "Y").with("dispute", "Y").with("cease", "Y"));
        place(Sample.row().with("account_number", "A-9").with("phone1_consent", "N"));
        var entries =
                database.transact(tx ->
                        tx.selectFrom(AUDIT_ENTRY)
                                .where(AUDIT_ENTRY.CONSUMER_ID.isNotNull())
                                .orderBy(AUDIT_ENTRY.ID)
                                .fetch());
        assertThat(entries)
                .extracting(entry -> entry.getKind())
                .containsExactlyInAnyOrder(
                        "hold.set", "hold.set", "consent.given", "consent.refused");
        assertThat(entries)
                .allSatisfy(entry ->
                        assertThat(new Leaf(entry.getPayload()).hash())
                                .isEqualTo(entry.getLeafHash()));
        assertThat(entries)
                .filteredOn(entry -> entry.getKind().equals("hold.set"))
                .extracting(entry -> entry.getAccountId() != null)
                .containsExactlyInAnyOrder(true, false);
        int unsealed = database.transact(tx -> tx.fetchCount(LEDGER_UNSEALED));
        int all = database.transact(tx -> tx.fetchCount(AUDIT_ENTRY));
        assertThat(unsealed).isEqualTo(all);
    }

    private void place(Sample row) throws IOException {
        Path file = TestOffice.file(directory, row);
        ImportRequest request =
                ImportRequest.of(file, "First Example Bank").ofPractice().withNewClient();
        office.imports().run(request, Progress.UNHEARD);
    }
}
