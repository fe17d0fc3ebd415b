package org.rightparty.dialer.demo.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.ADDRESS;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.rightparty.dialer.demo.PersonMaker.Ids;

import java.util.List;

/// Where new ids begin, and the counters set behind the last: COPY brings its own ids.
final class Numbering {
    private static final String ATTEMPTS = "attempt_numbers";
    private static final String DECISIONS = "gate_decision_numbers";

    private Numbering() {}

    /// The first free ids, above everything there is.
    static Ids first(DSLContext tx) {
        long people = Math.max(last(tx, CONSUMER), last(tx, ADDRESS));
        return new Ids(people + 1, last(tx, ACCOUNT) + 1, last(tx, PHONE) + 1);
    }

    /// Sets the counters of all tables that took ids of ours.
    static void settle(DSLContext tx) {
        for (Table<?> table : List.of(CONSUMER, ADDRESS, ACCOUNT, PHONE)) {
            restart(tx, table.getName() + "_id_seq", last(tx, table));
        }
    }

    /// Sets the counters of attempts and decisions.
    static void settle(DSLContext tx, long lastAttempt, long lastDecision) {
        restart(tx, ATTEMPTS, lastAttempt);
        restart(tx, DECISIONS, lastDecision);
    }

    private static void restart(DSLContext tx, String counter, long last) {
        tx.select(
                        DSL.function(
                                "setval",
                                SQLDataType.BIGINT,
                                DSL.inline(counter),
                                DSL.inline(last + 1),
                                DSL.inline(false)))
                .fetch();
    }

    private static long last(DSLContext tx, Table<?> table) {
        Field<Long> id = DSL.field(DSL.name("id"), SQLDataType.BIGINT);
        return tx.select(DSL.coalesce(DSL.max(id), DSL.inline(0L)))
                .from(table)
                .fetchSingle()
                .value1();
    }
}
