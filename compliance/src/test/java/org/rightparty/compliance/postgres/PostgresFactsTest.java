package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.rightparty.compliance.postgres.SomeFacts.ahead;
import static org.rightparty.compliance.postgres.SomeFacts.contact;
import static org.rightparty.compliance.postgres.SomeFacts.hours;
import static org.rightparty.compliance.postgres.SomeFacts.line;
import static org.rightparty.compliance.postgres.SomeFacts.lookUp;
import static org.rightparty.compliance.postgres.SomeFacts.notice;
import static org.rightparty.compliance.postgres.SomeFacts.place;
import static org.rightparty.compliance.postgres.SomeFacts.said;
import static org.rightparty.schema.generated.Tables.AUDIT_ENTRY;
import static org.rightparty.schema.generated.Tables.CANDIDATE_CHANGE;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rightparty.compliance.facts.Fact;
import org.rightparty.compliance.facts.Fact.Change;
import org.rightparty.compliance.facts.Fact.Debts;
import org.rightparty.compliance.facts.Fact.Holder;
import org.rightparty.compliance.facts.Fact.Word;
import org.rightparty.compliance.facts.FactOrder;
import org.rightparty.compliance.facts.Facts;
import org.rightparty.compliance.facts.Facts.Outcome;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.holds.HoldOrder.Source;
import org.rightparty.compliance.postgres.Office.Debtor;
import org.rightparty.compliance.rules.ContactKind;
import org.rightparty.compliance.rules.ContactResult;
import org.rightparty.compliance.rules.LineType;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneId;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is recorded of consumers, and what the gate makes of it, on a real PostgreSQL.
class PostgresFactsTest {
    /// A Wednesday noon in New York, nine in the morning in California.
    private static final Instant NOON = Instant.parse("2026-11-18T17:00:00Z");

    private static final Facts.Standing STANDS = Facts.Standing.STANDS;
    private static final Instant LATE = Instant.parse("2026-11-19T02:30:00Z");
    private static final Office office = new Office();
    private static final Facts facts = facts();
    private static AgentId officer = new AgentId(1);

    private static Facts facts() {
        return new PostgresFacts(
                office.database, office.ledger, office.rulebooks, InstantSource.fixed(LATE));
    }

