package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.DSLContext;
import org.rightparty.console.desk.ScreenPop;
import org.rightparty.console.office.Unmasking;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneNumber;

import java.util.List;
import java.util.Optional;

/// What is masked, from the tables.
public final class PostgresUnmasking implements Unmasking {
    private final Database database;

    public PostgresUnmasking(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Unmasked> of(ConsumerId consumer) {
        return database.transact(tx ->
                tx.select(CONSUMER.BORN_ON, CONSUMER.NATIONAL_ID_LAST4)
                        .from(CONSUMER)
                        .where(CONSUMER.ID.eq(consumer))
                        .fetchOptional(row ->
                                new Unmasked(
                                        phones(tx, consumer),
                                        Optional.ofNullable(row.value1()),
                                        Optional.ofNullable(row.value2()))));
    }

    private static List<ScreenPop.Phone> phones(DSLContext tx, ConsumerId consumer) {
        return tx.select(PHONE.ID, PHONE.E164, PHONE.LINE_TYPE, PHONE.PLACE, PHONE.USABLE)
                .from(PHONE)
                .where(PHONE.CONSUMER_ID.eq(consumer))
                .orderBy(PHONE.PREFERENCE_RANK, PHONE.ID)
                .fetch(row ->
                        new ScreenPop.Phone(
                                row.value1(),
                                new PhoneNumber(row.value2()),
                                row.value3(),
                                row.value4(),
                                row.value5()));
    }
}
