package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.AUDIT_ENTRY;
import static org.rightparty.schema.generated.Tables.CONSENT;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.HOLD;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.holds.Bar;
import org.rightparty.compliance.holds.Barred;
import org.rightparty.compliance.holds.HoldOrder;
import org.rightparty.compliance.holds.HoldOrder.Source;
import org.rightparty.compliance.holds.Holds;
import org.rightparty.compliance.holds.Holds.Outcome;
import org.rightparty.compliance.rules.Place;
import org.rightparty.database.TestDatabase;
import org.rightparty.vocabulary.AgentId;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

class PostgresHoldsTest {
    /// A Wednesday noon in New York.
    private static final Instant NOON = Instant.parse("2026-11-18T17:00:00Z");

    private static final String LISTENING =
            "SELECT count(*)::int FROM pg_stat_activity"
                    + " WHERE query = 'LISTEN contact_barred' AND datname = current_database()";

    private static Office office = new Office();
    private static Holds holds =
            new PostgresHolds(office.database, office.ledger, InstantSource.fixed(NOON));
    private static AgentId officer = new AgentId(1);

    @BeforeAll
    static void somebodyWorksHere() {
        officer = office.agent("officer1", "9001");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    /// Military service forbids no call: it obliges to a review.
    @ParameterizedTest
    @EnumSource(value = Bar.class, mode = EnumSource.Mode.EXCLUDE, names = "SCRA")
    void a_bar_forbids_the_call_from_its_commit_on_and_a_lifted_one_no_more(Bar bar) {
        Office.Debtor debtor = office.debtor();
        Outcome set = holds.set(order(bar, debtor, "said so on the phone"));
        assertThat(reserved(debtor)).isInstanceOf(Reservation.Denied.class);

        Holds.Key key = ((Outcome.Done) set).key();
        assertThat(holds.standing(debtor.account())).extracting(Holds.Standing::key).contains(key);
        assertThat(holds.lift(key, officer, "mistaken", "letter of the consumer"))
                .isEqualTo(new Outcome.Done(key));
        assertThat(holds.standing(debtor.account())).isEmpty();
        assertThat(reserved(debtor)).isInstanceOf(Reservation.Granted.class);
        assertThat(kinds(debtor)).containsSubsequence("hold.set", "hold.lifted");
    }

    /// Said on one line, it is about calls by machines to any (47 CFR 64.1200(a)(10)).
    @ParameterizedTest
    @EnumSource(names = {"CEASE", "DO_NOT_CALL_NUMBER"})
    void a_wish_not_to_be_called_takes_back_consent_for_all_numbers(Bar bar) {
        Office.Debtor debtor = office.debtor();
        holds.set(order(bar, debtor, "letter"));
        List<Boolean> all =
                office.transact(tx ->
                        tx.select(CONSENT.PHONE_ID.isNull())
                                .from(CONSENT)
                                .where(CONSENT.CONSUMER_ID.eq(debtor.consumer()))
                                .and(CONSENT.GRANTED.isFalse())
                                .fetch(row -> row.value1()));
        assertThat(all).containsExactly(true);
    }

    @Test
    void the_same_bar_twice_is_one() {
        Office.Debtor debtor = office.debtor();
        Outcome first = holds.set(order(Bar.CEASE, debtor, "letter"));
        assertThat(holds.set(order(Bar.CEASE, debtor, "second letter"))).isEqualTo(first);
        assertThat(count(debtor)).isEqualTo(1);
    }

    /// As when a list is read twice.
    @ParameterizedTest
    @EnumSource(Bar.class)
    void the_same_order_twice_writes_one_row(Bar bar) {
        Office.Debtor debtor = office.debtor();
        HoldOrder once = order(bar, debtor, "list of May");
        Outcome first = holds.set(once);
        assertThat(first).isInstanceOf(Outcome.Done.class);
        assertThat(holds.set(once)).isEqualTo(first);
        assertThat(holds.standing(debtor.account())).hasSize(1);
        assertThat(kinds(debtor)).containsOnlyOnce("hold.set");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            textBlock =
                    """
                    2027-01-31T05:00:00Z | 2027-01-31T05:00:00Z | 1
                    2027-01-31T05:00:00Z | 2027-01-31T04:59:59Z | 1
                    2027-01-31T05:00:00Z | 2027-01-31T05:00:01Z | 2
                    2027-01-31T05:00:00Z | -                    | 2
                    -                    | 2027-01-31T05:00:00Z | 1
                    2020-01-31T05:00:00Z | 2020-01-31T05:00:00Z | 1
                    """)
    void an_order_that_reaches_no_further_than_what_stands_writes_nothing(
            @Nullable Instant first, @Nullable Instant second, int rows) {
        Office.Debtor debtor = office.debtor();
        holds.set(until(debtor, first));
        holds.set(until(debtor, second));
        assertThat(count(debtor)).isEqualTo(rows);
    }

    private static HoldOrder until(Office.Debtor debtor, @Nullable Instant until) {
        HoldOrder order = order(Bar.ATTORNEY, debtor, "list of May");
        return new HoldOrder(
                order.bar(),
                order.account(),
                order.phone(),
                Optional.ofNullable(until),
                order.evidence(),
                Source.FILE,
                order.by(),
                order.attempt(),
                order.times(),
                order.place());
    }

    @Test
    void another_time_or_place_is_another_wish() {
        Office.Debtor debtor = office.debtor();
        holds.set(order(Bar.INCONVENIENT_TIME, debtor, "said so"));
        holds.set(order(Bar.INCONVENIENT_PLACE, debtor, "said so"));
        assertThat(holds.standing(debtor.account()))
                .extracting(Holds.Standing::code)
                .containsExactlyInAnyOrder("INCONVENIENT_TIME", "INCONVENIENT_PLACE");
    }

    @Test
    void nothing_is_set_or_lifted_without_evidence() {
        Office.Debtor debtor = office.debtor();
        assertThat(holds.set(order(Bar.CEASE, debtor, " ")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("EVIDENCE_MISSING"));
        Holds.Key key = ((Outcome.Done) holds.set(order(Bar.CEASE, debtor, "letter"))).key();
        assertThat(holds.lift(key, officer, "mistaken", "")).isInstanceOf(Outcome.Refused.class);
        assertThat(reserved(debtor)).isInstanceOf(Reservation.Denied.class);
    }

    @Test
    void a_number_of_somebody_else_is_refused() {
        Office.Debtor debtor = office.debtor();
        Office.Debtor other = office.debtor();
        HoldOrder crossed =
                HoldOrder.of(
                        Bar.WRONG_NUMBER,
                        debtor.account(),
                        Optional.of(other.phone()),
                        "said so",
                        Source.OFFICER,
                        officer);
        assertThat(holds.set(crossed)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void the_ledger_keeps_that_there_was_evidence_and_not_its_words() {
        Office.Debtor debtor = office.debtor();
        holds.set(order(Bar.ATTORNEY, debtor, "Smith & Smith, 12 Main Street"));
        List<String> payloads =
                office.transact(tx ->
                        tx.select(AUDIT_ENTRY.PAYLOAD)
                                .from(AUDIT_ENTRY)
                                .where(AUDIT_ENTRY.CONSUMER_ID.eq(debtor.consumer()))
                                .and(AUDIT_ENTRY.KIND.eq("hold.set"))
                                .fetch(AUDIT_ENTRY.PAYLOAD));
        assertThat(payloads)
                .singleElement()
                .satisfies(text -> assertThat(text).contains("evidence_sha256"))
                .satisfies(text -> assertThat(text).doesNotContain("Smith"));
    }

    /// Whatever part of the program writes the row, every node hears of it.
    @Test
    void every_way_to_bar_somebody_is_heard_at_its_commit()
            throws InterruptedException, SQLException {
        Office.Debtor debtor = office.debtor();
        BlockingQueue<Barred> heard = new LinkedBlockingQueue<>();
        try (BarListener one = BarListener.start(office.database, heard::add);
                BarListener other = BarListener.start(office.database, heard::add)) {
            assertThat(List.of(one, other)).doesNotContainNull();
            awaitListening();
            long before = System.nanoTime();
            holds.set(order(Bar.CEASE, debtor, "letter"));
            Barred whole = new Barred(debtor.consumer(), Optional.empty(), Optional.empty());
            assertThat(soon(heard)).isEqualTo(whole);
            System.out.printf(
                    "commit of a hold to the listener: %.1f ms, its transaction included%n",
                    (System.nanoTime() - before) / 1e6);
            assertThat(soon(heard)).isEqualTo(whole);
            heard.clear();

            office.transact(tx ->
                    tx.update(CONSUMER)
                            .set(CONSUMER.MINOR, true)
                            .where(CONSUMER.ID.eq(debtor.consumer()))
                            .execute());
            office.transact(tx ->
                    tx.update(PHONE)
                            .set(PHONE.USABLE, "REASSIGNED")
                            .where(PHONE.ID.eq(debtor.phone()))
                            .execute());
            Barred number =
                    new Barred(debtor.consumer(), Optional.empty(), Optional.of(debtor.phone()));
            assertThat(List.of(soon(heard), next(heard), next(heard), next(heard)))
                    .containsExactlyInAnyOrder(whole, whole, number, number);
        }
    }

    /// As after a lost connection.
    @Test
    void what_was_barred_while_nobody_listened_is_told_of_those_who_are_being_called()
            throws InterruptedException {
        Office.Debtor wishes = office.debtor();
        Office.Debtor moved = office.debtor();
        Office.Debtor minor = office.debtor();
        Office.Debtor stranger = office.debtor();
        List<Reservation> calls =
                Stream.of(wishes, moved, minor)
                        .map(called -> office.reserve(office.request(called), NOON))
                        .toList();
        holds.set(order(Bar.INCONVENIENT_TIME, wishes, "not at noon"));
        for (Office.Debtor debtor : List.of(moved, stranger)) {
            office.transact(tx ->
                    tx.update(PHONE)
                            .set(PHONE.USABLE, "REASSIGNED")
                            .where(PHONE.ID.eq(debtor.phone()))
                            .execute());
        }
        office.transact(tx ->
                tx.update(CONSUMER)
                        .set(CONSUMER.MINOR, true)
                        .where(CONSUMER.ID.eq(minor.consumer()))
                        .execute());
        BlockingQueue<Barred> heard = new LinkedBlockingQueue<>();
        try (BarListener late = BarListener.start(office.database, heard::add)) {
            assertThat(late).isNotNull();
            assertThat(List.of(soon(heard), soon(heard), soon(heard)))
                    .containsExactlyInAnyOrder(
                            new Barred(wishes.consumer(), Optional.empty(), Optional.empty()),
                            new Barred(
                                    moved.consumer(), Optional.empty(), Optional.of(moved.phone())),
                            new Barred(minor.consumer(), Optional.empty(), Optional.empty()));
        }
        calls.forEach(call ->
                office.end(
                        ((Reservation.Granted) call).attempt(),
                        org.rightparty.vocabulary.Outcome.BUSY,
                        NOON));
    }

    private static Barred next(BlockingQueue<Barred> heard) throws InterruptedException {
        return soon(heard);
    }

    private static Barred soon(BlockingQueue<Barred> heard) throws InterruptedException {
        Barred next = heard.poll(5, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was heard within five seconds");
        }
        return next;
    }

    /// As the owner: the product's role is not shown what other sessions do.
    private static void awaitListening() throws InterruptedException, SQLException {
        try (Connection owner = TestDatabase.owner(office.database);
                Statement statement = owner.createStatement()) {
            for (int tries = 0; tries < 100; tries++) {
                try (ResultSet listening = statement.executeQuery(LISTENING)) {
                    if (listening.next() && listening.getInt(1) == 2) {
                        return;
                    }
                }
                Thread.sleep(50);
            }
        }
        throw new AssertionError("nobody listens");
    }

    private static Reservation reserved(Office.Debtor debtor) {
        return office.reserve(office.request(debtor), NOON.plus(Duration.ofSeconds(1)));
    }

    private static int count(Office.Debtor debtor) {
        return office.transact(tx -> tx.fetchCount(HOLD, HOLD.CONSUMER_ID.eq(debtor.consumer())));
    }

    private static List<String> kinds(Office.Debtor debtor) {
        return office.transact(tx ->
                tx.select(AUDIT_ENTRY.KIND)
                        .from(AUDIT_ENTRY)
                        .where(AUDIT_ENTRY.CONSUMER_ID.eq(debtor.consumer()))
                        .orderBy(AUDIT_ENTRY.ID)
                        .fetch(AUDIT_ENTRY.KIND));
    }

    private static HoldOrder order(Bar bar, Office.Debtor debtor, String evidence) {
        return new HoldOrder(
                bar,
                debtor.account(),
                bar.reach() == Bar.Reach.NUMBER ? Optional.of(debtor.phone()) : Optional.empty(),
                Optional.empty(),
                evidence,
                Source.OFFICER,
                officer,
                Optional.empty(),
                bar == Bar.INCONVENIENT_TIME
                        ? Optional.of(
                                new HoldOrder.Times(
                                        EnumSet.allOf(DayOfWeek.class),
                                        LocalTime.of(11, 0),
                                        LocalTime.of(13, 0)))
                        : Optional.empty(),
                bar == Bar.INCONVENIENT_PLACE ? Optional.of(Place.HOME) : Optional.empty());
    }
}
