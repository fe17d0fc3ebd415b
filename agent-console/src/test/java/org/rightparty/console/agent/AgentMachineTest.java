package org.rightparty.console.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.PhoneId;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class AgentMachineTest {
    private static final AttemptId CALL = new AttemptId(81);
    private static final AttemptId OTHER = new AttemptId(82);
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(600);
    private static final Duration TARGET = Duration.ofSeconds(45);
    private static final Offer OFFER =
            new Offer(
                    new ConsumerId(1),
                    new AccountId(1),
                    new PhoneId(1),
                    DialPath.CAMPAIGN,
                    "Next.");

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    what happens                                            | where it ends
                    sit                                                     | NotReady LOGGED_IN
                    sit ready                                               | LINE_DOWN
                    sit line ready                                          | Ready
                    sit line ready ready                                    | Ready
                    sit line ready pause                                    | NotReady BREAK
                    sit line no-sound ready                                 | NO_SOUND
                    sit no-sound ready                                      | LINE_DOWN
                    sit line no-sound sound ready                           | Ready
                    sit line ready no-sound                                 | NotReady LINE_LOST
                    sit line ready no-sound sound                           | NotReady LINE_LOST
                    sit line ready no-sound sound ready                     | Ready
                    sit line ready offer no-sound                           | NotReady LINE_LOST
                    sit line ready comes no-sound lost                      | NotReady LINE_LOST
                    sit line ready comes joined no-sound                    | Talking
                    sit line ready comes joined no-sound spoken done        | NotReady LINE_LOST
                    sit line ready comes joined no-sound sound spoken done  | Ready
                    sit line ready no-line                                  | NotReady LINE_LOST
                    sit line ready offer                                    | Previewing
                    sit line ready offer gone                               | Ready
                    sit line ready offer ready                              | NOT_IN_THIS_STATE
                    sit line ready offer dialed                             | Dialing
                    sit line ready offer dialed over                        | Ready
                    sit line dialed over                                    | NotReady LOGGED_IN
                    sit line ready comes                                    | Reserved
                    sit line ready comes lost                               | Ready
                    sit line ready comes lost-other                         | Reserved
                    sit line ready comes no-line lost                       | NotReady LINE_LOST
                    sit line ready comes joined                             | Talking
                    sit line ready comes joined joined                      | Talking
                    sit line ready comes joined log-out                     | ON_A_CALL
                    sit line ready comes joined parked                      | Holding
                    sit line ready comes joined parked joined               | Talking
                    sit line ready comes joined no-line                     | ConnectionLost
                    sit line ready comes joined no-line joined              | Talking
                    sit line ready comes joined no-line spoken              | WrappingUp
                    sit line ready comes joined spoken                      | WrappingUp
                    sit line ready comes joined spoken spoken               | WrappingUp
                    sit line ready comes joined spoken log-out              | WRAP_UP_OPEN
                    sit line ready comes joined spoken ready                | WRAP_UP_OPEN
                    sit line ready comes joined spoken no-line              | WrappingUp
                    sit line ready comes joined spoken no-line done         | NotReady LINE_LOST
                    sit line ready comes joined spoken done                 | Ready
                    sit line ready comes joined spoken done-other           | WrappingUp
                    sit line ready comes joined spoken done done            | Ready
                    sit line ready comes joined spoken enough               | NotReady LUNCH
                    sit line pause dialed over                              | NotReady BREAK
                    sit line pause dialed comes joined spoken done          | Ready
                    sit line pause dialed comes joined spoken enough        | NotReady LUNCH
                    sit line ready comes joined pause spoken done           | Ready
                    sit line ready comes joined pause spoken enough         | NotReady LUNCH
                    sit line ready comes joined out spoken done             | NotReady SUPERVISOR
                    sit line ready comes joined out spoken enough           | NotReady SUPERVISOR
                    sit line ready comes joined out pause spoken done       | NotReady SUPERVISOR
                    sit line ready comes joined out ready                   | TAKEN_OUT
                    sit line ready comes joined home                        | Talking
                    sit line ready comes joined home spoken                 | WrappingUp
                    sit line ready comes joined home spoken leave           | NotReady LOGGING_OUT
                    sit line ready comes joined home spoken leave owes      | WrappingUp
                    sit line ready comes joined home spoken done            | Ready
                    sit line ready comes joined home ready spoken done      | Ready
                    sit line ready comes home lost                          | NotReady LOGGING_OUT
                    sit line ready comes joined out home                    | TAKEN_OUT
                    sit line ready comes joined out home spoken done        | NotReady SUPERVISOR
                    sit line ready home                                     | NotReady LOGGING_OUT
                    sit line ready out                                      | NotReady SUPERVISOR
                    sit line ready out ready                                | Ready
                    sit line ready comes joined pause ready spoken done     | Ready
                    sit line ready comes joined spoken pause done           | Ready
                    sit line ready over                                     | Ready
                    sit owes                                                | WrappingUp
                    sit line ready comes owes                               | Reserved
                    joined                                                  | Talking
                    sit line ready log-out                                  | Offline
                    """)
    void goes_where_the_table_says(String words, String end) {
        Agent agent = Agent.away(NOW, TARGET);
        String reached = "";
        for (String word : words.split(" ")) {
            switch (AgentMachine.on(agent, event(word))) {
                case AgentStep.Moved m -> {
                    agent = m.next();
                    reached = name(agent.state());
                }
                case AgentStep.Refused r -> reached = r.code();
            }
        }
        assertThat(reached).isEqualTo(end);
    }

    @Test
    void what_is_owed_from_before_is_late_by_when_its_call_ended() {
        Agent away = Agent.away(NOW, TARGET);
        assertThat(AgentMachine.on(away, new AgentEvent.OwesDisposition(CALL, BEFORE, NOW)))
                .isEqualTo(
                        new AgentStep.Moved(
                                away.in(
                                        new AgentState.WrappingUp(
                                                CALL, BEFORE, NOW, BEFORE.plus(TARGET)))));
    }

    @Test
    void who_wants_to_log_out_and_still_owes_something_logs_out_after_that() {
        Agent leaving =
                Agent.away(NOW, TARGET).in(new AgentState.NotReady(PauseReason.LOGGING_OUT, NOW));
        assertThat(AgentMachine.leaves(leaving)).isTrue();
        AgentEvent owed = new AgentEvent.OwesDisposition(CALL, BEFORE, NOW);
        assertThat(AgentMachine.on(leaving, owed))
                .isInstanceOfSatisfying(
                        AgentStep.Moved.class,
                        moved ->
                                assertThat(moved.next().pauseAfterCall())
                                        .hasValue(PauseReason.LOGGING_OUT));
    }

    private static AgentEvent event(String word) {
        return switch (word) {
            case "sit" -> new AgentEvent.SatDown(Optional.empty(), NOW);
            case "log-out" -> new AgentEvent.LoggedOut(NOW);
            case "line" -> new AgentEvent.LineRose(NOW);
            case "no-line" -> new AgentEvent.LineFell(NOW);
            case "sound" -> new AgentEvent.SoundCame(NOW);
            case "no-sound" -> new AgentEvent.SoundWent(NOW);
            case "ready" -> new AgentEvent.WentReady(NOW);
            case "pause" -> new AgentEvent.Paused(PauseReason.BREAK, NOW);
            case "offer" -> new AgentEvent.Offered(OFFER, Optional.empty(), NOW);
            case "gone" -> new AgentEvent.OfferGone(NOW);
            case "dialed" -> new AgentEvent.Dialed(CALL, NOW);
            case "comes" -> new AgentEvent.PersonComes(CALL, NOW);
            case "lost" -> new AgentEvent.PersonLost(CALL, NOW);
            case "lost-other" -> new AgentEvent.PersonLost(OTHER, NOW);
            case "joined" -> new AgentEvent.Joined(CALL, NOW);
            case "parked" -> new AgentEvent.PersonParked(CALL, NOW);
            case "over" -> new AgentEvent.CallOver(CALL, false, NOW);
            case "spoken" -> new AgentEvent.CallOver(CALL, true, NOW);
            case "owes" -> new AgentEvent.OwesDisposition(OTHER, BEFORE, NOW);
            case "out" -> new AgentEvent.Paused(PauseReason.SUPERVISOR, NOW);
            case "home" -> new AgentEvent.Paused(PauseReason.LOGGING_OUT, NOW);
            case "leave" ->
                    new AgentEvent.Disposed(CALL, Optional.of(PauseReason.LOGGING_OUT), NOW);
            case "done" -> new AgentEvent.Disposed(CALL, Optional.empty(), NOW);
            case "done-other" -> new AgentEvent.Disposed(OTHER, Optional.empty(), NOW);
            case "enough" -> new AgentEvent.Disposed(CALL, Optional.of(PauseReason.LUNCH), NOW);
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static String name(AgentState state) {
        String kind = state.getClass().getSimpleName();
        return state instanceof AgentState.NotReady s ? kind + " " + s.reason() : kind;
    }
}
