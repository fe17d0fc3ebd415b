package org.rightparty.database;

import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// The monthly partitions of attempts, call events and the audit ledger, made ahead of their month.
public final class Partitions {
    /// Enough that a program which is not restarted for half a year still has a home for each row.
    private static final int MONTHS_AHEAD = 6;

    private final Database database;

    public Partitions(Database database) {
        this.database = database;
    }

    /// Makes what is missing from the month before `now` to half a year ahead.
    ///
    /// @return how many partitions were made
    public int makeAhead(Instant now) {
        LocalDate month = LocalDate.ofInstant(now, ZoneOffset.UTC).minusMonths(1);
        return make(month, MONTHS_AHEAD + 2);
    }

    /// Makes what is missing for `months` months from that of `first` on, for imported histories.
    public int make(LocalDate first, int months) {
        return database.transact(tx ->
                tx.select(
                                DSL.function(
                                        "make_partitions",
                                        SQLDataType.INTEGER,
                                        DSL.val(Date.valueOf(first)),
                                        DSL.val(months)))
                        .fetchSingle()
                        .value1());
    }
}
