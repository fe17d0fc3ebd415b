package org.rightparty.database;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/// How PostgreSQL plans the statements of a transaction.
public final class Planning {
    private Planning() {}

    /// For what reads and writes a few rows by their keys, very often. Until the transaction ends,
    /// each statement is planned once a connection and goes by index: a plan made on the first of a
    /// month, when its tables are empty, must hold when they are full.
    public static void byKey(DSLContext tx) {
        tx.select(local("plan_cache_mode", "force_generic_plan"), local("enable_seqscan", "off"))
                .execute();
    }

    /// Until the transaction ends, each statement is planned for the values it is given: a search
    /// of one hour and one of all years need not go the same way.
    public static void perValue(DSLContext tx) {
        tx.select(local("plan_cache_mode", "force_custom_plan"), local("jit", "off")).execute();
    }

    private static Field<String> local(String parameter, String value) {
        return function(
                "set_config", SQLDataType.VARCHAR, inline(parameter), inline(value), inline(true));
    }
}
