package org.rightparty.compliance.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.facts.Facts.Outcome.Refused;
import org.rightparty.compliance.holds.HoldOrder.Source;
import org.rightparty.compliance.rules.ContactKind;
import org.rightparty.compliance.rules.ContactResult;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

class FactFaultsTest {
    private static final Instant NOW = Instant.parse("2026-11-18T17:00:00Z");
    private static final Instant AT = NOW.minusSeconds(3_600);

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    kind         | result         | code
                    TEXT_SENT    | SENT           | fine
                    TEXT_SENT    | CONVERSATION   | RESULT_UNFIT
                    EMAIL_SENT   | UNKNOWN        | RESULT_UNFIT
                    INBOUND_CALL | CONVERSATION   | fine
                    INBOUND_CALL | RING_NO_ANSWER | RESULT_UNFIT
                    CALL_PLACED  | RING_NO_ANSWER | fine
                    CALL_PLACED  | SENT           | RESULT_UNFIT
                    CALL_PLACED  | IN_PROGRESS    | RESULT_UNFIT
                    """)
    void a_contact_ends_as_such_a_contact_can(ContactKind kind, ContactResult result, String code) {
        assertThat(
                        fault(
                                new Fact.PastContact(
                                        kind,
                                        result,
                                        Optional.empty(),
                                        Fact.Debts.ALL,
                                        Fact.Occasion.OURS,
                                        AT)))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    kind|change|to|until|from|ends|code
                    TEXT|GIVEN|CREDITOR||||fine
                    TEXT|GIVEN|CREDITOR|2026-11-18T16:00:00Z|||ENDS_EARLY
                    TEXT|GIVEN|CREDITOR|2026-11-18T16:00:01Z|||fine
                    TEXT|WITHDRAWN|COLLECTOR|2027-01-01T00:00:00Z|||NO_END
                    TEXT|GIVEN|COLLECTOR||20:00|22:00|HOURS_UNFIT
                    TIME|GIVEN|COLLECTOR||20:00|22:00|fine
                    TIME|GIVEN|CREDITOR||20:00|22:00|NOT_DIRECT
                    TIME|GIVEN|COLLECTOR||||HOURS_MISSING
                    TIME|GIVEN|COLLECTOR||22:00|22:00|HOURS_WRONG
                    TIME|WITHDRAWN|COLLECTOR||||fine
                    """)
    void a_consent_says_all_it_needs_and_no_more(
            ConsentKind kind,
            Fact.Change change,
            Fact.Receiver to,
            @Nullable Instant until,
            @Nullable LocalTime from,
            @Nullable LocalTime ends,
            String code) {
        Optional<Fact.Hours> hours =
                from == null || ends == null
                        ? Optional.empty()
                        : Optional.of(new Fact.Hours(from, ends));
        assertThat(
                        fault(
                                new Fact.Consented(
                                        kind,
                                        change,
                                        to,
                                        Fact.Debts.ALL,
                                        Optional.empty(),
                                        AT,
                                        Optional.ofNullable(until),
                                        hours)))
                .isEqualTo(code);
    }

    @Test
    void a_look_up_says_something_and_nothing_of_later() {
        assertThat(fault(lookUp(Optional.empty()))).isEqualTo("NOTHING_FOUND");
        assertThat(fault(lookUp(Optional.of(new Fact.Holder.Same())))).isEqualTo("fine");
        assertThat(fault(lookUp(Optional.of(new Fact.Holder.Another(AT))))).isEqualTo("fine");
        assertThat(fault(lookUp(Optional.of(new Fact.Holder.Another(AT.plusMillis(1))))))
                .isEqualTo("AFTER_LOOK_UP");
    }

    @Test
    void nothing_is_taken_without_evidence_or_from_the_future() {
        Fact now = new Fact.SentNotice("FIRST_NOTICE", Fact.Debts.ALL, NOW);
        assertThat(fault(now)).isEqualTo("fine");
        Fact later = new Fact.SentNotice("FIRST_NOTICE", Fact.Debts.ALL, NOW.plusMillis(1));
        assertThat(fault(later)).isEqualTo("IN_FUTURE");
        assertThat(FactFaults.of(order(now, " "), NOW).map(Refused::code))
                .contains("EVIDENCE_MISSING");
        assertThat(FactFaults.of(order(now, "x".repeat(1_001)), NOW).map(Refused::code))
                .contains("EVIDENCE_LONG");
    }

    private static Fact lookUp(Optional<Fact.Holder> holder) {
        return new Fact.LookUp(
                new PhoneId(7), Optional.empty(), holder, Optional.empty(), Optional.empty(), AT);
    }

    private static String fault(Fact fact) {
        return FactFaults.of(order(fact, "letter"), NOW).map(Refused::code).orElse("fine");
    }

    private static FactOrder order(Fact fact, String evidence) {
        return new FactOrder(fact, new AccountId(1), evidence, Source.FILE, new AgentId(2));
    }
}
