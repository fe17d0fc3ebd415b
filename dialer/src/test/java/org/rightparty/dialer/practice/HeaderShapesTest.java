package org.rightparty.dialer.practice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The header names of our events against those of Asterisk 22 with the shipped `manager.conf`, in
/// Asterisk's order. `…` stands for the headers that describe a channel.
class HeaderShapesTest {
    private static final String CHANNEL =
            "Channel ChannelState ChannelStateDesc CallerIDNum CallerIDName ConnectedLineNum"
                    + " ConnectedLineName Language AccountCode Context Exten Priority Uniqueid"
                    + " Linkedid ChanVariable";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DialState         | %Dest% DialStatus
                    DialEnd           | %Dest% DialStatus
                    OriginateResponse | ActionID Response Channel Context Exten Reason Uniqueid \
                    CallerIDNum CallerIDName ChanVariable(PJSIP/practice-00000001)
                    UserEvent         | %% UserEvent Call
                    ConfbridgeJoin    | Conference BridgeUniqueid BridgeType BridgeTechnology \
                    BridgeCreator BridgeName BridgeNumChannels BridgeVideoSourceMode %% Admin Muted
                    ConfbridgeLeave   | Conference BridgeUniqueid BridgeType BridgeTechnology \
                    BridgeCreator BridgeName BridgeNumChannels BridgeVideoSourceMode %% Admin
                    MixMonitorStart   | %%
                    MixMonitorStop    | %%
                    MixMonitorMute    | %% Direction State
                    HangupRequest     | %% Cause
                    Hangup            | %% Cause Cause-txt
                    """)
    void events_have_the_headers_of_asterisk(String event, String headers) {
        String dest = "Dest" + CHANNEL.replace(" ", " Dest");
        String expected =
                "Event Privilege Timestamp "
                        + headers.replace("%Dest%", dest).replace("%%", CHANNEL);
        assertThat(names(event)).isEqualTo(List.of(expected.split(" ", -1)));
    }

    private static List<String> names(String event) {
        return everyEvent().stream()
                .filter(message -> message.get("Event").equals(event))
                .findFirst()
                .orElseThrow()
                .headers()
                .stream()
                .map(AmiMessage.Header::name)
                .toList();
    }

    /// One call that has everything in it.
    private static List<AmiMessage> everyEvent() {
        List<AmiMessage> told = new ArrayList<>();
        HandTimeline time = new HandTimeline(Instant.parse("2026-03-02T15:00:00Z"));
        Notices notices = new Notices(time, told::add);
        Exchange exchange = new Exchange(time, notices);
        Channel agent = new Channel("line", "PJSIP/web2001-00000002", time.now());
        agent.dialing = Optional.of(new Outgoing("a", "PJSIP/web2001", "agent", "2001"));
        exchange.add(agent);
        Channel channel = new Channel("c1", "PJSIP/practice-00000001", time.now());
        channel.dialing =
                Optional.of(new Outgoing("c1", "PJSIP/+12125550123@practice", "consumer", "s"));
        exchange.add(channel);
        notices.rings(channel);
        exchange.answered(channel);
        exchange.answered(agent);
        exchange.enter(channel, "room", "2001");
        notices.recording(channel, "MixMonitorStart");
        notices.recordingMuted(channel, "both", "1");
        notices.recording(channel, "MixMonitorStop");
        time.pass(Duration.ofSeconds(1));
        exchange.hangUp(channel, 16, 0, Exchange.By.FAR_END);
        return told;
    }
}
