package org.rightparty.dialer.postgres;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.rightparty.vocabulary.ConsumerId;

import java.util.Collection;

/// `column = any(array)`: one statement text and one bind however many persons are meant.
final class Among {
    private Among() {}

    static Condition among(Field<ConsumerId> column, Collection<ConsumerId> consumers) {
        Long[] ids = consumers.stream().map(ConsumerId::value).toArray(Long[]::new);
        return column.coerce(SQLDataType.BIGINT)
                .eq(DSL.any(DSL.val(ids, SQLDataType.BIGINT.getArrayDataType())));
    }
}