    @BeforeAll
    static void somebodyWorksHere() {
        officer = office.agent("officer1", "9001");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void her_own_word_closes_and_opens_hours_until_her_next_one() {
        Debtor debtor = office.debtor();
        Instant eight = Instant.parse("2026-11-18T13:30:00Z");
        assertThat(wouldPass(debtor, eight)).isEqualTo("OK");
        recorded(debtor, said("US-CA", NOON.minus(Duration.ofDays(2))));
        assertThat(wouldPass(debtor, eight)).isEqualTo("OUTSIDE_HOURS");
        assertThat(wouldPass(debtor, LATE)).isEqualTo("OK");
        recorded(debtor, said("US-NY", NOON.minus(Duration.ofDays(1))));
        assertThat(wouldPass(debtor, eight)).isEqualTo("OK");
        assertThat(wouldPass(debtor, LATE)).isEqualTo("OUTSIDE_HOURS");
    }

    @Test
    void her_word_counts_until_its_end_and_an_earlier_one_does_not_outlive_it() {
        Debtor debtor = office.debtor();
        Instant said = NOON.minus(Duration.ofDays(1));
        recorded(
                debtor,
                new Fact.StatedPlace(
                        Optional.empty(),
                        Optional.of(ZoneId.of("America/Los_Angeles")),
                        Word.CONSUMER,
                        said,
                        Optional.of(LATE)));
        assertThat(wouldPass(debtor, LATE.minusSeconds(1))).isEqualTo("OK");
        assertThat(wouldPass(debtor, LATE)).isEqualTo("OUTSIDE_HOURS");
        recorded(debtor, said("US-HI", said.minus(Duration.ofDays(1))));
        assertThat(wouldPass(debtor, LATE)).isEqualTo("OUTSIDE_HOURS");
    }

    @Test
    void anybody_elses_word_is_only_added() {
        Debtor debtor = office.debtor();
        recorded(debtor, place("US-CA", Word.EMPLOYER, NOON.minusSeconds(60)));
        assertThat(wouldPass(debtor, LATE)).isEqualTo("OUTSIDE_HOURS");
        assertThat(wouldPass(debtor, Instant.parse("2026-11-18T13:30:00Z")))
                .isEqualTo("OUTSIDE_HOURS");
        assertThat(wouldPass(debtor, NOON)).isEqualTo("OK");
    }

    /// R.R.O. 1990, Reg. 74: five whole days lie between.
    @Test
    void somebody_in_ontario_is_called_from_the_sixth_day_after_the_first_notice() {
        Debtor debtor = office.debtor();
        recorded(debtor, place("CA-ON", Word.SOMEBODY_ELSE, NOON.minusSeconds(60)));
        assertThat(wouldPass(debtor, NOON)).isEqualTo("NOTICE_WAIT_ON");
        recorded(debtor, notice(Debts.THIS, NOON.minus(Duration.ofDays(5))));
        assertThat(wouldPass(debtor, NOON)).isEqualTo("NOTICE_WAIT_ON");
        recorded(debtor, notice(Debts.ALL, NOON.minus(Duration.ofDays(6))));
        assertThat(wouldPass(debtor, NOON)).isEqualTo("OK");
    }

    @Test
    void a_conversation_on_a_call_of_the_consumers_begins_the_cool_down() {
        Debtor debtor = office.debtor();
        Instant spoke = NOON.minus(Duration.ofDays(6));
        recorded(debtor, contact(ContactKind.TEXT_SENT, ContactResult.SENT, spoke));
        assertThat(wouldPass(debtor, NOON)).isEqualTo("OK");
        recorded(debtor, contact(ContactKind.INBOUND_CALL, ContactResult.CONVERSATION, spoke));
        assertThat(wouldPass(debtor, NOON)).isEqualTo("COOLDOWN_7D");
        assertThat(wouldPass(debtor, NOON.plus(Duration.ofDays(1)))).isEqualTo("OK");
    }

    @Test
    void calls_of_the_dialer_before_count_towards_seven_in_seven_days() {
        Debtor debtor = office.debtor();
        for (int hour = 1; hour <= 7; hour++) {
            assertThat(wouldPass(debtor, NOON)).isEqualTo("OK");
            recorded(
                    debtor,
                    contact(
                            ContactKind.CALL_PLACED,
                            ContactResult.RING_NO_ANSWER,
                            NOON.minus(Duration.ofDays(3)).minusSeconds(hour * 60L)));
        }
        assertThat(wouldPass(debtor, NOON)).isEqualTo("FREQ_7IN7");
    }

    @Test
    void consent_to_an_hour_opens_it_until_it_is_taken_back() {
        Debtor debtor = office.debtor();
        assertThat(wouldPass(debtor, LATE)).isEqualTo("OUTSIDE_HOURS");
        recorded(debtor, hours(Change.GIVEN, NOON));
        assertThat(wouldPass(debtor, LATE)).isEqualTo("OK");
        recorded(debtor, hours(Change.WITHDRAWN, NOON.plusSeconds(60)));
        assertThat(wouldPass(debtor, LATE)).isEqualTo("OUTSIDE_HOURS");
    }

    @Test
    void consent_to_being_dialed_ahead_is_taken_back_and_given_again() {
        Debtor debtor = office.debtor();
        recorded(debtor, ahead(debtor, Change.WITHDRAWN, NOON.minusSeconds(120)));
        assertThat(dialedAhead(debtor)).isEqualTo("PREDICTIVE_NEEDS_MESSAGE_CONSENT");
        recorded(debtor, ahead(debtor, Change.GIVEN, NOON.minusSeconds(60)));
        assertThat(dialedAhead(debtor)).isEqualTo("OK");
    }

    @Test
    void a_number_that_became_somebody_elses_is_not_called_until_a_later_look_up() {
        Debtor debtor = office.debtor();
        Instant looked = NOON.minus(Duration.ofDays(10));
        recorded(debtor, lookUp(debtor, new Holder.Another(looked.minusSeconds(60)), looked));
        assertThat(wouldPass(debtor, NOON)).isIn("NUMBER_UNUSABLE", "NUMBER_REASSIGNED");
        assertThat(
                        facts.record(
                                order(
                                        debtor,
                                        lookUp(debtor, new Holder.Same(), looked.minusSeconds(1)))))
                .isInstanceOf(Outcome.KnownAlready.class);
        assertThat(wouldPass(debtor, NOON)).isIn("NUMBER_UNUSABLE", "NUMBER_REASSIGNED");
        recorded(debtor, lookUp(debtor, new Holder.Same(), looked.plusSeconds(1)));
        assertThat(wouldPass(debtor, NOON)).isEqualTo("OK");
    }

    @Test
    void a_line_that_is_protected_is_not_called_and_a_landline_needs_no_consent() {
        Debtor debtor = office.debtor();
        recorded(debtor, ahead(debtor, Change.WITHDRAWN, NOON.minusSeconds(120)));
        recorded(debtor, line(debtor, Fact.Protection.NONE, NOON.minusSeconds(60)));
        assertThat(dialedAhead(debtor)).isEqualTo("OK");
        recorded(debtor, line(debtor, Fact.Protection.EMERGENCY, NOON.minusSeconds(30)));
        assertThat(wouldPass(debtor, NOON)).isEqualTo("PROTECTED_LINE");
    }

    static Stream<Fact> one_of_each() {
        return Stream.of(
                said("US-CA", NOON),
                notice(Debts.THIS, NOON),
                contact(ContactKind.INBOUND_CALL, ContactResult.CONVERSATION, NOON),
                hours(Change.GIVEN, NOON));
    }

    @ParameterizedTest
    @MethodSource("one_of_each")
    void the_same_twice_is_one_with_one_entry_and_has_the_person_chosen_anew(Fact fact) {
        Debtor debtor = office.debtor();
        int before = changes(debtor);
        Outcome first = facts.record(order(debtor, fact));
        assertThat(first).isInstanceOf(Outcome.Recorded.class);
        assertThat(changes(debtor)).isGreaterThan(before);
        assertThat(facts.record(order(debtor, fact)))
                .isEqualTo(new Outcome.KnownAlready(((Outcome.Recorded) first).key()));
        assertThat(payloads(debtor))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("evidence_sha256"))
                .satisfies(text -> assertThat(text).doesNotContain("letter", "US-CA"));
        assertThat(known(debtor))
                .singleElement()
                .satisfies(known -> assertThat(known.evidence()).isEqualTo("her letter"))
                .satisfies(known -> assertThat(known.standing()).isEqualTo(STANDS));
    }

