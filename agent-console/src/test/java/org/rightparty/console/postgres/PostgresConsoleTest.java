package org.rightparty.console.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.console.desk.Accounts;
import org.rightparty.console.desk.CallReason;
import org.rightparty.console.desk.DispositionCode;
import org.rightparty.console.desk.ScreenPop;
import org.rightparty.console.desk.WrapUp;
import org.rightparty.console.desk.WrapUps;
import org.rightparty.console.people.Sessions;
import org.rightparty.console.people.Sessions.RefusedLogIn;
import org.rightparty.console.people.Sessions.Session;
import org.rightparty.console.people.Sessions.Why;
import org.rightparty.database.TestDatabase;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.Money;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.Role;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/// What the console reads and keeps, apart from wrap-ups.
class PostgresConsoleTest {
    private static final Duration IDLE = Duration.ofHours(1);
    private static final CallReason WHY = CallReason.confidential("Highest value.");
    private static final String TOKEN = "ab".repeat(32);
    private final Case it = new Case(TestDatabase.fresh());
    private final PostgresSessions sessions = new PostgresSessions(it.database, Case.ledger());
    private final PostgresPeople people = new PostgresPeople(it.database);

    @AfterEach
    void close() {
        it.database.close();
    }

    @Test
    void shows_every_clock_that_the_person_may_go_by() {
        it.execute(
                "INSERT INTO location_evidence (consumer_id, kind, zones) VALUES ("
                        + it.consumer
                        + ", 'ADDRESS', '{America/Chicago}')");
        ScreenPop.Dialed dialed =
                screens().load(it.account, it.phone, Optional.empty(), WHY).dialed();
        assertThat(dialed.zone()).isEqualTo("America/Chicago");
        assertThat(dialed.otherZones()).containsExactly("America/New_York");
    }

    @Test
    void loads_the_whole_screen() {
        it.spoke(Duration.ofDays(1));
        it.spoke(Duration.ofDays(8));
        it.execute(
                "INSERT INTO balance_entry (account_id, kind, bucket, amount_minor, effective_on)"
                        + " VALUES ("
                        + it.account
                        + ", 'PAYMENT', 'PRINCIPAL', -2500, '2026-02-01')");
        it.execute(
                "INSERT INTO hold (consumer_id, code, from_at) VALUES ("
                        + it.consumer
                        + ", 'HARDSHIP', '2026-01-01')");
        ScreenPop screen = screens().load(it.account, it.phone, Optional.empty(), WHY);
        assertThat(screen.person().familyName()).isEqualTo("Delgado");
        assertThat(screen.person().bornOn()).hasValue(LocalDate.parse("1984-07-19"));
        assertThat(screen.proofs()).containsExactly("FULL_NAME", "DATE_OF_BIRTH");
        assertThat(screen.flags())
                .extracting(ScreenPop.Flag::sentence)
                .containsExactly("On hold: hardship.", "Prefers Spanish.");
        assertThat(screen.dialed().attemptsInWindow()).isEqualTo(1);
        assertThat(screen.dialed().zone()).isEqualTo("America/New_York");
        assertThat(screen.dialed().windowEndsAt()).hasValue(Instant.parse("2026-03-03T02:00:00Z"));
        ScreenPop.Debt debt = screen.debt().orElseThrow();
        assertThat(debt.balance()).isEqualTo(Money.dollars(97_500));
        assertThat(debt.principal()).isEqualTo(Money.dollars(97_500));
        assertThat(debt.policy().settlementFloor()).isEqualTo(Money.dollars(68_251));
        assertThat(debt.linked()).hasSize(1);
        assertThat(debt.history())
                .extracting(h -> h.kind() + " " + h.text())
                .contains("PAYMENT $25.00", "CALL Answered");
        assertThat(debt.history().stream().flatMap(h -> h.day().stream()))
                .containsExactly(LocalDate.parse("2026-02-01"));
    }

    @Test
    void a_screen_tells_of_no_debt_to_another_client() {
        it.owesAnotherClient();
        ScreenPop.Debt debt =
                screens().load(it.account, it.phone, Optional.empty(), WHY).debt().orElseThrow();
        assertThat(debt.linked())
                .extracting(ScreenPop.LinkedAccount::client)
                .containsOnly("Northbank");
        assertThat(debt.linked()).hasSize(1);
    }

