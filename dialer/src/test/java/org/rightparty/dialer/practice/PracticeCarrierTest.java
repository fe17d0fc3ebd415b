package org.rightparty.dialer.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.MixMonitorAction;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.event.ConfbridgeJoinEvent;
import org.asteriskjava.manager.event.ConfbridgeLeaveEvent;
import org.asteriskjava.manager.event.ConnectEvent;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.CoreShowChannelsCompleteEvent;
import org.asteriskjava.manager.event.DialStateEvent;
import org.asteriskjava.manager.event.FullyBootedEvent;
import org.asteriskjava.manager.event.MixMonitorStartEvent;
import org.asteriskjava.manager.event.OriginateResponseEvent;
import org.asteriskjava.manager.response.ManagerError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Drives the practice carrier over TCP with the client library that production uses.
class PracticeCarrierTest {
    private static final String NUMBER = "+12125550123";
    private static final Duration TIMEOUT = Duration.ofSeconds(25);
    private static final Mix PERSONS = new Mix(1000, 0, 0, 0, 0, 0, 0, 0, 0);

    private final HandTimeline time = new HandTimeline(Instant.parse("2026-03-02T15:00:00Z"));
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void an_answered_person_is_moved_into_the_room_and_hung_up() {
        SwitchClient client = withMix(PERSONS);
        client.callLine("2001");
        time.pass(seconds(1));
        assertThat(client.hears(ConfbridgeJoinEvent.class).getConference()).isEqualTo("2001");
        client.call("c1", NUMBER, TIMEOUT);
        time.pass(seconds(6));
        client.hears(DialStateEvent.class);
        client.hears(UserEvents.Answered.class, event -> "c1".equals(event.getCall()));
        client.redirect("c1", "room", "2001");
        time.pass(Duration.ofMillis(5));
        ConfbridgeJoinEvent joined =
                client.hears(ConfbridgeJoinEvent.class, e -> "c1".equals(e.getUniqueId()));
        assertThat(joined.getChannelVariables()).containsEntry("DIALER_CALL_ID", "c1");
        client.send(new MixMonitorAction("c1", "/recordings/c1.wav"));
        client.hears(MixMonitorStartEvent.class, e -> "c1".equals(e.getUniqueId()));
        client.send(new HangupAction("c1", 16));
        client.hears(ConfbridgeLeaveEvent.class, e -> "c1".equals(e.getUniqueId()));
        assertThat(ended(client, "c1").getCause()).isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    persons | rings | busy | declines | dead | full | cause | sip | reason
                    0       | 1000  | 0    | 0        | 0    | 0    | 19    | 480 | 3
                    0       | 0     | 1000 | 0        | 0    | 0    | 17    | 486 | 0
                    0       | 0     | 0    | 1000     | 0    | 0    | 21    | 603 | 0
                    0       | 0     | 0    | 0        | 1000 | 0    | 1     | 404 | 0
                    0       | 0     | 0    | 0        | 0    | 1000 | 34    | 503 | 0
                    """)
    void a_call_that_reaches_nobody_says_how(
            int persons,
            int rings,
            int busy,
            int declines,
            int dead,
            int full,
            int cause,
            String sip,
            int reason) {
        SwitchClient client = withMix(new Mix(persons, 0, rings, busy, 0, 0, declines, dead, full));
        client.call("c1", NUMBER, TIMEOUT);
        time.pass(TIMEOUT.plusSeconds(1));
        OriginateResponseEvent response = client.hears(OriginateResponseEvent.class);
        assertThat(response.getResponse()).isEqualTo("Failure");
        assertThat(response.getReason()).isEqualTo(reason);
        assertThat(response.getActionId()).isEqualTo("c1");
        assertThat(ended(client, "c1").getCause()).isEqualTo(cause);
        assertThat(ended(client, "c1").getTechCause()).isEqualTo(sip);
    }

    @Test
    void a_person_without_an_agent_is_abandoned_after_two_seconds_and_not_before() {
        SwitchClient client = withMix(PERSONS);
        client.call("c1", NUMBER, TIMEOUT);
        time.pass(seconds(5));
        client.hears(UserEvents.Answered.class);
        time.pass(Duration.ofMillis(1999));
        client.send(new PingAction());
        assertThat(client.heard).noneMatch(UserEvents.Abandoned.class::isInstance);
        time.pass(Duration.ofMillis(1));
        client.hears(UserEvents.Abandoned.class);
        assertThat(client.hears(UserEvents.MessageBegan.class).getMessage())
                .isEqualTo("ABANDONED-en-1");
        time.pass(seconds(13));
        assertThat(client.hears(UserEvents.MessagePlayed.class).getStatus()).isEqualTo("SUCCESS");
        assertThat(ended(client, "c1").getCause()).isEqualTo(16);
    }

    @Test
    void a_person_whose_agent_goes_hears_music_and_is_then_abandoned() {
        SwitchClient client = talking("c1", "2001");
        client.send(new HangupAction("line-2001", 16));
        UserEvents.Orphaned orphaned = client.hears(UserEvents.Orphaned.class);
        assertThat(orphaned.getAgent()).isEqualTo("2001");
        time.pass(Duration.ofMillis(14_999));
        client.send(new PingAction());
        assertThat(client.heard).noneMatch(UserEvents.Abandoned.class::isInstance);
        time.pass(Duration.ofMillis(1));
        client.hears(UserEvents.Abandoned.class);
    }

    @Test
    void a_person_sent_into_a_room_without_its_agent_is_orphaned_at_once() {
        SwitchClient client = withMix(PERSONS);
        client.call("c1", NUMBER, TIMEOUT);
        time.pass(seconds(5));
        client.hears(UserEvents.Answered.class);
        client.redirect("c1", "room", "2999");
        time.pass(Duration.ofMillis(5));
        client.hears(UserEvents.Orphaned.class);
    }

    @Test
    void hold_and_back_keeps_the_call() {
        SwitchClient client = talking("c1", "2001");
        client.redirect("c1", "hold", "s");
        time.pass(Duration.ofMillis(5));
        client.hears(UserEvents.Held.class);
        client.heard.clear();
        client.redirect("c1", "room", "2001");
        time.pass(Duration.ofMillis(5));
        client.hears(ConfbridgeJoinEvent.class, e -> "c1".equals(e.getUniqueId()));
    }

    @Test
    void a_second_move_before_the_first_took_effect_is_acknowledged_and_lost() {
        SwitchClient client = talking("c1", "2001");
        client.redirect("c1", "hold", "s");
        assertThat(client.redirect("c1", "room", "2001").getResponse()).isEqualTo("Success");
        time.pass(seconds(1));
        client.hears(UserEvents.Held.class);
        assertThat(contexts(client)).contains("hold").doesNotContain("room");
    }

    @Test
    void channels_are_listed_with_their_context() {
        SwitchClient client = talking("c1", "2001");
        client.call("c2", "+12125550124", TIMEOUT);
        assertThat(contexts(client)).containsExactlyInAnyOrder("agent", "room", "from-trunk");
    }

    @Test
    void a_client_that_lost_its_link_comes_back_and_finds_its_calls() {
        SwitchClient client = talking("c1", "2001");
        SwitchClient other = another();
        client.heard.clear();
        other.heard.clear();
        carrier().cutConnections();
        awaitSecondLogIn(client);
        assertThat(contexts(client)).containsExactlyInAnyOrder("agent", "room");
        awaitSecondLogIn(other);
    }

    private static void awaitSecondLogIn(SwitchClient client) {
        await().atMost(Duration.ofSeconds(8))
                .until(() ->
                        client.heard.stream().filter(ConnectEvent.class::isInstance).count() == 1);
        assertThat(client.connection.getState()).isEqualTo(ManagerConnectionState.CONNECTED);
        client.hears(FullyBootedEvent.class);
    }

    @Test
    void every_client_hears_every_event() {
        SwitchClient client = withMix(PERSONS);
        SwitchClient other = another();
        client.call("c1", NUMBER, TIMEOUT);
        time.pass(seconds(5));
        client.hears(UserEvents.Answered.class);
        other.hears(UserEvents.Answered.class);
    }

    @Test
    void the_same_channel_id_twice_is_queued_and_then_fails_with_the_live_call_s_id() {
        SwitchClient client = talking("c1", "2001");
        client.heard.clear();
        client.call("c1", NUMBER, TIMEOUT);
        OriginateResponseEvent response = client.hears(OriginateResponseEvent.class);
        assertThat(response.getResponse()).isEqualTo("Failure");
        assertThat(response.getUniqueId()).isEqualTo("c1");
        assertThat(contexts(client)).containsExactlyInAnyOrder("agent", "room");
    }

    @Test
    void numbers_that_a_person_could_have_are_forbidden() {
        SwitchClient client = withMix(PERSONS);
        client.call("c1", "+12125551234", TIMEOUT);
        time.pass(seconds(1));
        assertThat(ended(client, "c1").getTechCause()).isEqualTo("403");
    }

    @Test
    void what_is_not_there_is_an_error() {
        SwitchClient client = withMix(PERSONS);
        assertThat(client.redirect("nobody", "room", "2001")).isInstanceOf(ManagerError.class);
        assertThat(client.send(new HangupAction("nobody"))).isInstanceOf(ManagerError.class);
    }

    private SwitchClient talking(String id, String line) {
        SwitchClient client = withMix(PERSONS);
        client.callLine(line);
        client.call(id, NUMBER, TIMEOUT);
        time.pass(seconds(5));
        client.hears(UserEvents.Answered.class);
        client.redirect(id, "room", line);
        time.pass(Duration.ofMillis(5));
        client.hears(ConfbridgeJoinEvent.class, e -> id.equals(e.getUniqueId()));
        return client;
    }

    private List<String> contexts(SwitchClient client) {
        client.heard.clear();
        client.send(new CoreShowChannelsAction());
        client.hears(CoreShowChannelsCompleteEvent.class);
        return client.heard.stream()
                .filter(CoreShowChannelEvent.class::isInstance)
                .map(event -> ((CoreShowChannelEvent) event).getContext())
                .toList();
    }

    private static UserEvents.Ended ended(SwitchClient client, String id) {
        return client.hears(UserEvents.Ended.class, event -> id.equals(event.getUniqueId()));
    }

    private SwitchClient withMix(Mix mix) {
        PracticeConfig config =
                PracticeConfig.standard(SwitchClient.USER, SwitchClient.SECRET, 7)
                        .withMix(mix)
                        .withSpans(Span.always(seconds(5)), Span.always(seconds(90)))
                        .withPatience(Span.always(seconds(60)));
        open.add(PracticeCarrier.start(config, time));
        return another();
    }

    private PracticeCarrier carrier() {
        return (PracticeCarrier) open.getFirst();
    }

    private SwitchClient another() {
        SwitchClient client = new SwitchClient(carrier().port());
        open.add(client);
        return client;
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
