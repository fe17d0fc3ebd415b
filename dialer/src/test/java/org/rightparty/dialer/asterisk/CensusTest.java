package org.rightparty.dialer.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.dialer.asterisk.Census.FoundLine;

class CensusTest {
    private final Census census = new Census(new ChannelIds("one"));

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    context    | exten | application | answered | place
                    from-trunk | s     | AppDial2    | false    | Ringing[]
                    from-trunk | s     | AppDial2    | true     | Screening[]
                    consumer   | s     | UserEvent   | true     | Screening[]
                    consumer   | s     | AMD         | true     | Screening[]
                    consumer   | s     | Wait        | true     | Waiting[]
                    room       | 2001  | ConfBridge  | true     | Room[line=2001]
                    hold       | s     | MusicOnHold | true     | OnHold[]
                    orphan     | s     | MusicOnHold | true     | Orphaned[]
                    abandoned  | s     | Playback    | true     | Announcement[]
                    machine    | s     | Playback    | true     | Announcement[]
                    """)
    void tells_from_the_context_where_the_person_is(
            String context, String exten, String application, boolean answered, String place) {
        census.add(row("rp-one-7", context, exten, application, answered));
        assertThat(census.calls())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.live().call().value()).isEqualTo(7);
                    assertThat(found.live().place()).hasToString(place);
                    assertThat(found.trunk()).isEqualTo("practice");
                });
    }

    @Test
    void finds_lines_that_stand_in_their_room_and_lines_that_ring() {
        census.add(row("rp-one-line-2001-99", "agent", "2001", "ConfBridge", true));
        census.add(row("rp-one-line-2002-99", "from-agent", "s", "AppDial2", false));
        assertThat(census.lines())
                .containsExactly(
                        new FoundLine("2001", "rp-one-line-2001-99", true),
                        new FoundLine("2002", "rp-one-line-2002-99", false));
        assertThat(census.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"rp-two-7", "CBAnn/2001-00000001;1", "one-1732233.4", "''", "rp-one-", "rp-one-7x"})
    void passes_over_channels_of_others(String channelId) {
        census.add(row(channelId, "room", "2001", "ConfBridge", true));
        assertThat(census.calls()).isEmpty();
        assertThat(census.lines()).isEmpty();
    }

    private static Heard.Row row(
            String channelId, String context, String exten, String application, boolean answered) {
        return new Heard.Row(
                "1", channelId, "PJSIP/practice-0000002a", context, exten, application, answered);
    }
}
