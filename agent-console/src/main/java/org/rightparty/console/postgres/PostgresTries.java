package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.LOG_IN_TRY;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.rightparty.compliance.rules.Sha256;
import org.rightparty.console.people.Tries;
import org.rightparty.database.Database;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/// Tries in `log_in_try`. Each try moves the instant at which all are there again by one interval:
///
///     spent_until := max(spent_until, now) + again, if that is not beyond now + atOnce * again
///
/// One statement decides and counts, so that tries at once cannot all be the last.
public final class PostgresTries implements Tries {
    private final Database database;

    public PostgresTries(Database database) {
        this.database = database;
    }

    @Override
    public boolean take(String login, Limit limit, Instant now) {
        boolean taken = database.transact(tx -> take(tx, name(login), limit, now));
        database.transact(
                tx -> tx.deleteFrom(LOG_IN_TRY).where(LOG_IN_TRY.SPENT_UNTIL.le(now)).execute());
        return taken;
    }

    private static boolean take(DSLContext tx, String name, Limit limit, Instant now) {
        Instant latest = now.plus(limit.again().multipliedBy(limit.atOnce() - 1L));
        return tx.insertInto(LOG_IN_TRY)
                        .set(LOG_IN_TRY.LOGIN_SHA256, name)
                        .set(LOG_IN_TRY.SPENT_UNTIL, now.plus(limit.again()))
                        .onConflict(LOG_IN_TRY.LOGIN_SHA256)
                        .doUpdate()
                        .set(
                                LOG_IN_TRY.SPENT_UNTIL,
                                moved(
                                        DSL.greatest(LOG_IN_TRY.SPENT_UNTIL, DSL.val(now)),
                                        limit.again()))
                        .where(LOG_IN_TRY.SPENT_UNTIL.le(latest))
                        .execute()
                == 1;
    }

    @Override
    public Duration wait(String login, Limit limit, Instant now) {
        Duration before = limit.again().multipliedBy(limit.atOnce() - 1L);
        return database.transact(tx ->
                tx.select(LOG_IN_TRY.SPENT_UNTIL)
                        .from(LOG_IN_TRY)
                        .where(LOG_IN_TRY.LOGIN_SHA256.eq(name(login)))
                        .fetchOptional(LOG_IN_TRY.SPENT_UNTIL)
                        .map(until -> Duration.between(now, until.minus(before)))
                        .filter(Duration::isPositive)
                        .orElse(Duration.ZERO));
    }

    @Override
    public void giveBack(String login, Limit limit) {
        database.transact(tx ->
                tx.update(LOG_IN_TRY)
                        .set(
                                LOG_IN_TRY.SPENT_UNTIL,
                                moved(LOG_IN_TRY.SPENT_UNTIL, limit.again().negated()))
                        .where(LOG_IN_TRY.LOGIN_SHA256.eq(name(login)))
                        .execute());
    }

    private static Field<Instant> moved(Field<Instant> from, Duration by) {
        return DSL.field(
                "{0} + {1} * interval '1 millisecond'",
                LOG_IN_TRY.SPENT_UNTIL.getDataType(), from, DSL.inline(by.toMillis()));
    }

    /// People type passwords where their login belongs: what was typed is not kept.
    static String name(String login) {
        return Sha256.hex(login.getBytes(StandardCharsets.UTF_8));
    }
}
