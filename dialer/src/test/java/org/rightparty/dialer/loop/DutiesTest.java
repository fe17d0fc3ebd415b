package org.rightparty.dialer.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.gate.Obligation;
import org.rightparty.compliance.rules.Duty;
import org.rightparty.console.desk.DeskSnapshot;
import org.rightparty.vocabulary.Mode;

import java.util.Arrays;
import java.util.List;

class DutiesTest {
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    codes                                      | campaign | at once | asks  | told
                    ''                                         | true     | true    | false | true
                    ''                                         | false    | false   | false | false
                    RECORDING_ANNOUNCEMENT                     | true     | false   | true  | true
                    RECORDING_ANNOUNCEMENT                     | false    | false   | false | false
                    RECORDING_REQUIRED                         | false    | true    | false | true
                    RECORDING_REQUIRED RECORDING_ANNOUNCEMENT  | false    | false   | true  | true
                    RECORDING_FORBIDDEN                        | true     | false   | false | false
                    RECORDING_FORBIDDEN RECORDING_ANNOUNCEMENT | true     | false   | false | false
                    RECORDING_FORBIDDEN RECORDING_REQUIRED     | true     | false   | false | false
                    MINI_MIRANDA                               | true     | true    | false | true
                    """)
    void recording_waits_for_the_announcement_and_never_begins_where_it_is_forbidden(
            String codes, boolean campaign, boolean atOnce, boolean asks, boolean told) {
        Duties duties = duties(codes);
        CampaignPolicy policy = policy(campaign);
        assertThat(duties.mayRecord(policy)).isEqualTo(atOnce);
        assertThat(duties.wantsAnnouncement(policy)).isEqualTo(asks);
        duties.announce();
        assertThat(duties.mayRecord(policy)).isEqualTo(told);
        assertThat(duties.wantsAnnouncement(policy)).isFalse();
    }

    @Test
    void what_may_tell_of_the_person_is_shown_once_it_is_she() {
        Duties duties =
                new Duties(
                        List.of(
                                duty("IDENTIFY_CALLER", Duty.ON_CALL),
                                duty("SCRA_REVIEW", Duty.ON_CALL),
                                duty("MINI_MIRANDA", Duty.BEFORE_CONTENT),
                                duty("RECORDING_ANNOUNCEMENT", Duty.BEFORE_RECORDING),
                                duty("NO_VOICEMAIL", Duty.ON_MESSAGE),
                                duty("VALIDATION_NOTICE", Duty.WITHIN_5_DAYS)));
        assertThat(duties.spoken(false))
                .extracting(DeskSnapshot.Duty::code)
                .containsExactly("IDENTIFY_CALLER", "MINI_MIRANDA", "RECORDING_ANNOUNCEMENT");
        assertThat(duties.spoken(true))
                .extracting(DeskSnapshot.Duty::code)
                .containsExactly(
                        "IDENTIFY_CALLER", "SCRA_REVIEW", "MINI_MIRANDA", "RECORDING_ANNOUNCEMENT");
    }

    @Test
    void a_call_whose_permit_is_not_known_any_more_wants_the_announcement() {
        assertThat(Duties.unknown().mayRecord(policy(true))).isFalse();
        assertThat(Duties.unknown().wantsAnnouncement(policy(true))).isTrue();
    }

    private static CampaignPolicy policy(boolean recording) {
        CampaignPolicy some = SimPolicies.of(Mode.PROGRESSIVE);
        return new CampaignPolicy(
                some.id(),
                some.name(),
                some.mode(),
                some.aim(),
                some.activity(),
                some.callerId(),
                some.ringSeconds(),
                some.screening(),
                some.ceiling(),
                recording,
                some.wrapUpTarget());
    }

    private static Duties duties(String codes) {
        return new Duties(
                Arrays.stream(codes.split(" "))
                        .filter(code -> !code.isEmpty())
                        .map(code -> duty(code, Duty.BEFORE_RECORDING))
                        .toList());
    }

    private static Obligation duty(String code, Duty due) {
        return new Obligation(code, due, "R-1", "book 1", "none", "Do it.");
    }
}