    @Test
    void a_payment_stands_in_the_past_on_the_day_it_counts_from() {
        it.spoke(Duration.ofDays(40));
        it.execute(
                "INSERT INTO balance_entry (account_id, kind, bucket, amount_minor, effective_on)"
                        + " VALUES ("
                        + it.account
                        + ", 'PAYMENT', 'PRINCIPAL', -2500, '2026-01-02')");
        ScreenPop.Debt debt =
                screens().load(it.account, it.phone, Optional.empty(), WHY).debt().orElseThrow();
        assertThat(debt.history())
                .extracting(ScreenPop.History::kind)
                .containsExactly("CALL", "PAYMENT");
    }

    /// Case.NOW is 2026-03-02, 15:15 in New York: seven calendar days begin with 24 February.
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    hours ago, counted
                    1,         1
                    159,       1
                    160,       0
                    168,       0
                    """)
    void calls_count_by_calendar_days_where_the_person_lives_as_the_gate_counts(
            long hours, int counted) {
        it.spoke(Duration.ofHours(hours));
        ScreenPop screen = screens().load(it.account, it.phone, Optional.empty(), WHY);
        assertThat(screen.dialed().attemptsInWindow()).isEqualTo(counted);
    }

    @Test
    void the_call_at_hand_is_not_counted_among_those_before_it_however_it_was_dialed() {
        it.spoke(Duration.ofDays(1));
        AttemptId live = it.attempt(Duration.ZERO);
        ScreenPop screen = screens().load(it.account, it.phone, Optional.of(live), WHY);
        assertThat(screen.dialed().attemptsInWindow()).isEqualTo(1);
        assertThat(screen.debt().orElseThrow().history())
                .extracting(ScreenPop.History::text)
                .contains("This call");
    }

    @Test
    void shows_what_was_recorded_on_the_next_screen() {
        WrapUp.Promise promise =
                new WrapUp.Promise(Money.dollars(9_900), LocalDate.parse("2026-03-09"), "ACH");
        new PostgresWrapUps(it.database, Case.ledger(), it.hours(), Case.clock())
                .record(
                        it.agent,
                        new WrapUp(
                                it.spoke(Duration.ofMinutes(5)),
                                "PROMISE",
                                "FORGOT",
                                "In April.",
                                Optional.of(promise),
                                Optional.empty()),
                        new WrapUps.Spoken(Case.NOW.minusSeconds(60), true, List.of("FULL_NAME")));
        ScreenPop screen = screens().load(it.account, it.phone, Optional.empty(), WHY);
        assertThat(screen.dialed().lastConversationAt()).hasValue(Case.NOW.minusSeconds(60));
        ScreenPop.Debt debt = screen.debt().orElseThrow();
        assertThat(debt.promises())
                .extracting(ScreenPop.PastPromise::state)
                .containsExactly("OPEN");
        assertThat(debt.history())
                .extracting(h -> h.kind() + " " + h.who() + " " + h.text())
                .contains("NOTE A. Kim In April.", "DISPOSITION A. Kim Promise to pay");
    }

    @Test
    void does_not_load_an_account_with_a_strangers_number() {
        assertThatThrownBy(() ->
                        screens().load(it.account, new PhoneId(999_999), Optional.empty(), WHY))
                .isInstanceOf(NoSuchElementException.class);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    typed          | found
                    Delgado        | 2
                    maria del      | 2
                    Delgado Maria  | 2
                    Delgado, Maria | 2
                    del mar xyz    | 0
                    NB-100482      | 2
                    NB-100482-7781 | 1
                    482-7781       | 1
                    7781           | 1
                    82-778         | 0
                    0142           | 2
                    555-0142       | 2
                    550142         | 2
                    142            | 0
                    (212) 555-0142 | 2
                    +12125550142   | 2
                    212 555 0143   | 0
                    100%           | 0
                    Del_ado        | 0
                    """)
    void finds_accounts_by_name_number_and_telephone(String typed, int found) {
        List<Accounts.Found> all = accounts().search(typed, 20);
        assertThat(all).hasSize(found);
        assertThat(all).allMatch(f -> f.phones().size() == 1);
        assertThat(accounts().search(typed, 1)).hasSize(Math.min(1, found));
    }

    @Test
    void finds_whoever_was_called_lately_first_and_says_who_placed_the_account() {
        ConsumerId later = it.namesake();
        assertThat(delgados()).containsExactly(it.consumer, it.consumer, later);
        it.called(later, Case.NOW.minus(Duration.ofDays(1)));
        assertThat(delgados()).containsExactly(later, it.consumer, it.consumer);
        assertThat(accounts().search("Delgado", 20))
                .extracting(Accounts.Found::client)
                .containsOnly("Northbank");
    }

    @Test
    void lately_is_thirty_days() {
        ConsumerId later = it.namesake();
        it.called(later, Case.NOW.minus(Duration.ofDays(30)).minusMillis(1));
        assertThat(delgados()).containsExactly(it.consumer, it.consumer, later);
        it.called(later, Case.NOW.minus(Duration.ofDays(30)));
        assertThat(delgados()).containsExactly(later, it.consumer, it.consumer);
    }

    /// Whose accounts are found, in order.
    private List<ConsumerId> delgados() {
        return accounts().search("Delgado", 20).stream().map(Accounts.Found::consumer).toList();
    }

    @Test
    void finds_an_account_by_our_own_number_first() {
        assertThat(accounts().search(it.other.toString(), 20))
                .extracting(Accounts.Found::account)
                .startsWith(it.other);
        assertThat(accounts().search("00" + it.other, 20))
                .extracting(Accounts.Found::account)
                .startsWith(it.other);
    }

    @Test
    void holds_a_session_until_it_is_idle_too_long_or_expires() {
        begin();
        assertThat(find(Duration.ofMinutes(59))).isPresent();
        assertThat(find(Duration.ofMinutes(118))).isPresent();
        assertThat(find(Duration.ofMinutes(179))).isEmpty();
    }

    @Test
    void ends_a_session_by_its_length_however_busy() {
        begin();
        for (int minutes = 50; minutes < 720; minutes += 50) {
            assertThat(find(Duration.ofMinutes(minutes))).isPresent();
        }
        assertThat(find(Duration.ofHours(12))).isEmpty();
    }

    @Test
    void knows_who_holds_a_session_and_forgets_it_at_log_out() {
        begin();
        Sessions.Held held = find(Duration.ofMinutes(1)).orElseThrow();
        assertThat(held.person().name()).isEqualTo("A. Kim");
        assertThat(held.person().roles()).isEqualTo(Set.of(Role.AGENT));
        sessions.end(TOKEN, Case.NOW);
        sessions.end(TOKEN, Case.NOW);
        assertThat(find(Duration.ofMinutes(1))).isEmpty();
        assertThat(it.value("SELECT string_agg(kind, ' ' ORDER BY id) FROM audit_entry"))
                .isEqualTo("agent.logged.in agent.logged.out");
    }

    @Test
    void a_locked_log_in_ends_its_sessions() {
        begin();
        it.execute("UPDATE agent SET active = false");
        assertThat(find(Duration.ofMinutes(1))).isEmpty();
        assertThat(people.secret("akim")).hasValueSatisfying(s -> assertThat(s.active()).isFalse());
    }

    @Test
    void writes_down_who_was_not_let_in_but_not_what_was_typed() {
        sessions.refused(new RefusedLogIn(Case.NOW, Optional.of(it.agent), Why.WRONG));
        sessions.refused(new RefusedLogIn(Case.NOW, Optional.empty(), Why.WRONG));
        assertThat(it.value("SELECT string_agg(actor, ' ' ORDER BY id) FROM audit_entry"))
                .isEqualTo("agent:" + it.agent + " nobody");
    }

    @Test
    void knows_people_lines_and_campaigns() {
        assertThat(people.person(it.agent))
                .hasValueSatisfying(p -> assertThat(p.login()).isEqualTo("akim"));
        assertThat(people.line(it.agent).number()).isEqualTo("2001");
        assertThat(people.campaigns()).hasSize(1);
        assertThat(people.worksOn(it.agent)).isEmpty();
        it.execute("INSERT INTO campaign_agent VALUES (" + it.agent + ", " + it.campaign + ")");
        assertThat(people.worksOn(it.agent)).hasValue(it.campaign);
    }

    @Test
    void offers_nine_favourites_and_the_rest() {
        List<DispositionCode> all = new PostgresDispositions(it.database).all();
        assertThat(all.stream().flatMap(d -> d.hotKey().stream()))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(all).hasSizeGreaterThan(30);
        assertThat(all)
                .allMatch(d -> !d.conversation() || d.party() == DispositionCode.Party.RIGHT);
    }

    private PostgresScreens screens() {
        return new PostgresScreens(it.database, it.hours(), Case.clock());
    }

    private PostgresAccounts accounts() {
        return new PostgresAccounts(it.database, Case.clock());
    }

    private void begin() {
        sessions.begin(
                new Session(
                        TOKEN, it.agent, "csrf", Case.NOW, Case.NOW.plus(Duration.ofHours(12))));
    }

    private Optional<Sessions.Held> find(Duration later) {
        return sessions.find(TOKEN, Case.NOW.plus(later), IDLE);
    }
}
