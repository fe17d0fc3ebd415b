package org.rightparty.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.console.desk.DispositionCode.Effects;
import org.rightparty.console.desk.DispositionCode.Needs;
import org.rightparty.console.desk.DispositionCode.Party;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.Money;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Balance 1,000.00, settlement floor 700.00, promises within 30 days, calls from 08:00 to 21:00.
class WrapUpRulesTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant NOW = Instant.parse("2026-03-02T20:00:00Z");
    private static final Needs NOTHING = new Needs(false, false, false, false);

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    party  | conversation | verified | fault
                    RIGHT  | true         | true     | -
                    RIGHT  | true         | false    | code
                    RIGHT  | false        | false    | code
                    THIRD  | false        | false    | -
                    THIRD  | false        | true     | code
                    NOBODY | false        | false    | -
                    NOBODY | false        | true     | code
                    ANY    | false        | false    | -
                    ANY    | false        | true     | -
                    ANY    | true         | false    | code
                    """)
    void the_disposition_fits_who_spoke(
            Party party, boolean conversation, boolean verified, String fault) {
        DispositionCode code = code("X_CODE", party, conversation, NOTHING);
        assertFault(fault, faults(form("X_CODE", "", "").build(), code, verified));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    needs    | reason   | note | fault
                    nothing  | ''       | ''   | -
                    nothing  | JOB_LOSS | ''   | -
                    nothing  | WEATHER  | ''   | reason
                    reason   | JOB_LOSS | ''   | -
                    reason   | ''       | ''   | reason
                    note     | ''       | said | -
                    note     | ''       | ''   | note
                    note     | ''       | ' '  | note
                    """)
    void all_that_it_demands_is_there(String needs, String reason, String note, String fault) {
        Needs wanted = new Needs(false, false, needs.equals("note"), needs.equals("reason"));
        DispositionCode code = code("X_CODE", Party.RIGHT, true, wanted);
        assertFault(fault, faults(form("X_CODE", reason, note).build(), code, true));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    code       | cents  | currency | due        | method  | note | fault
                    PROMISE    | 1      | USD      | 2026-03-02 | CARD    | ''   | -
                    PROMISE    | 0      | USD      | 2026-03-02 | CARD    | ''   | promise.amount
                    PROMISE    | -1     | USD      | 2026-03-02 | CARD    | ''   | promise.amount
                    PROMISE    | 100000 | USD      | 2026-03-02 | ACH     | ''   | -
                    PROMISE    | 100001 | USD      | 2026-03-02 | ACH     | ''   | promise.amount
                    PROMISE    | 100001 | USD      | 2026-03-02 | ACH     | fees | promise.amount
                    PROMISE    | 100    | EUR      | 2026-03-02 | ACH     | ''   | promise.amount
                    PROMISE    | 100    | USD      | 2026-03-01 | CHECK   | ''   | promise.dueOn
                    PROMISE    | 100    | USD      | 2026-04-01 | CHECK   | ''   | -
                    PROMISE    | 100    | USD      | 2026-04-02 | CHECK   | ''   | promise.dueOn
                    PROMISE    | 100    | USD      | 2026-03-05 | BARTER  | ''   | promise.method
                    SETTLEMENT | 70000  | USD      | 2026-03-05 | WIRE    | ''   | -
                    SETTLEMENT | 69999  | USD      | 2026-03-05 | WIRE    | ''   | promise.amount
                    """)
    void a_promise_keeps_to_the_clients_policy(
            String name,
            long cents,
            String currency,
            LocalDate due,
            String method,
            String note,
            String fault) {
        Money amount = new Money(cents, Currency.getInstance(currency));
        WrapUp form = form(name, "", note).promise(new WrapUp.Promise(amount, due, method)).build();
        assertFault(fault, faults(form, promising(name), true));
    }

    @Test
    void a_promise_comes_exactly_with_what_takes_one() {
        WrapUp none = form("PROMISE", "", "").build();
        assertFault("promise.amount", faults(none, promising("PROMISE"), true));
        WrapUp one =
                form("X_CODE", "", "")
                        .promise(
                                new WrapUp.Promise(
                                        Money.dollars(5), LocalDate.parse("2026-03-05"), "CARD"))
                        .build();
        DispositionCode takesNone = code("X_CODE", Party.RIGHT, true, NOTHING);
        assertFault("promise.amount", faults(one, takesNone, true));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    due | zone | phone | asked | verified | fault
                    2026-03-02T20:04:59Z | US/Eastern | 1 | false | true | callback.dueAt
                    2026-03-02T20:05:00Z | US/Eastern | 1 | false | true | -
                    2026-03-03T12:59:59Z | US/Eastern | 1 | false | true | callback.dueAt
                    2026-03-03T13:00:00Z | US/Eastern | 1 | false | true | -
                    2026-03-04T02:00:00Z | US/Eastern | 1 | false | true | callback.dueAt
                    2026-05-01T20:00:00Z | US/Eastern | 1 | false | true | -
                    2026-05-01T20:00:01Z | US/Eastern | 1 | false | true | callback.dueAt
                    2026-03-03T15:00:00Z | Mars/Olympus | 1 | false | true | callback.zone
                    2026-03-03T15:00:00Z | US/Eastern | 9 | false | true | callback.phone
                    2026-03-03T15:00:00Z | US/Eastern | 0 | false | true | -
                    2026-03-03T15:00:00Z | US/Eastern | 1 | true | true | -
                    2026-03-03T15:00:00Z | US/Eastern | 1 | true | false | callback.askedByConsumer
                    2026-03-03T15:00:00Z | US/Eastern | 1 | false | false | -
                    """)
    void a_callback_lies_ahead_at_an_hour_at_which_one_may_call(
            Instant due, String zone, long phone, boolean asked, boolean verified, String fault) {
        Optional<PhoneId> number = phone == 0 ? Optional.empty() : Optional.of(new PhoneId(phone));
        WrapUp form =
                form("CALLBACK", "", "")
                        .callback(new WrapUp.Callback(due, zone, number, true, asked))
                        .build();
        DispositionCode code =
                code("CALLBACK", Party.ANY, false, new Needs(false, true, false, false));
        assertFault(fault, faults(form, code, verified));
    }

    @Test
    void a_callback_that_is_demanded_is_missed() {
        DispositionCode code =
                code("CALLBACK", Party.ANY, false, new Needs(false, true, false, false));
        assertFault("callback.dueAt", faults(form("CALLBACK", "", "").build(), code, true));
    }

    @Test
    void a_disposition_that_nobody_knows_is_the_only_fault() {
        WrapUp form = form("NO_SUCH", "WEATHER", "").build();
        assertThat(WrapUpRules.faults(form, facts(Optional.empty(), false)))
                .extracting(Answer.Fault::field)
                .containsExactly("code");
    }

    @Test
    void all_faults_are_told_at_once() {
        Needs all = new Needs(true, true, true, true);
        List<Answer.Fault> faults =
                faults(
                        form("X_CODE", "", "").build(),
                        code("X_CODE", Party.RIGHT, true, all),
                        false);
        assertThat(faults)
                .extracting(Answer.Fault::field)
                .containsExactly("code", "reason", "note", "promise.amount", "callback.dueAt");
    }

    private static List<Answer.Fault> faults(WrapUp form, DispositionCode code, boolean verified) {
        return WrapUpRules.faults(form, facts(Optional.of(code), verified));
    }

    private static WrapUpRules.Case facts(Optional<DispositionCode> code, boolean verified) {
        return new WrapUpRules.Case(
                code,
                verified,
                Money.dollars(100_000),
                new ScreenPop.Policy(Money.dollars(70_000), 30, 3),
                NOW,
                LocalDate.ofInstant(NOW, NEW_YORK),
                Set.of(new PhoneId(1), new PhoneId(2)),
                WrapUpRulesTest::isOpen);
    }

    private static boolean isOpen(Instant at) {
        LocalTime local = LocalTime.ofInstant(at, NEW_YORK);
        return !local.isBefore(LocalTime.of(8, 0)) && local.isBefore(LocalTime.of(21, 0));
    }

    private static DispositionCode promising(String name) {
        return code(name, Party.RIGHT, true, new Needs(true, false, false, false));
    }

    private static DispositionCode code(
            String name, Party party, boolean conversation, Needs needs) {
        return new DispositionCode(
                name, "", "", Optional.empty(), party, conversation, needs, Effects.NONE);
    }

    private static void assertFault(String field, List<Answer.Fault> faults) {
        assertThat(faults)
                .extracting(Answer.Fault::field)
                .isEqualTo(field.equals("-") ? List.of() : List.of(field));
    }

    private static Form form(String code, String reason, String note) {
        return new Form(code, reason, note, Optional.empty(), Optional.empty());
    }

    private record Form(
            String code,
            String reason,
            String note,
            Optional<WrapUp.Promise> promised,
            Optional<WrapUp.Callback> called) {
        Form promise(WrapUp.Promise promise) {
            return new Form(code, reason, note, Optional.of(promise), called);
        }

        Form callback(WrapUp.Callback callback) {
            return new Form(code, reason, note, promised, Optional.of(callback));
        }

        WrapUp build() {
            return new WrapUp(new AttemptId(81), code, reason, note, promised, called);
        }
    }
}
