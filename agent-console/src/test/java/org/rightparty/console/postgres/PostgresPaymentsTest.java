package org.rightparty.console.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.console.office.Payments.By;
import org.rightparty.console.office.Payments.Field;
import org.rightparty.console.office.Payments.Outcome;
import org.rightparty.console.office.Payments.Payment;
import org.rightparty.database.TestDatabase;
import org.rightparty.vocabulary.ClientId;
import org.rightparty.vocabulary.Money;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

class PostgresPaymentsTest {
    private static final Instant NOW = Instant.parse("2026-03-12T20:00:00Z");
    private static final String NUMBER = "NB-100482-7781";

    private final Case it = new Case(TestDatabase.fresh());
    private final PostgresPayments payments = new PostgresPayments(it.database, Case.ledger());
    private final ClientId client = payments.client("Northbank").orElseThrow();

    @AfterEach
    void close() {
        it.database.close();
    }

    private static Payment payment(long minor, String paidOn, String reference) {
        return new Payment(NUMBER, minor, Money.US_DOLLAR, LocalDate.parse(paidOn), reference);
    }

    private Outcome post(Payment payment) {
        return payments.post(client, List.of(payment), new By("march.csv", NOW)).getFirst();
    }

    private static Field refused(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).field();
    }

    private void promise(String state) {
        it.execute(
                "INSERT INTO promise (account_id, consumer_id, agent_id, amount_minor, due_on,"
                        + " grace_days, method, state, made_at, resolved_at) VALUES ("
                        + it.account
                        + ", "
                        + it.consumer
                        + ", "
                        + it.agent
                        + ", 12000, '2026-03-05', 3, 'CARD', '"
                        + state
                        + "', '2026-02-20T15:00:00Z', "
                        + (state.equals("OPEN") ? "NULL" : "'2026-03-09T12:00:00Z'")
                        + ")");
    }

    private String balance() {
        return it.value("SELECT balance_minor FROM account WHERE id = " + it.account);
    }

    @Test
    void a_payment_lowers_the_balance_by_an_entry_of_its_own() {
        assertThat(post(payment(12_000, "2026-03-10", "R-1")))
                .isInstanceOfSatisfying(
                        Outcome.Posted.class, posted -> assertThat(posted.inCredit()).isFalse());
        assertThat(balance()).isEqualTo("88000");
        assertThat(
                        it.value(
                                "SELECT kind || ' ' || bucket || ' ' || amount_minor || ' '"
                                        + " || effective_on FROM balance_entry"
                                        + " WHERE source LIKE 'payment %'"))
                .isEqualTo("PAYMENT PRINCIPAL -12000 2026-03-10");
        assertThat(it.value("SELECT actor || payload FROM audit_entry"))
                .startsWith("command")
                .contains("source=march.csv")
                .doesNotContain("12000", "R-1");
    }

    @Test
    void the_same_payment_again_changes_nothing_and_another_of_its_reference_is_refused() {
        post(payment(12_000, "2026-03-10", "R-1"));
        assertThat(post(payment(12_000, "2026-03-10", "R-1"))).isInstanceOf(Outcome.Known.class);
        assertThat(refused(post(payment(12_001, "2026-03-10", "R-1")))).isEqualTo(Field.REFERENCE);
        assertThat(refused(post(payment(12_000, "2026-03-11", "R-1")))).isEqualTo(Field.REFERENCE);
        assertThat(balance()).isEqualTo("88000");
        assertThat(it.value("SELECT count(*) FROM audit_entry")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    was    | paid on    | minor | is
                    OPEN   | 2026-02-19 | 12000 | OPEN
                    OPEN   | 2026-02-20 | 12000 | KEPT
                    OPEN   | 2026-03-05 | 11999 | OPEN
                    OPEN   | 2026-03-05 | 12000 | KEPT
                    OPEN   | 2026-03-08 | 12000 | KEPT
                    OPEN   | 2026-03-09 | 12000 | OPEN
                    BROKEN | 2026-03-08 | 12000 | KEPT
                    BROKEN | 2026-03-08 | 11999 | BROKEN
                    BROKEN | 2026-03-09 | 12000 | BROKEN
                    """)
    void a_promise_is_kept_by_what_was_paid_in_its_time(
            String was, String paidOn, long minor, String is) {
        promise(was);
        Outcome outcome = post(payment(minor, paidOn, "R-1"));
        assertThat(it.value("SELECT state FROM promise")).isEqualTo(is);
        boolean kept = is.equals("KEPT");
        assertThat(((Outcome.Posted) outcome).kept()).isEqualTo(kept ? 1 : 0);
        assertThat(it.value("SELECT count(*) FROM audit_entry WHERE kind = 'promise.kept'"))
                .isEqualTo(kept ? "1" : "0");
    }

    @Test
    void two_payments_keep_a_promise_together() {
        promise("OPEN");
        post(payment(6_000, "2026-03-04", "R-1"));
        assertThat(it.value("SELECT state FROM promise")).isEqualTo("OPEN");
        post(payment(6_000, "2026-03-08", "R-2"));
        assertThat(it.value("SELECT state || ' ' || paid_minor FROM promise"))
                .isEqualTo("KEPT 12000");
    }

    @ParameterizedTest
    @CsvSource({"99999, ACTIVE, 0", "100000, PAID, 0", "100001, PAID, 1"})
    void an_account_on_which_nothing_is_owed_is_paid(long minor, String state, String tasks) {
        post(payment(minor, "2026-03-10", "R-1"));
        assertThat(it.value("SELECT work_state FROM account WHERE id = " + it.account))
                .isEqualTo(state);
        assertThat(it.value("SELECT count(*) FROM task WHERE kind = 'REVIEW'")).isEqualTo(tasks);
    }

    @Test
    void it_pays_principal_then_interest_then_fees_and_leaves_credit_on_the_principal() {
        it.execute(
                "INSERT INTO balance_entry (account_id, kind, bucket, amount_minor, effective_on)"
                        + " SELECT "
                        + it.account
                        + ", 'ADJUSTMENT', bucket, 500, '2025-10-01'"
                        + " FROM unnest(ARRAY['INTEREST', 'FEE']) bucket");
        post(payment(100_700, "2026-03-10", "R-1"));
        assertThat(buckets()).isEqualTo("FEE 300, INTEREST 0, PRINCIPAL 0");
        post(payment(350, "2026-03-11", "R-2"));
        assertThat(buckets()).isEqualTo("FEE 0, INTEREST 0, PRINCIPAL -50");
        assertThat(balance()).isEqualTo("-50");
    }

    private String buckets() {
        return it.value(
                "SELECT string_agg(bucket || ' ' || sum, ', ' ORDER BY bucket) FROM ("
                        + "SELECT bucket, sum(amount_minor) FROM balance_entry WHERE account_id = "
                        + it.account
                        + " GROUP BY bucket) b");
    }

    @ParameterizedTest
    @CsvSource({
        "NB-100482-7781, USD, 2026-03-13, posted",
        "NB-100482-7781, USD, 2026-03-14, PAID_ON",
        "NB-100482-7781, EUR, 2026-03-10, CURRENCY",
        "NB-0,           USD, 2026-03-10, ACCOUNT"
    })
    void what_cannot_be_is_refused_and_changes_nothing(
            String number, String currency, String paidOn, String what) {
        Outcome outcome =
                post(
                        new Payment(
                                number,
                                1,
                                Currency.getInstance(currency),
                                LocalDate.parse(paidOn),
                                "R-1"));
        if (what.equals("posted")) {
            assertThat(outcome).isInstanceOf(Outcome.Posted.class);
        } else {
            assertThat(refused(outcome)).isEqualTo(Field.valueOf(what));
            assertThat(it.value("SELECT count(*) FROM payment")).isEqualTo("0");
        }
    }

    @Test
    void a_payment_is_never_changed() {
        post(payment(12_000, "2026-03-10", "R-1"));
        assertThatThrownBy(() -> it.execute("UPDATE payment SET amount_minor = 1")).isNotNull();
    }
}
