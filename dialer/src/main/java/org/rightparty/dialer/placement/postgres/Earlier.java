package org.rightparty.dialer.placement.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.placement.ImportRunId;
import org.rightparty.vocabulary.ClientId;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// What the tables hold already of the accounts and people in a batch.
final class Earlier {
    private Earlier() {}

    /// @param importRun absent for accounts entered by hand
    record Known(long account, long consumer, @Nullable Long importRun) {
        boolean isFrom(ImportRunId run) {
            return importRun != null && importRun == run.value();
        }
    }

    static Map<String, Known> accounts(
            DSLContext tx, ClientId client, Collection<String> accountNumbers) {
        Map<String, Known> known = new HashMap<>();
        tx.select(
                        ACCOUNT.CLIENT_ACCOUNT_NUMBER,
                        ACCOUNT.ID,
                        ACCOUNT.CONSUMER_ID,
                        ACCOUNT.IMPORT_RUN_ID)
                .from(ACCOUNT)
                .where(ACCOUNT.CLIENT_ID.eq(client))
                .and(
                        ACCOUNT.CLIENT_ACCOUNT_NUMBER.eq(
                                DSL.any(accountNumbers.toArray(String[]::new))))
                .forEach(row ->
                        known.put(
                                row.value1(),
                                new Known(
                                        row.value2().value(), row.value3().value(), row.value4())));
        return known;
    }
}