    @Test
    void what_was_taken_back_is_shown_as_ended() {
        Debtor debtor = office.debtor();
        recorded(debtor, hours(Change.GIVEN, NOON));
        recorded(debtor, hours(Change.WITHDRAWN, NOON.plusSeconds(60)));
        recorded(debtor, lookUp(debtor, new Holder.Same(), NOON.minusSeconds(60)));
        assertThat(known(debtor))
                .extracting(Facts.Known::code, Facts.Known::standing)
                .containsExactly(
                        tuple("TIME", STANDS),
                        tuple("TIME", Facts.Standing.ENDED),
                        tuple("UNKNOWN", STANDS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    US-XX |                     | PLACE_UNKNOWN  | place
                    usa   |                     | PLACE_UNKNOWN  | place
                    US-CA | America/New_York    | ZONE_ELSEWHERE | zone
                    MX-BCN|                     | ZONE_MISSING   | zone
                    MX-BCN| UTC                 | ZONE_UNKNOWN   | zone
                          |                     | PLACE_MISSING  | place
                    """)
    void a_place_that_is_none_is_refused(
            @Nullable String place, @Nullable String zone, String code, String field) {
        Fact fact =
                new Fact.StatedPlace(
                        Optional.ofNullable(place),
                        Optional.ofNullable(zone).map(ZoneId::of),
                        Word.CONSUMER,
                        NOON,
                        Optional.empty());
        Outcome.Refused refused = (Outcome.Refused) facts.record(order(office.debtor(), fact));
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.field()).isEqualTo(field);
    }

    @Test
    void nothing_is_recorded_of_nobody_of_anothers_number_or_of_a_notice_no_rule_knows() {
        Debtor debtor = office.debtor();
        PhoneId other = office.debtor().phone();
        assertThat(refused(order(new AccountId(999_999), said("US-CA", NOON))))
                .isEqualTo("UNKNOWN_ACCOUNT");
        Fact crossed =
                new Fact.LookUp(
                        other,
                        Optional.of(LineType.MOBILE),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        NOON);
        assertThat(refused(order(debtor.account(), crossed))).isEqualTo("UNKNOWN_NUMBER");
        assertThat(
                        refused(
                                order(
                                        debtor.account(),
                                        new Fact.SentNotice("LAST_NOTICE", Debts.ALL, NOON))))
                .isEqualTo("NOTICE_UNKNOWN");
        assertThat(facts.choices().notices()).containsExactly("FIRST_NOTICE");
        assertThat(payloads(debtor)).isEmpty();
    }

    private static String refused(FactOrder order) {
        return ((Outcome.Refused) facts.record(order)).code();
    }

    private static void recorded(Debtor debtor, Fact fact) {
        assertThat(facts.record(order(debtor, fact))).isInstanceOf(Outcome.Recorded.class);
    }

    private static FactOrder order(Debtor debtor, Fact fact) {
        return order(debtor.account(), fact);
    }

    private static FactOrder order(AccountId account, Fact fact) {
        return new FactOrder(fact, account, " her letter ", Source.OFFICER, officer);
    }

    private static String wouldPass(Debtor debtor, Instant at) {
        return answer(office.request(debtor), at);
    }

    private static String dialedAhead(Debtor debtor) {
        DialRequest request = office.request(debtor);
        return answer(
                new DialRequest(
                        request.campaign(),
                        request.consumer(),
                        request.account(),
                        request.phone(),
                        Mode.PREDICTIVE,
                        request.path(),
                        Optional.empty(),
                        request.ringSeconds()),
                NOON);
    }

    /// What the gate says, leaving nothing behind.
    private static String answer(DialRequest request, Instant at) {
        Reservation[] answer = new Reservation[1];
        try {
            office.transact(tx -> {
                answer[0] = office.gate.reserve(tx, List.of(request), at).getFirst();
                throw new IllegalStateException("only asked");
            });
        } catch (IllegalStateException asked) {
            assertThat(asked).hasMessage("only asked");
        }
        return switch (answer[0]) {
            case Reservation.Denied denied -> denied.reason().code();
            case Reservation.Granted _ -> "OK";
            case Reservation.Busy _ -> "busy";
        };
    }

    /// Without the place that everybody here begins with.
    private static List<Facts.Known> known(Debtor debtor) {
        return facts.known(debtor.account()).stream()
                .filter(known -> known.source().equals("OFFICER"))
                .toList();
    }

    private static int changes(Debtor debtor) {
        return office.transact(tx ->
                tx.fetchCount(
                        CANDIDATE_CHANGE, CANDIDATE_CHANGE.CONSUMER_ID.eq(debtor.consumer())));
    }

    private static List<String> payloads(Debtor debtor) {
        return office.transact(tx ->
                tx.select(AUDIT_ENTRY.PAYLOAD)
                        .from(AUDIT_ENTRY)
                        .where(AUDIT_ENTRY.CONSUMER_ID.eq(debtor.consumer()))
                        .fetch(AUDIT_ENTRY.PAYLOAD));
    }
}
