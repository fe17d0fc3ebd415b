package org.rightparty.compliance.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.rules.CollectorRole;
import org.rightparty.compliance.rules.ContactKind;
import org.rightparty.compliance.rules.ContactResult;
import org.rightparty.compliance.rules.LineType;
import org.rightparty.compliance.rules.Place;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.rules.Span;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.Mode;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class GateTest {
    private static final Rulebooks SHIPPED = Books.shipped();
    private static final Rulebooks LAW = Books.law();
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    New York time       | zones                               | ring | verdict
                    2026-03-02T07:59:59 | America/New_York                    | 0    | OUTSIDE_HOURS
                    2026-03-02T08:00:00 | America/New_York                    | 0    | OK
                    2026-03-02T20:59:59 | America/New_York                    | 0    | OK
                    2026-03-02T21:00:00 | America/New_York                    | 0    | OUTSIDE_HOURS
                    2026-03-02T20:59:34 | America/New_York                    | 25   | OK
                    2026-03-02T20:59:35 | America/New_York                    | 25   | END_GUARD
                    2026-03-02T21:00:00 | America/New_York                    | 25   | OUTSIDE_HOURS
                    2026-03-02T10:59:59 | America/New_York America/Los_Angeles | 0   | OUTSIDE_HOURS
                    2026-03-02T11:00:00 | America/New_York America/Los_Angeles | 0   | OK
                    2026-03-02T20:59:59 | America/New_York America/Los_Angeles | 0   | OK
                    2026-03-02T21:00:00 | America/New_York America/Los_Angeles | 0   | OUTSIDE_HOURS
                    2026-03-08T08:00:00 | America/New_York                    | 0    | OK
                    2026-03-08T07:59:59 | America/New_York                    | 0    | OUTSIDE_HOURS
                    2026-11-01T07:59:59 | America/New_York                    | 0    | OUTSIDE_HOURS
                    2026-11-01T08:00:00 | America/New_York                    | 0    | OK
                    2026-03-02T12:00:00 | '' | 0 | LOCATION_UNKNOWN
                    """)
    void keeps_the_hours_of_every_zone(String time, String zones, int ring, String verdict) {
        Someone someone = Someone.in(zones);
        someone.ringSeconds = ring;
        assertThat(someone.code(SHIPPED, newYork(time))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    conversed           | asked               | verdict     | next
                    2026-08-14T15:00:00 | 2026-08-20T20:30:00 | COOLDOWN_7D | 2026-08-21T08:00:00
                    2026-08-14T15:00:00 | 2026-08-21T08:00:00 | OK          | 2026-08-21T08:00:00
                    2028-02-23T12:00:00 | 2028-02-29T12:00:00 | COOLDOWN_7D | 2028-03-01T08:00:00
                    2028-02-23T12:00:00 | 2028-03-01T12:00:00 | OK          | 2028-03-01T12:00:00
                    2027-02-23T12:00:00 | 2027-03-01T12:00:00 | COOLDOWN_7D | 2027-03-02T08:00:00
                    2026-03-05T20:30:00 | 2026-03-12T08:30:00 | OK          | 2026-03-12T08:30:00
                    """)
    void cools_down_for_seven_calendar_days_the_first_being_that_of_the_conversation(
            String conversed, String asked, String verdict, String next) {
        Someone someone =
                Someone.in("America/New_York").had(newYork(conversed), ContactResult.CONVERSATION);
        assertThat(someone.code(LAW, newYork(asked))).isEqualTo(verdict);
        assertThat(someone.next(LAW, newYork(asked))).contains(newYork(next));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    result               | times | verdict
                    RING_NO_ANSWER       | 6     | OK
                    RING_NO_ANSWER       | 7     | FREQ_7IN7
                    VOICEMAIL_NO_MESSAGE | 7     | FREQ_7IN7
                    ANSWERED_DROPPED     | 7     | FREQ_7IN7
                    ABANDONED            | 7     | FREQ_7IN7
                    ANSWERED_THIRD_PARTY | 7     | FREQ_7IN7
                    UNKNOWN              | 7     | FREQ_7IN7
                    IN_PROGRESS          | 7     | FREQ_7IN7
                    BUSY                 | 7     | OK
                    NOT_IN_SERVICE       | 7     | OK
                    NETWORK_BLOCKED      | 7     | OK
                    NEVER_PLACED         | 7     | OK
                    """)
    void counts_every_call_that_was_not_proven_unconnected(
            ContactResult result, int times, String verdict) {
        Someone someone = Someone.in("America/New_York");
        for (int day = 0; day < times; day++) {
            someone.had(newYork("2026-04-07T12:00:00").minusSeconds(86_400L * (day % 7)), result);
        }
        assertThat(someone.code(LAW, newYork("2026-04-07T18:00:00"))).isEqualTo(verdict);
    }

    @Test
    void allows_the_eighth_call_when_the_oldest_day_has_left_the_window() {
        Someone someone = Someone.in("America/New_York");
        for (int day = 1; day <= 7; day++) {
            someone.had(newYork("2026-04-0" + day + "T20:00:00"), ContactResult.RING_NO_ANSWER);
        }
        Instant late = newYork("2026-04-07T20:30:00");
        assertThat(someone.code(LAW, late)).isEqualTo("FREQ_7IN7");
        assertThat(someone.next(LAW, late)).contains(newYork("2026-04-08T08:00:00"));
        assertThat(someone.code(LAW, newYork("2026-04-08T08:00:00"))).isEqualTo("OK");
    }

    @Test
    void spaces_calls_by_two_hours_and_holds_a_day_to_three() {
        Someone someone =
                Someone.in("America/New_York")
                        .had(newYork("2026-04-07T09:00:00"), ContactResult.RING_NO_ANSWER);
        assertThat(someone.code(SHIPPED, newYork("2026-04-07T10:59:59")))
                .isEqualTo("POLICY_MIN_GAP");
        assertThat(someone.code(SHIPPED, newYork("2026-04-07T11:00:00"))).isEqualTo("OK");
        someone.had(newYork("2026-04-07T11:00:00"), ContactResult.RING_NO_ANSWER);
        someone.had(newYork("2026-04-07T13:00:00"), ContactResult.RING_NO_ANSWER);
        assertThat(someone.code(SHIPPED, newYork("2026-04-07T16:00:00")))
                .isEqualTo("POLICY_DAILY_CAP");
        assertThat(someone.next(SHIPPED, newYork("2026-04-07T16:00:00")))
                .contains(newYork("2026-04-08T08:00:00"));
    }

    @Test
    void names_every_refusal_with_what_cannot_be_waited_out_first() {
        Someone someone =
                Someone.in("America/New_York")
                        .had(newYork("2026-04-06T20:00:00"), ContactResult.CONVERSATION);
        for (int i = 0; i < 6; i++) {
            someone.had(newYork("2026-04-06T19:00:00"), ContactResult.RING_NO_ANSWER);
        }
        someone.holds.add(hold("BANKRUPTCY"));
        someone.usable = "REASSIGNED";
        someone.live = Optional.of(new AttemptId(9));
        someone.preferences.add(evenings());
        assertThat(someone.codes(SHIPPED, newYork("2026-04-06T21:30:00")))
                .containsExactly(
                        "BANKRUPTCY",
                        "NUMBER_REASSIGNED",
                        "NUMBER_UNUSABLE",
                        "CONCURRENT_ATTEMPT",
                        "CONSUMER_INCONVENIENT_TIME",
                        "CONSUMER_INCONVENIENT_TIME",
                        "OUTSIDE_HOURS",
                        "COOLDOWN_7D",
                        "FREQ_7IN7",
                        "POLICY_MIN_GAP",
                        "POLICY_DAILY_CAP");
        assertThat(someone.next(SHIPPED, newYork("2026-04-06T21:30:00"))).isEmpty();
    }

    @Test
    void guards_the_end_of_a_good_time_as_it_guards_the_end_of_the_hours() {
        Someone someone = Someone.in("America/New_York");
        someone.ringSeconds = 25;
        someone.preferences.add(evenings());
        assertThat(someone.code(LAW, newYork("2026-04-06T17:59:34"))).isEqualTo("OK");
        assertThat(someone.code(LAW, newYork("2026-04-06T17:59:35"))).isEqualTo("END_GUARD");
    }

    @Test
    void starts_a_hold_at_its_instant_and_ends_it_there() {
        Someone someone = Someone.in("America/New_York");
        someone.holds.add(
                new DialFacts.Hold(
                        "DISPUTE",
                        Optional.of(Someone.DEBT),
                        Optional.empty(),
                        Set.of(),
                        newYork("2026-04-06T12:00:00"),
                        Optional.of(newYork("2026-04-08T12:00:00"))));
        assertThat(someone.code(LAW, newYork("2026-04-06T11:59:59"))).isEqualTo("OK");
        assertThat(someone.code(LAW, newYork("2026-04-06T12:00:00"))).isEqualTo("DISPUTE_PENDING");
        assertThat(someone.next(LAW, newYork("2026-04-06T12:00:00")))
                .contains(newYork("2026-04-08T12:00:00"));
        assertThat(someone.code(LAW, newYork("2026-04-08T12:00:00"))).isEqualTo("OK");
    }

    @Test
    void keeps_to_the_debt_and_the_number_that_a_hold_names() {
        Someone someone = Someone.in("America/New_York");
        Instant noon = newYork("2026-04-06T12:00:00");
        someone.holds.add(
                new DialFacts.Hold(
                        "CEASE",
                        Optional.of(Someone.OTHER_DEBT),
                        Optional.empty(),
                        Set.of(),
                        noon,
                        Optional.empty()));
        assertThat(someone.code(LAW, noon)).isEqualTo("OK");
        someone.holds.add(hold("EMPLOYER_PROHIBITS"));
        assertThat(someone.code(LAW, noon)).isEqualTo("OK");
        someone.place = Place.WORK;
        assertThat(someone.code(LAW, noon)).isEqualTo("EMPLOYER_PROHIBITS");
    }

    @Test
    void asks_a_recorded_consent_before_dialing_ahead_to_a_mobile_number_whoever_gave_it() {
        Someone someone = Someone.in("America/New_York");
        Instant noon = newYork("2026-04-06T12:00:00");
        someone.lineType = LineType.UNKNOWN;
        someone.source = "SKIP_VENDOR";
        assertThat(someone.code(LAW, noon)).isEqualTo("OK");
        someone.mode = Mode.PREDICTIVE;
        assertThat(someone.code(LAW, noon)).isEqualTo("PREDICTIVE_NEEDS_MESSAGE_CONSENT");
        someone.lineType = LineType.LANDLINE;
        assertThat(someone.code(LAW, noon)).isEqualTo("OK");
        someone.lineType = LineType.MOBILE;
        for (String source : List.of("CLIENT", "CONSUMER", "INBOUND")) {
            someone.source = source;
            assertThat(someone.code(LAW, noon)).isEqualTo("PREDICTIVE_NEEDS_MESSAGE_CONSENT");
        }
        someone.mode = Mode.PROGRESSIVE;
        assertThat(someone.code(LAW, noon)).isEqualTo("OK");
        someone.mode = Mode.PREDICTIVE;
        someone.consents.add(recordedVoice(noon, Optional.of(noon.plusSeconds(1))));
        assertThat(someone.code(LAW, noon)).isEqualTo("OK");
        assertThat(someone.code(LAW, noon.plusSeconds(1)))
                .isEqualTo("PREDICTIVE_NEEDS_MESSAGE_CONSENT");
    }

    private static Consent recordedVoice(Instant given, Optional<Instant> end) {
        return new Consent(
                Consent.RECORDED_VOICE,
                false,
                Optional.empty(),
                Optional.empty(),
                given,
                end,
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void holds_a_creditors_own_debts_to_the_house_policy_alone() {
        Someone someone = Someone.in("America/New_York");
        someone.role = CollectorRole.FIRST_PARTY;
        for (int day = 1; day <= 7; day++) {
            someone.had(newYork("2026-04-0" + day + "T10:00:00"), ContactResult.RING_NO_ANSWER);
        }
        assertThat(someone.code(LAW, newYork("2026-04-07T18:00:00"))).isEqualTo("OK");
        assertThat(someone.code(LAW, newYork("2026-04-07T21:00:00"))).isEqualTo("OUTSIDE_HOURS");
    }

    @Test
    void spends_a_requested_callback_on_one_call_that_connects() {
        Someone someone = Someone.in("America/New_York");
        Instant agreed = newYork("2026-04-03T15:00:00");
        Instant due = newYork("2026-04-06T15:00:00");
        someone.had(agreed.minusSeconds(300), ContactResult.CONVERSATION);
        someone.consents.add(
                new Consent(
                        Consent.EXTRA_CALLS,
                        true,
                        Optional.of(Someone.DEBT),
                        Optional.empty(),
                        agreed,
                        Optional.empty(),
                        Set.of(due.atZone(NEW_YORK).toLocalDate()),
                        Optional.empty(),
                        Optional.of(due)));
        assertThat(someone.code(LAW, due)).isEqualTo("COOLDOWN_7D");
        someone.path = DialPath.CALLBACK;
        assertThat(someone.code(LAW, due.minusSeconds(1))).isEqualTo("COOLDOWN_7D");
        assertThat(someone.code(LAW, due)).isEqualTo("OK");
        assertThat(someone.code(LAW, due.plusSeconds(86_400))).isEqualTo("COOLDOWN_7D");
        someone.history.add(callback(due, ContactResult.BUSY));
        assertThat(someone.code(LAW, due.plusSeconds(900))).isEqualTo("OK");
        someone.history.add(callback(due.plusSeconds(900), ContactResult.VOICEMAIL_LEFT));
        assertThat(someone.code(LAW, due.plusSeconds(3_600))).isEqualTo("COOLDOWN_7D");
    }

    @Test
    void refuses_what_no_calling_hours_cover_and_facts_of_another_request() {
        Someone someone = Someone.in("America/New_York");
        Instant noon = newYork("2026-04-06T12:00:00");
        assertThat(someone.codes(new Rulebooks(List.of()), noon)).containsExactly("NO_RULES");
        DialRequest other =
                new DialRequest(
                        someone.request().campaign(),
                        someone.request().consumer(),
                        Someone.OTHER_DEBT,
                        Someone.PHONE,
                        Mode.MANUAL,
                        DialPath.AGENT,
                        Optional.empty(),
                        25);
        assertThatThrownBy(() -> Gate.decide(other, someone.facts(), LAW, noon))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ContactEvent callback(Instant at, ContactResult result) {
        ContactEvent event = Someone.event(at, ContactKind.CALL_PLACED, result, Someone.DEBT);
        return new ContactEvent(
                event.attempt(),
                event.at(),
                event.conversedAt(),
                event.kind(),
                event.result(),
                event.accounts(),
                event.client(),
                event.phone(),
                event.place(),
                event.voice(),
                event.campaign(),
                true,
                event.excuses());
    }

    private static Preference evenings() {
        return new Preference.BadTime(
                EnumSet.allOf(DayOfWeek.class),
                new Span(LocalTime.of(18, 0).toSecondOfDay(), Span.DAY),
                Optional.empty(),
                Optional.empty());
    }

    private static DialFacts.Hold hold(String code) {
        return new DialFacts.Hold(
                code,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Instant.EPOCH,
                Optional.empty());
    }

    private static Instant newYork(String time) {
        return LocalDateTime.parse(time).atZone(NEW_YORK).toInstant();
    }
}
