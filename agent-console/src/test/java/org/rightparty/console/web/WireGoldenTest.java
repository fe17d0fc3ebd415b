package org.rightparty.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rightparty.console.agent.AgentState;
import org.rightparty.console.agent.PauseReason;
import org.rightparty.console.desk.DeskSnapshot;
import org.rightparty.console.desk.DeskSnapshot.Phase;
import org.rightparty.console.desk.NoCalls;
import org.rightparty.console.floor.FloorView;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Aim;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Outcome;
import org.rightparty.vocabulary.Rate;
import org.rightparty.vocabulary.Role;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Holds the wire to the golden files that the page's tests read too; `-Dgolden=write` writes them.
class WireGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/golden/wire");
    private static final Instant SINCE = Samples.NOW.minusSeconds(20);

    static Stream<Arguments> to_the_page() {
        return Stream.of(desks(), otherFrames(), bodies(), Stream.of(floor())).flatMap(s -> s);
    }

    static Stream<Arguments> from_the_page() {
        return Stream.concat(intents(), otherAsks());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("to_the_page")
    void writes_what_the_golden_file_says(String name, Object wire) throws IOException {
        String written = pretty(WireJson.write(wire));
        Path file = GOLDEN.resolve(name + ".json");
        if (System.getProperty("golden", "").equals("write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, written);
        }
        assertThat(written).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("from_the_page")
    void reads_what_the_golden_file_says(String name, Class<?> type, Object wire)
            throws IOException {
        Path file = GOLDEN.resolve(name + ".json");
        if (System.getProperty("golden", "").equals("write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, pretty(WireJson.write(wire)));
        }
        assertThat((Object) WireJson.read(Files.readString(file), type)).isEqualTo(wire);
    }

    @Test
    void sends_no_debt_before_identity_is_verified() {
        String text =
                WireJson.write(
                        WireDesk.of(
                                Samples.desk(
                                        1,
                                        talking(),
                                        Optional.of(Samples.call(Phase.TALKING, false)))));
        assertThat(text).contains("Delgado").doesNotContain("Northbank").doesNotContain("148217");
    }

    private static Stream<Arguments> desks() {
        return Stream.of(
                frame("desk-offline", new AgentState.Offline(SINCE), Optional.empty()),
                frame("desk-not-ready", out(PauseReason.LOGGED_IN), Optional.empty()),
                frame("desk-preview-ran-out", out(PauseReason.PREVIEW_RAN_OUT), Optional.empty()),
                frame("desk-ready", new AgentState.Ready(SINCE), Optional.empty()),
                frame("desk-previewing", previewing(), Optional.of(preview())),
                frame(
                        "desk-dialing",
                        new AgentState.Dialing(Samples.ATTEMPT, SINCE),
                        Optional.of(Samples.call(Phase.RINGING, false))),
                frame(
                        "desk-reserved",
                        new AgentState.Reserved(Samples.ATTEMPT, SINCE),
                        Optional.of(Samples.call(Phase.CONNECTING, false))),
                frame(
                        "desk-talking-unverified",
                        talking(),
                        Optional.of(Samples.call(Phase.TALKING, false))),
                frame(
                        "desk-talking-verified",
                        talking(),
                        Optional.of(Samples.call(Phase.TALKING, true))),
                frame(
                        "desk-holding",
                        new AgentState.Holding(Samples.ATTEMPT, SINCE),
                        Optional.of(Samples.call(Phase.ON_HOLD, true))),
                frame(
                        "desk-connection-lost",
                        new AgentState.ConnectionLost(
                                Samples.ATTEMPT, SINCE, SINCE.plusSeconds(20)),
                        Optional.of(Samples.call(Phase.LINE_LOST, true))),
                frame(
                        "desk-wrapping-up",
                        wrappingUp(),
                        Optional.of(Samples.call(Phase.ENDED, true))));
    }

    private static AgentState out(PauseReason why) {
        return new AgentState.NotReady(why, SINCE);
    }

    private static Stream<Arguments> otherFrames() {
        ObjectNode draft = draft();
        return Stream.of(
                Arguments.of("draft", new Wire.DraftFrame(81, draft)),
                Arguments.of(
                        "answer-accepted", new Wire.AnswerFrame("r1", true, "", "", List.of())),
                Arguments.of(
                        "answer-declined",
                        new Wire.AnswerFrame(
                                "r2",
                                false,
                                "FORM_INCOMPLETE",
                                "The disposition cannot be recorded like this.",
                                List.of(
                                        new Wire.Fault(
                                                "promise.dueOn",
                                                "Choose a day within the next 30 days.")))),
                Arguments.of("pong", new Wire.Pong(Samples.NOW)),
                Arguments.of(
                        "dismissed", new Wire.Dismissed("This desk was opened on another page.")));
    }

    private static Stream<Arguments> bodies() {
        Wire.Person person =
                new Wire.Person(12, "A. Kim", "akim", List.of(Role.AGENT, Role.SUPERVISOR));
        return Stream.of(
                Arguments.of("http-logged-in", new Wire.LoggedIn(person, "c5rf")),
                Arguments.of(
                        "http-me",
                        new Wire.Me(
                                person,
                                "c5rf",
                                List.of(new Wire.Campaign(1, "Card 90", Mode.PREDICTIVE)),
                                Optional.of(1L),
                                Optional.empty())),
                Arguments.of(
                        "http-refused",
                        new Wire.Refused("WRONG_LOG_IN", "Login or password is wrong.", List.of())),
                Arguments.of("http-dispositions", List.of(WireSamples.disposition())),
                Arguments.of("http-outcomes", List.of(Outcome.values())),
                Arguments.of("http-reasons", List.of(new Wire.Reason("JOB_LOSS", "Lost the job"))),
                Arguments.of(
                        "http-phone-browser",
                        new Wire.BrowserPhone(
                                "sip:web2001@127.0.0.1",
                                "line-password",
                                "wss://127.0.0.1:8089/ws",
                                List.of())),
                Arguments.of("http-phone-desk", new Wire.DeskPhone("2001")),
                Arguments.of("http-phone-practice", new Wire.PracticePhone("2001")),
                Arguments.of(
                        "http-search", new Wire.FoundList(List.of(WireSamples.found()), true)));
    }

    private static FloorView.AgentLine agentLine() {
        return new FloorView.AgentLine(
                new AgentId(12),
                "A. Kim",
                talking(),
                true,
                true,
                Optional.of(PauseReason.SUPERVISOR),
                Optional.of(Samples.ATTEMPT),
                61,
                9,
                4);
    }

    private static FloorView.NetworkLine trunk() {
        return new FloorView.NetworkLine(
                FloorView.NetworkLine.By.TRUNK,
                "north",
                40.4,
                0,
                0,
                1.6,
                0.5,
                0,
                0,
                0,
                38.3,
                0.951,
                FloorView.NetworkLine.Standing.DEAD,
                "Calls get nowhere.");
    }

    private static FloorView.NetworkLine callerId() {
        return new FloorView.NetworkLine(
                FloorView.NetworkLine.By.CALLER_ID,
                "+12125550100",
                812,
                101,
                240,
                300,
                40,
                21,
                10,
                100,
                0,
                0.74,
                FloorView.NetworkLine.Standing.REJECTED,
                "14 of 100 calls are refused as unwanted or blocked.");
    }

    private static Arguments floor() {
        FloorView.CampaignLine campaign =
                new FloorView.CampaignLine(
                        Samples.CAMPAIGN,
                        "Card 90",
                        Mode.PREDICTIVE,
                        new Aim.TargetWait(Duration.ofSeconds(20)),
                        "RUNNING",
                        7,
                        0,
                        1,
                        5_210,
                        1_270,
                        212,
                        41,
                        new Rate(0.018),
                        new Rate(0.03),
                        42_300,
                        "Six agents ready, one in four answers: seven more calls.",
                        Optional.of(NoCalls.DRAINING),
                        List.of(new FloorView.PaceFigure("free now", "6")),
                        List.of(trunk(), callerId()),
                        List.of(agentLine()));
        return Arguments.of(
                "floor",
                new Wire.FloorFrame(
                        9,
                        WireFloor.of(
                                new FloorView.FloorSnapshot(
                                        Samples.NOW, true, true, List.of(campaign)))));
    }

    private static Stream<Arguments> intents() {
        return Stream.of(
                        new WireIntent.CallMyLine(),
                        new WireIntent.GoReady(),
                        new WireIntent.Pause(PauseReason.BREAK),
                        new WireIntent.DialPreview(),
                        new WireIntent.SkipPreview("Language"),
                        new WireIntent.DialManually(701, 901),
                        new WireIntent.Transfer(81, 7),
                        new WireIntent.CancelTransfer(),
                        new WireIntent.HangUp(),
                        new WireIntent.Hold(),
                        new WireIntent.Resume(),
                        new WireIntent.PauseRecording(),
                        new WireIntent.ResumeRecording(),
                        new WireIntent.AnnounceRecording(81),
                        new WireIntent.VerifyIdentity(81, List.of("FULL_NAME", "DATE_OF_BIRTH")),
                        new WireIntent.Dispose(
                                WireSamples.wrapUp(), Optional.of(PauseReason.LUNCH)),
                        new WireIntent.AskForHelp(true),
                        new WireIntent.LogOut())
                .map(intent ->
                        Arguments.of(
                                "ask-" + kebab(intent),
                                Wire.FromDesk.class,
                                new Wire.Ask("r1", intent)));
    }

    private static Stream<Arguments> otherAsks() {
        Stream<Arguments> orders =
                Stream.of(
                                new WireOrder.Start(1),
                                new WireOrder.Drain(1),
                                new WireOrder.Stop(1),
                                new WireOrder.SetMode(1, Mode.PROGRESSIVE),
                                new WireOrder.SetAim(1, new WireAim.MaximiseTalk(0.02)),
                                new WireOrder.PauseAgent(12))
                        .map(order ->
                                Arguments.of(
                                        "order-" + kebab(order),
                                        Wire.FromFloor.class,
                                        new Wire.AskFloor("r1", order)));
        Stream<Arguments> rest =
                Stream.of(
                        Arguments.of("shown", Wire.FromDesk.class, new Wire.Shown(7, 81)),
                        Arguments.of(
                                "save-draft", Wire.FromDesk.class, new Wire.SaveDraft(81, draft())),
                        Arguments.of("line-ready", Wire.FromDesk.class, new Wire.LineReady(true)),
                        Arguments.of(
                                "sound-arrives", Wire.FromDesk.class, new Wire.SoundArrives(true)),
                        Arguments.of("ping", Wire.FromDesk.class, new Wire.Ping()),
                        Arguments.of("floor-ping", Wire.FromFloor.class, new Wire.PingFloor()),
                        Arguments.of(
                                "http-log-in",
                                Wire.LogIn.class,
                                new Wire.LogIn("akim", "a long password")));
        return Stream.concat(orders, rest);
    }

    private static Arguments frame(
            String name, AgentState state, Optional<DeskSnapshot.CallInFront> call) {
        return Arguments.of(
                name, new Wire.DeskFrame(7, WireDesk.of(Samples.desk(41, state, call))));
    }

    private static AgentState talking() {
        return new AgentState.Talking(Samples.ATTEMPT, SINCE);
    }

    private static AgentState wrappingUp() {
        return new AgentState.WrappingUp(
                Samples.ATTEMPT, SINCE, SINCE.plusSeconds(1), SINCE.plus(Duration.ofSeconds(45)));
    }

    private static AgentState previewing() {
        return new AgentState.Previewing(
                Samples.offer(), SINCE, Optional.of(SINCE.plusSeconds(60)));
    }

    private static DeskSnapshot.CallInFront preview() {
        return new DeskSnapshot.CallInFront(
                Optional.empty(),
                Phase.PREVIEW,
                Optional.empty(),
                Optional.empty(),
                "",
                DeskSnapshot.Recorded.NOT,
                false,
                Optional.empty(),
                Optional.of(Samples.screen()));
    }

    private static ObjectNode draft() {
        return WireJson.MAPPER.createObjectNode().put("code", "PROMISE").put("note", "Will pay");
    }

    private static String kebab(Object record) {
        return record.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(java.util.Locale.ROOT);
    }

    private static String pretty(String json) throws IOException {
        return WireJson.MAPPER
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(WireJson.MAPPER.readTree(json))
                + "\n";
    }
}
