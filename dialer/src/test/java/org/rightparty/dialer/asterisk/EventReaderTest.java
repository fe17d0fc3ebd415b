package org.rightparty.dialer.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import org.asteriskjava.manager.event.ConfbridgeJoinEvent;
import org.asteriskjava.manager.event.ContactStatusEvent;
import org.asteriskjava.manager.event.DialStateEvent;
import org.asteriskjava.manager.event.OriginateResponseEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

class EventReaderTest {
    private static final Instant AT = Instant.parse("2026-03-02T15:00:00Z");
    private static final String CALL = "rp-p1-81";

    private final List<Heard> heard = new ArrayList<>();
    private final EventReader reader =
            new EventReader(new ChannelIds("p1"), InstantSource.fixed(AT), () -> 7, heard::add);

    /// It comes when anything picked up, screened or not, and says nothing of a person.
    @Test
    void a_successful_originate_connects_nobody() {
        OriginateResponseEvent response = new OriginateResponseEvent(this);
        response.setResponse("Success");
        response.setActionId(CALL);
        response.setUniqueId(CALL);
        reader.onManagerEvent(response);
        assertThat(heard).isEmpty();
    }

    @Test
    void a_failed_originate_is_told_by_the_id_that_it_was_ordered_with() {
        OriginateResponseEvent response = new OriginateResponseEvent(this);
        response.setResponse("Failure");
        response.setActionId(CALL);
        reader.onManagerEvent(response);
        assertThat(heard).containsExactly(new Heard.OriginateFailed(CALL, AT));
    }

    @Test
    void only_the_word_of_our_dialplan_is_an_answer() {
        SwitchEvents.Answered answered = new SwitchEvents.Answered(this);
        answered.setUniqueId(CALL);
        reader.onManagerEvent(answered);
        assertThat(heard)
                .containsExactly(
                        new Heard.OfCall(new CallEvent.Answered(new AttemptId(81), AT, 7)));
    }

    /// Moved is not met: on the way into the room the other may leave.
    @Test
    void who_is_in_a_room_is_with_its_agent_or_with_whoever_took_over() {
        for (String room : List.of("2001", "pair82")) {
            ConfbridgeJoinEvent join = new ConfbridgeJoinEvent(this);
            join.setConference(room);
            join.setUniqueId(CALL);
            reader.onManagerEvent(join);
        }
        AttemptId call = new AttemptId(81);
        assertThat(heard)
                .containsExactly(
                        new Heard.OfCall(new CallEvent.Joined(call, "2001", AT)),
                        new Heard.OfCall(new CallEvent.Paired(call, AT)));
    }

    @ParameterizedTest
    @CsvSource({"RINGING,true", "PROGRESS,false", "PROCEEDING,false", "ANSWER,false"})
    void ringing_is_ringing_and_nothing_else_is(String status, boolean rings) {
        DialStateEvent dial = new DialStateEvent(this);
        dial.setDialStatus(status);
        dial.setDestUniqueId(CALL);
        reader.onManagerEvent(dial);
        assertThat(heard).hasSize(rings ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"Removed,true", "Reachable,false", "NonQualified,false", "Created,false"})
    void a_softphone_whose_page_went_is_told(String status, boolean gone) {
        ContactStatusEvent contact = new ContactStatusEvent(this);
        contact.setContactStatus(status);
        contact.setAor("web2001");
        reader.onManagerEvent(contact);
        assertThat(heard.contains(new Heard.ContactGone("2001"))).isEqualTo(gone);
    }

    @Test
    void another_installations_calls_are_none_of_ours() {
        SwitchEvents.Answered answered = new SwitchEvents.Answered(this);
        answered.setUniqueId("rp-p2-81");
        reader.onManagerEvent(answered);
        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "2125550142, +12125550142",
                "12125550142, +12125550142",
                "+12125550142, +12125550142",
                "442079460958, +442079460958",
                "'', none",
                "0125550142, none",
                "101, none"
            })
    void who_called_us_is_known_by_the_whole_number(String told, @Nullable String number) {
        SwitchEvents.CameIn in = new SwitchEvents.CameIn(this);
        in.setCaller(told);
        reader.onManagerEvent(in);
        assertThat(heard)
                .isEqualTo(
                        number == null
                                ? List.of()
                                : List.of(new Heard.CameIn(new PhoneNumber(number), AT)));
    }
}
