package org.rightparty.dialer.placement.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/// Ids taken from the tables' own sequences, many at a time, so that rows can refer to each other
/// before any of them is written.
final class Numbers {
    private final DSLContext tx;
    private final Queue<Long> consumers = new ArrayDeque<>();
    private final Queue<Long> accounts = new ArrayDeque<>();
    private final Queue<Long> phones = new ArrayDeque<>();

    Numbers(DSLContext tx) {
        this.tx = tx;
    }

    void reserveConsumers(int count) {
        reserve(consumers, CONSUMER, count);
    }

    void reserveAccounts(int count) {
        reserve(accounts, ACCOUNT, count);
    }

    void reservePhones(int count) {
        reserve(phones, PHONE, count);
    }

    long consumer() {
        return consumers.remove();
    }

    long account() {
        return accounts.remove();
    }

    long phone() {
        return phones.remove();
    }

    private void reserve(Queue<Long> into, Table<?> table, int count) {
        if (count > 0) {
            Field<Long[]> numbers =
                    DSL.field(
                            "ARRAY(SELECT nextval({0}) FROM generate_series(1, {1}))",
                            Long[].class, DSL.inline(table.getName() + "_id_seq"), DSL.val(count));
            into.addAll(List.of(tx.select(numbers).fetchSingle().value1()));
        }
    }
}
