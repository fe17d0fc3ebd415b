package org.rightparty.database;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/// For transactions that read and write a few rows by their keys, very often.
public final class ByKey {
    private ByKey() {}

    /// Until the transaction ends, each statement is planned once a connection and goes by index: a
    /// plan made on the first of a month, when its tables are empty, must hold when they are full.
    public static void plan(DSLContext tx) {
        tx.select(local("plan_cache_mode", "force_generic_plan"), local("enable_seqscan", "off"))
                .execute();
    }

    private static Field<String> local(String parameter, String value) {
        return function(
                "set_config", SQLDataType.VARCHAR, inline(parameter), inline(value), inline(true));
    }
}
