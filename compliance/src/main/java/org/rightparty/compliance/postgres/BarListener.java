package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.CONSENT;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.HOLD;
import static org.rightparty.schema.generated.Tables.LIVE_ATTEMPT;
import static org.rightparty.schema.generated.Tables.PHONE;
import static org.rightparty.schema.generated.Tables.PREFERENCE;

import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.rightparty.compliance.holds.Barred;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Hears of each bar when its transaction commits, on whichever node, and says so at once.
///
/// It has a connection and a thread of its own. When the connection was lost, whoever is being
/// called and was barred meanwhile is told of after the next one is made.
public final class BarListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BarListener.class);
    private static final int WAIT_MILLIS = 1_000;
    private static final Field<AccountId> NO_ACCOUNT = DSL.castNull(HOLD.ACCOUNT_ID);
    private static final Field<PhoneId> NO_PHONE = DSL.castNull(HOLD.PHONE_ID);
    private static final Duration AGAIN_AFTER = Duration.ofMillis(500);

    private final Database database;
    private final Listener listener;
    private final Thread thread;
    private volatile boolean closing;

    /// Told on the listening thread: hand over and return.
    public interface Listener {
        void barred(Barred barred);
    }

    private BarListener(Database database, Listener listener) {
        this.database = database;
        this.listener = listener;
        this.thread = Thread.ofVirtual().name("bars").unstarted(this::run);
    }

    public static BarListener start(Database database, Listener listener) {
        BarListener bars = new BarListener(database, listener);
        bars.thread.start();
        return bars;
    }

    private void run() {
        while (!closing) {
            try (Connection connection = database.ownConnection()) {
                listen(connection);
                missed().forEach(listener::barred);
                while (!closing) {
                    hear(connection);
                }
            } catch (SQLException | RuntimeException | Error lost) { // it must never end by itself
                if (!closing) {
                    LOG.warn("bars.lost why={} action=again", lost.getClass().getName());
                    LockSupport.parkNanos(AGAIN_AFTER.toNanos());
                }
            }
        }
    }

    private static void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN contact_barred");
        }
    }

    private void hear(Connection connection) throws SQLException {
        PGNotification[] heard =
                connection.unwrap(PGConnection.class).getNotifications(WAIT_MILLIS);
        if (heard == null || heard.length == 0) {
            listen(connection); // anew: over a wire that was cut in silence nothing would ever come
        } else {
            for (PGNotification one : heard) {
                listener.barred(parse(one.getParameter()));
            }
        }
    }

    /// From the payload that the tables' triggers send: `7/1/`, `7//3`.
    static Barred parse(String payload) {
        String[] ids = payload.split("/", -1);
        return new Barred(
                new ConsumerId(Long.parseLong(ids[0])),
                number(ids[1]).map(AccountId::new),
                number(ids[2]).map(PhoneId::new));
    }

    private static Optional<Long> number(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(text));
    }

    /// What the triggers would have told of those who are being called, since their calls began.
    private List<Barred> missed() {
        return database.transact(tx ->
                tx.select(HOLD.CONSUMER_ID, HOLD.ACCOUNT_ID, HOLD.PHONE_ID)
                        .from(LIVE_ATTEMPT)
                        .join(HOLD)
                        .on(HOLD.CONSUMER_ID.eq(LIVE_ATTEMPT.CONSUMER_ID))
                        .where(HOLD.RELEASED_AT.isNull())
                        .and(HOLD.RECORDED_AT.ge(LIVE_ATTEMPT.PLACED_AT))
                        .unionAll(wishes())
                        .unionAll(consentsTakenBack())
                        .unionAll(numbersNotToBeUsed())
                        .unionAll(peopleNotToBeCalled())
                        .fetch(row ->
                                new Barred(
                                        row.value1(),
                                        Optional.ofNullable(row.value2()),
                                        Optional.ofNullable(row.value3()))));
    }

    private static Select<Record3<ConsumerId, AccountId, PhoneId>> wishes() {
        return DSL.select(PREFERENCE.CONSUMER_ID, NO_ACCOUNT, NO_PHONE)
                .from(LIVE_ATTEMPT)
                .join(PREFERENCE)
                .on(PREFERENCE.CONSUMER_ID.eq(LIVE_ATTEMPT.CONSUMER_ID))
                .where(PREFERENCE.WITHDRAWN_AT.isNull())
                .and(PREFERENCE.SET_AT.ge(LIVE_ATTEMPT.PLACED_AT));
    }

    private static Select<Record3<ConsumerId, AccountId, PhoneId>> consentsTakenBack() {
        return DSL.select(CONSENT.CONSUMER_ID, CONSENT.ACCOUNT_ID, CONSENT.PHONE_ID)
                .from(LIVE_ATTEMPT)
                .join(CONSENT)
                .on(CONSENT.CONSUMER_ID.eq(LIVE_ATTEMPT.CONSUMER_ID))
                .where(CONSENT.GRANTED.isFalse())
                .and(CONSENT.RECORDED_AT.ge(LIVE_ATTEMPT.PLACED_AT));
    }

    /// Nobody was granted a call to such a number, so that it became one meanwhile.
    private static Select<Record3<ConsumerId, AccountId, PhoneId>> numbersNotToBeUsed() {
        return DSL.select(PHONE.CONSUMER_ID, NO_ACCOUNT, PHONE.ID)
                .from(LIVE_ATTEMPT)
                .join(PHONE)
                .on(PHONE.CONSUMER_ID.eq(LIVE_ATTEMPT.CONSUMER_ID))
                .where(PHONE.USABLE.notIn("UNVERIFIED", "VERIFIED"));
    }

    private static Select<Record3<ConsumerId, AccountId, PhoneId>> peopleNotToBeCalled() {
        return DSL.select(CONSUMER.ID, NO_ACCOUNT, NO_PHONE)
                .from(LIVE_ATTEMPT)
                .join(CONSUMER)
                .on(CONSUMER.ID.eq(LIVE_ATTEMPT.CONSUMER_ID))
                .where(CONSUMER.DECEASED_ON.isNotNull().or(CONSUMER.MINOR));
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
    }
}
