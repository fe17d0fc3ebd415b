package org.rightparty.dialer.selection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.dialer.selection.CandidateFacts.Appointment;
import org.rightparty.dialer.selection.CandidateFacts.Debt;
import org.rightparty.dialer.selection.CandidateFacts.Line;
import org.rightparty.dialer.selection.CandidateFacts.Pledge;
import org.rightparty.dialer.selection.CandidateFacts.Stop;
import org.rightparty.dialer.selection.CandidateFacts.Talk;
import org.rightparty.dialer.selection.CandidateFacts.Try;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.Outcome;
import org.rightparty.vocabulary.PhoneId;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class SelectionTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant NOON = at("2026-11-18T12:00");
    private static final AccountId ACCOUNT = new AccountId(1);
    private static final PhoneId FIRST = new PhoneId(1);
    private static final PhoneId SECOND = new PhoneId(2);

    private final List<Debt> debts = new ArrayList<>(List.of(debt(1, 100_000)));
    private final List<Line> lines = new ArrayList<>(List.of(line(1), line(2)));
    private final List<Try> tries = new ArrayList<>();
    private final List<Pledge> pledges = new ArrayList<>();
    private final List<Appointment> callbacks = new ArrayList<>();
    private final List<Stop> stops = new ArrayList<>();
    private Optional<Talk> lastTalk = Optional.empty();
    private Optional<Instant> heldUntil = Optional.empty();

    @Test
    void a_new_account_is_in_the_pool_at_once() {
        Choice.Candidate chosen = candidate(NOON);
        assertThat(chosen.tier()).isEqualTo(Tier.POOL);
        assertThat(chosen.notBefore()).isBeforeOrEqualTo(NOON);
        assertThat(chosen.why())
                .isEqualTo(
                        "Highest expected value: unverified number, not tried yet, "
                                + "debt 4 months old");
    }

    @Test
    void nobody_is_chosen_without_a_debt_or_a_number() {
        debts.clear();
        assertThat(choose(NOON)).isInstanceOf(Choice.Nobody.class);
        debts.add(debt(1, 1));
        lines.clear();
        assertThat(choose(NOON)).isInstanceOf(Choice.Nobody.class);
    }

    @Test
    void a_number_that_wants_a_consent_gives_its_turn_to_another() {
        lines.set(0, line(1).refusedFor(Map.of(ACCOUNT, "NO_CONSENT")));
        assertThat(candidate(NOON).phone()).isEqualTo(SECOND);
        lines.set(1, line(2).refusedFor(Map.of(ACCOUNT, "NO_CONSENT")));
        assertThat(choose(NOON))
                .isInstanceOfSatisfying(
                        Choice.Parked.class,
                        parked -> assertThat(parked.reason()).isEqualTo("GATE_NO_CONSENT"));
    }

    @Test
    void what_is_spoken_about_is_a_debt_for_which_the_number_may_be_dialed() {
        debts.add(debt(2, 900_000));
        assertThat(candidate(NOON).account()).isEqualTo(new AccountId(2));
        lines.set(0, line(1).refusedFor(Map.of(new AccountId(2), "NO_CONSENT")));
        assertThat(candidate(NOON).account()).isEqualTo(ACCOUNT);
        assertThat(candidate(NOON).phone()).isEqualTo(FIRST);
    }

    @Test
    void a_callback_stands_whatever_its_number_and_is_the_gates_to_judge() {
        lines.set(0, line(1).refusedFor(Map.of(ACCOUNT, "NO_CONSENT")));
        lines.set(1, line(2).refusedFor(Map.of(ACCOUNT, "NO_CONSENT")));
        callbacks.add(callback("2026-11-18T11:00", false));
        assertThat(candidate(NOON).tier()).isEqualTo(Tier.CALLBACK);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    now in New York  | not before
                    2026-11-18T16:59 | 2026-11-18T17:00
                    2026-11-18T17:00 | 2026-11-18T17:00
                    """)
    void a_callback_waits_for_its_time(LocalDateTime now, LocalDateTime notBefore) {
        callbacks.add(callback("2026-11-18T17:00", false));
        expect(now, Tier.CALLBACK, notBefore, "Callback the consumer asked for at 5:00 PM");
    }

    @Test
    void a_personal_callback_is_its_agents_for_ten_minutes() {
        callbacks.add(callback("2026-11-18T17:00", true));
        assertThat(candidate(NOON).notBefore()).isEqualTo(at("2026-11-18T17:10"));
    }

    @Test
    void a_callback_that_was_not_answered_is_spaced_like_any_attempt() {
        callbacks.add(callback("2026-11-18T12:00", false));
        tries.add(tried(SECOND, Outcome.BUSY, "2026-11-18T12:01"));
        assertThat(candidate(at("2026-11-18T12:02")).notBefore()).isEqualTo(at("2026-11-18T12:16"));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    now in New York  | tier           | why
                    2026-11-22T00:00 | BROKEN_PROMISE | Broken promise of Nov 18, 2026
                    2026-11-24T23:59 | BROKEN_PROMISE | Broken promise of Nov 18, 2026
                    2026-11-25T00:00 | POOL           | Highest expected value
                    """)
    void a_broken_promise_goes_first_for_three_days(LocalDateTime now, Tier tier, String why) {
        pledges.add(new Pledge(ACCOUNT, LocalDate.parse("2026-11-18"), 3, false));
        Choice.Candidate chosen = candidate(now.atZone(NEW_YORK).toInstant());
        assertThat(chosen.tier()).isEqualTo(tier);
        assertThat(chosen.why()).startsWith(why);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    spoken           | tier
                    2026-11-21T23:59 | BROKEN_PROMISE
                    2026-11-22T00:00 | POOL
                    """)
    void a_broken_promise_spoken_of_is_no_news(LocalDateTime spoken, Tier tier) {
        pledges.add(new Pledge(ACCOUNT, LocalDate.parse("2026-11-18"), 3, false));
        lastTalk =
                Optional.of(new Talk(spoken.atZone(NEW_YORK).toInstant(), true, Optional.empty()));
        assertThat(candidate(at("2026-11-23T12:00")).tier()).isEqualTo(tier);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    now in New York  | not before
                    2026-11-10T12:00 | 2026-11-16T00:00
                    2026-11-16T00:00 | 2026-11-16T00:00
                    2026-11-18T23:59 | 2026-11-16T00:00
                    2026-11-19T00:00 | 2026-11-22T00:00
                    """)
    void an_open_promise_is_left_in_peace_but_for_a_reminder(
            LocalDateTime now, LocalDateTime notBefore) {
        pledges.add(new Pledge(ACCOUNT, LocalDate.parse("2026-11-18"), 3, true));
        expect(now, Tier.FALLING_DUE, notBefore, "Promise falls due on Nov 18, 2026");
    }

    @Test
    void numbers_take_turns() {
        assertThat(candidate(NOON).phone()).isEqualTo(FIRST);
        tries.addFirst(tried(FIRST, Outcome.RING_NO_ANSWER, "2026-11-16T12:00"));
        assertThat(candidate(NOON).phone()).isEqualTo(SECOND);
        tries.addFirst(tried(SECOND, Outcome.VOICEMAIL_NO_MESSAGE, "2026-11-17T12:00"));
        assertThat(candidate(NOON).phone()).isEqualTo(FIRST);
        tries.addFirst(tried(FIRST, Outcome.ANSWERED, "2026-11-18T08:00"));
        assertThat(candidate(NOON).phone()).isEqualTo(FIRST);
    }

    @Test
    void a_busy_number_stays_next() {
        tries.add(tried(FIRST, Outcome.BUSY, "2026-11-18T11:59"));
        assertThat(candidate(NOON).phone()).isEqualTo(FIRST);
        assertThat(candidate(NOON).notBefore()).isEqualTo(at("2026-11-18T12:14"));
    }

    @Test
    void a_hold_parks_what_it_covers() {
        stops.add(new Stop("DISPUTE", Optional.of(ACCOUNT), Optional.empty(), Optional.empty()));
        assertThat(choose(NOON)).isEqualTo(new Choice.Parked(ACCOUNT, FIRST, "HOLD_DISPUTE"));
        debts.add(debt(2, 50));
        assertThat(candidate(NOON).account()).isEqualTo(new AccountId(2));
        stops.add(new Stop("CEASE", Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(choose(NOON)).isInstanceOf(Choice.Parked.class);
    }

    @Test
    void a_held_number_is_passed_over() {
        stops.add(new Stop("CEASE", Optional.empty(), Optional.of(FIRST), Optional.empty()));
        assertThat(candidate(NOON).phone()).isEqualTo(SECOND);
        stops.add(new Stop("CEASE", Optional.empty(), Optional.of(SECOND), Optional.empty()));
        assertThat(choose(NOON)).isEqualTo(new Choice.Parked(ACCOUNT, FIRST, "NUMBERS_HELD"));
    }

    @Test
    void a_hold_that_ends_by_itself_only_delays() {
        Optional<Instant> until = Optional.of(at("2026-12-01T00:00"));
        stops.add(new Stop("CLIENT", Optional.empty(), Optional.empty(), until));
        assertThat(candidate(NOON).notBefore()).isEqualTo(until.get());
    }

    @Test
    void a_call_in_progress_holds_the_person() {
        heldUntil = Optional.of(at("2026-11-18T12:30"));
        assertThat(candidate(NOON).notBefore()).isEqualTo(at("2026-11-18T12:30"));
    }

    @Test
    void the_dispositions_wait_counts_from_the_conversation() {
        lastTalk =
                Optional.of(
                        new Talk(at("2026-11-18T09:00"), false, Optional.of(Duration.ofDays(2))));
        tries.add(tried(FIRST, Outcome.ANSWERED, "2026-11-18T09:01"));
        assertThat(candidate(NOON).notBefore()).isEqualTo(at("2026-11-20T09:00"));
    }

    @Test
    void the_greater_expected_value_is_spoken_of() {
        debts.add(debt(2, 100_001 * 2));
        assertThat(candidate(NOON).account()).isEqualTo(new AccountId(2));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    balance  | standing   | kind   | contacts | in vain | days old | value
                    100000   | UNVERIFIED | OTHER  | 0        | 0       | 90       | 748
                    100000   | UNVERIFIED | OTHER  | 0        | 0       | 91       | 498
                    100000   | UNVERIFIED | OTHER  | 0        | 0       | 366      | 248
                    100000   | UNVERIFIED | OTHER  | 0        | 0       | 1096     | 98
                    100000   | VERIFIED   | OTHER  | 0        | 0       | 90       | 1498
                    100000   | UNVERIFIED | MOBILE | 0        | 0       | 90       | 898
                    100000   | UNVERIFIED | WORK   | 0        | 0       | 90       | 448
                    100000   | UNVERIFIED | OTHER  | 0        | 15      | 90       | 518
                    100000   | UNVERIFIED | OTHER  | 1        | 0       | 90       | 1155
                    1000000  | UNVERIFIED | OTHER  | 0        | 0       | 90       | 7498
                    1000001  | UNVERIFIED | OTHER  | 0        | 0       | 90       | 7498
                    10       | UNVERIFIED | OTHER  | 0        | 0       | 90       | 0
                    """)
    void the_value_is_balance_times_chance_times_share_less_the_cost(
            long balance,
            Line.Standing standing,
            Line.Kind kind,
            int contacts,
            int inVain,
            int days,
            int value) {
        ZonedDateTime noon = NOON.atZone(NEW_YORK);
        List<Try> past = new ArrayList<>();
        for (int i = 0; i < contacts + inVain; i++) {
            Outcome outcome = i < contacts ? Outcome.ANSWERED : Outcome.RING_NO_ANSWER;
            past.add(tried(FIRST, outcome, "2026-11-01T12:00"));
        }
        Debt debt = new Debt(ACCOUNT, balance, Optional.of(noon.toLocalDate().minusDays(days)));
        assertThat(ExpectedValue.of(debt, new Line(FIRST, standing, kind, 1), past, noon))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    outcome              | tried at         | permille
                    RING_NO_ANSWER       | 2026-11-18T11:59 | 979
                    RING_NO_ANSWER       | 2026-11-18T12:00 | 960
                    VOICEMAIL_NO_MESSAGE | 2026-11-18T12:00 | 960
                    VOICEMAIL_LEFT       | 2026-11-18T12:00 | 960
                    RING_NO_ANSWER       | 2026-10-21T12:00 | 979
                    ANSWERED             | 2026-11-18T12:00 | 1760
                    ANSWERED             | 2026-11-17T18:00 | 1387
                    ANSWERED             | 2026-10-21T12:00 | 1387
                    ANSWERED             | 2026-10-20T18:00 | 1195
                    ABANDONED            | 2026-11-18T12:00 | 1760
                    ABANDONED            | 2026-10-21T12:00 | 1387
                    ANSWERED_DROPPED     | 2026-11-18T12:00 | 1760
                    ANSWERED_DROPPED     | 2026-11-17T18:00 | 1387
                    UNKNOWN              | 2026-11-18T12:00 | 1000
                    BUSY                 | 2026-11-18T12:00 | 1000
                    NOT_IN_SERVICE       | 2026-11-18T08:00 | 300
                    NOT_IN_SERVICE       | 2026-10-22T12:00 | 583
                    NOT_IN_SERVICE       | 2026-10-21T12:00 | 650
                    NETWORK_BLOCKED      | 2026-11-18T12:00 | 500
                    NETWORK_BLOCKED      | 2026-10-21T12:00 | 750
                    NEVER_PLACED         | 2026-11-18T12:00 | 1000
                    """)
    void what_the_network_did_with_a_number_fades_and_counts_by_daypart(
            Outcome outcome, String at, int permille) {
        Line line = new Line(FIRST, Line.Standing.UNVERIFIED, Line.Kind.OTHER, 1);
        List<Try> past = List.of(tried(FIRST, outcome, at));
        assertThat(ExpectedValue.oddsPermille(line, past, at("2026-11-18T14:00").atZone(NEW_YORK)))
                .isEqualTo(permille);
    }

    @Test
    void a_call_that_reached_the_number_since_clears_it() {
        Line line = new Line(FIRST, Line.Standing.UNVERIFIED, Line.Kind.OTHER, 1);
        Try dead = tried(FIRST, Outcome.NOT_IN_SERVICE, "2026-11-17T12:00");
        Try busy = tried(FIRST, Outcome.BUSY, "2026-11-18T09:00");
        ZonedDateTime noon = NOON.atZone(NEW_YORK);
        assertThat(ExpectedValue.oddsPermille(line, List.of(dead), noon)).isEqualTo(300);
        assertThat(ExpectedValue.oddsPermille(line, List.of(busy, dead), noon)).isEqualTo(1_000);
        assertThat(ExpectedValue.oddsPermille(line, List.of(dead, busy), noon)).isEqualTo(300);
    }

    @Test
    void a_call_of_which_nothing_is_proven_clears_nothing() {
        Line line = new Line(FIRST, Line.Standing.UNVERIFIED, Line.Kind.OTHER, 1);
        Try dead = tried(FIRST, Outcome.NOT_IN_SERVICE, "2026-11-17T12:00");
        Try unknown = tried(FIRST, Outcome.UNKNOWN, "2026-11-18T09:00");
        Try unplaced = tried(FIRST, Outcome.NEVER_PLACED, "2026-11-18T09:01");
        ZonedDateTime noon = NOON.atZone(NEW_YORK);
        assertThat(ExpectedValue.oddsPermille(line, List.of(unplaced, unknown, dead), noon))
                .isEqualTo(300);
    }

    @Test
    void whoever_was_abandoned_has_answered() {
        Line line = new Line(FIRST, Line.Standing.UNVERIFIED, Line.Kind.OTHER, 1);
        Debt debt = debt(1, 100_000);
        Try abandoned = tried(FIRST, Outcome.ABANDONED, "2026-11-17T12:00");
        assertThat(Why.value(line, List.of(abandoned), debt, LocalDate.parse("2026-11-18")))
                .contains("answered 1 of 1 calls");
        tries.addFirst(tried(FIRST, Outcome.RING_NO_ANSWER, "2026-11-10T12:00"));
        tries.addFirst(tried(SECOND, Outcome.RING_NO_ANSWER, "2026-11-11T12:00"));
        tries.addFirst(tried(FIRST, Outcome.ANSWERED_DROPPED, "2026-11-12T12:00"));
        assertThat(candidate(NOON).phone()).isEqualTo(FIRST);
    }

    private void expect(LocalDateTime now, Tier tier, LocalDateTime notBefore, String why) {
        Choice.Candidate chosen = candidate(now.atZone(NEW_YORK).toInstant());
        assertThat(chosen.tier()).isEqualTo(tier);
        assertThat(chosen.notBefore()).isEqualTo(notBefore.atZone(NEW_YORK).toInstant());
        assertThat(chosen.why()).isEqualTo(why);
    }

    private Choice.Candidate candidate(Instant now) {
        return (Choice.Candidate) choose(now);
    }

    private Choice choose(Instant now) {
        return Selection.choose(
                new CandidateFacts(
                        new ConsumerId(1),
                        Duration.ofHours(4),
                        NEW_YORK,
                        debts,
                        lines,
                        tries,
                        pledges,
                        callbacks,
                        stops,
                        lastTalk,
                        heldUntil),
                now);
    }

    private static Debt debt(long id, long balance) {
        return new Debt(new AccountId(id), balance, Optional.of(LocalDate.parse("2026-07-01")));
    }

    private static Line line(int id) {
        return new Line(new PhoneId(id), Line.Standing.UNVERIFIED, Line.Kind.OTHER, id);
    }

    private static Try tried(PhoneId phone, Outcome outcome, String local) {
        return new Try(phone, outcome, at(local), at(local));
    }

    private static Appointment callback(String local, boolean personal) {
        return new Appointment(ACCOUNT, SECOND, at(local), NEW_YORK, personal);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
    }
}
