package org.rightparty.dialer.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.console.agent.AgentEvent;
import org.rightparty.dialer.call.Telephone.AgentLine;
import org.rightparty.dialer.call.Telephone.LiveCall.Place;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class CallMachineTest {
    private static final AttemptId ID = new AttemptId(81);
    private static final AgentLine LINE =
            new AgentLine(new AgentId(7), "2007", AgentLine.Kind.BROWSER);
    private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");

    /// A second later with every word.
    private Instant now = START;

    private final List<String> done = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    what happens                                      | where it ends
                    rang                                              | Ringing
                    rang rang                                         | Ringing
                    rang answered                                     | Waiting
                    answered                                          | Waiting
                    rang screening                                    | Screening
                    rang screening answered                           | Waiting
                    rang screening machine                            | Machine
                    rang screening machine busy                       | VOICEMAIL_NO_MESSAGE
                    rang screening by-consumer                        | ANSWERED_DROPPED
                    rang screening normal                             | ANSWERED_DROPPED
                    rang screening gone                               | ANSWERED_DROPPED
                    rang screening end normal                         | ABANDONED
                    rang screening end by-consumer                    | ANSWERED_DROPPED
                    rang screening end late                           | ABANDONED
                    rang screening late                               | Ending
                    rang screening late normal                        | ABANDONED
                    rang screening machine end normal                 | VOICEMAIL_NO_MESSAGE
                    rang end normal                                   | RING_NO_ANSWER
                    rang screening machine message                    | Machine
                    rang screening machine message normal             | VOICEMAIL_LEFT
                    rang screening machine message by-consumer        | VOICEMAIL_LEFT
                    rang screening machine message-failed normal      | VOICEMAIL_NO_MESSAGE
                    rang screening machine message message-failed normal | VOICEMAIL_NO_MESSAGE
                    rang answered abandoned message normal            | ABANDONED
                    busy                                              | BUSY
                    rang unanswered                                   | RING_NO_ANSWER
                    unanswered                                        | UNKNOWN
                    not-placed                                        | NEVER_PLACED
                    rang not-placed                                   | Ringing
                    late                                              | Ending
                    late late                                         | UNKNOWN
                    late unanswered                                   | UNKNOWN
                    rang late late                                    | UNKNOWN
                    rang answered by-consumer                         | ANSWERED_DROPPED
                    rang answered second by-consumer                  | ABANDONED
                    rang answered abandoned                           | Announcing
                    rang abandoned                                    | Announcing
                    rang answered abandoned normal                    | ABANDONED
                    rang answered late                                | Announcing
                    rang answered late late late                      | ABANDONED
                    rang answered connect                             | Connecting
                    rang answered connect joined                      | Talking
                    rang answered connect joined joined               | Talking
                    rang answered connect joined by-consumer          | ANSWERED
                    rang answered connect joined normal normal        | ANSWERED
                    rang answered connect abandoned                   | Connecting
                    rang answered connect abandoned joined            | Talking
                    rang answered connect late                        | Connecting
                    rang answered connect late late late              | Ending
                    rang answered connect failed                      | Waiting
                    rang answered connect failed connect joined       | Talking
                    rang answered connect orphaned                    | Waiting
                    rang answered connect by-consumer                 | ABANDONED
                    rang answered connect joined hold                 | Parking
                    rang answered connect joined hold late            | Parking
                    rang answered connect joined hold late late late  | Talking
                    rang answered connect joined hold held            | OnHold
                    rang answered connect joined hold held connect    | Connecting
                    rang answered connect joined hold held line-lost  | LineLost
                    rang answered connect joined orphaned             | LineLost
                    rang answered connect joined line-lost orphaned   | LineLost
                    rang answered connect joined orphaned connect joined | Talking
                    rang answered connect joined orphaned connect failed | LineLost
                    rang answered connect joined orphaned late        | Announcing
                    rang answered connect joined orphaned late normal | ANSWERED
                    rang answered connect joined end                  | Ending
                    rang answered connect joined end late             | ANSWERED
                    rang answered connect joined late                 | Talking
                    rang answered connect joined gone                 | ANSWERED
                    rang answered gone                                | ABANDONED
                    rang gone                                         | UNKNOWN
                    young-gone                                        | Dialing
                    second second second gone                         | UNKNOWN
                    rang answered connect found-room                  | Talking
                    rang found-waiting                                | Waiting
                    rang found-screening                              | Screening
                    screening found-screening                         | Screening
                    screening found-screening answered                | Waiting
                    rang answered found-screening                     | Waiting
                    rang answered connect joined normal rang answered | ANSWERED
                    """)
    void goes_where_the_table_says(String words, String end) {
        assertThat(name(after(words))).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    what happens                               | what is done for the last of it
                    rang answered connect                      | Tell Connect Take
                    rang answered connect joined               | Tell StartRecording Note
                    rang answered connect joined orphaned connect joined | Tell Note
                    rang answered connect failed               | Tell Note
                    rang answered connect late                 | Connect
                    rang answered connect joined orphaned      | Tell Note
                    rang answered connect joined by-consumer   | Note End Tell
                    rang answered by-consumer                  | Note End
                    late                                       | HangUp
                    rang answered connect joined late          | Resynchronise
                    rang answered connect joined end           | HangUp
                    rang answered connect joined hold          | Hold
                    rang answered connect joined hold held     | Tell Note
                    rang answered connect joined hold held connect | Connect Note
                    """)
    void has_done_what_the_table_says(String words, String effects) {
        after(words);
        assertThat(String.join(" ", done)).isEqualTo(effects);
    }

    @Test
    void a_found_call_after_a_restart_goes_on_with_its_agent() {
        Known known =
                Known.reserved(ID, START, 25, Optional.empty())
                        .answered(START)
                        .takenBy(LINE.agent());
        Call adopted = CallMachine.adopt(known, START);
        Step step =
                CallReconciliation.found(
                        adopted, new Place.Room("2007"), Optional.of(LINE), START.plusSeconds(1));
        assertThat(step.next()).isInstanceOf(Call.Talking.class);
        assertThat(step.next().known().conversed()).isTrue();
    }

    @Test
    void a_found_call_that_belongs_to_nobody_is_ended() {
        Call adopted = CallMachine.adopt(Known.reserved(ID, START, 25, Optional.empty()), START);
        Step step =
                CallReconciliation.found(
                        adopted, new Place.Room("2007"), Optional.empty(), START.plusSeconds(1));
        assertThat(step.next()).isInstanceOf(Call.Ending.class);
    }

    /// Or its agent would wait for it for ever: they hear of its end as whose call it is.
    @Test
    void an_agents_own_call_that_is_found_waiting_is_still_theirs() {
        AgentEvent over = new AgentEvent.CallOver(ID, false, START.plusSeconds(2));
        Call own =
                new Call.Ringing(
                        Known.reserved(ID, START, 25, Optional.of(LINE.agent())),
                        START,
                        START.plusSeconds(30));
        Call found =
                CallReconciliation.found(
                                own, new Place.Waiting(), Optional.of(LINE), START.plusSeconds(1))
                        .next();
        assertThat(found).isInstanceOf(Call.Waiting.class);
        CallEvent end = new CallEvent.HungUp(ID, 16, "", true, START.plusSeconds(2));
        assertThat(told(found, end).effects()).contains(new Effect.Tell(LINE.agent(), over));
    }

    @Test
    void every_living_state_has_a_deadline_after_its_beginning() {
        for (String words :
                List.of(
                        "",
                        "rang",
                        "rang screening",
                        "rang screening machine",
                        "rang answered",
                        "rang answered connect",
                        "rang answered connect joined",
                        "rang answered connect joined hold",
                        "rang answered connect joined hold held",
                        "rang answered connect joined orphaned",
                        "rang answered abandoned",
                        "late")) {
            Call call = after(words);
            assertThat(call.deadline()).as(words).isAfter(call.since());
            assertThat(Duration.between(call.since(), call.deadline()))
                    .as(words)
                    .isLessThan(Duration.ofMinutes(5));
        }
    }

    private Call after(String words) {
        now = START;
        Call call =
                new Call.Dialing(
                        Known.reserved(ID, START, 25, Optional.empty()),
                        START,
                        START.plusSeconds(60));
        for (String word : words.isEmpty() ? new String[0] : words.split(" ")) {
            now = now.plusSeconds(1);
            Step step = step(call, word);
            call = step.next();
            done.clear();
            step.effects().forEach(e -> done.add(e.getClass().getSimpleName()));
        }
        return call;
    }

    private Step step(Call call, String word) {
        return switch (word) {
            case "rang" -> told(call, new CallEvent.Rang(ID, now));
            case "answered" -> told(call, new CallEvent.Answered(ID, now, 1));
            case "screening" -> told(call, new CallEvent.ScreeningBegan(ID, now));
            case "machine" -> told(call, new CallEvent.MachineHeard(ID, "LONGGREETING", now));
            case "joined" -> told(call, new CallEvent.Joined(ID, "2007", now));
            case "held" -> told(call, new CallEvent.Held(ID, now));
            case "orphaned" -> told(call, new CallEvent.Orphaned(ID, now));
            case "abandoned" -> told(call, new CallEvent.Abandoned(ID, now));
            case "message" -> told(call, played(CallEvent.Played.Progress.BEGAN));
            case "message-failed" -> told(call, played(CallEvent.Played.Progress.FAILED));
            case "failed" -> told(call, new CallEvent.ConnectFailed(ID, "gone", now));
            case "busy" -> told(call, new CallEvent.HungUp(ID, 17, "486", false, now));
            case "unanswered" -> told(call, new CallEvent.HungUp(ID, 19, "480", false, now));
            case "by-consumer" -> told(call, new CallEvent.HungUp(ID, 16, "", true, now));
            case "normal" -> told(call, new CallEvent.HungUp(ID, 16, "", false, now));
            case "not-placed" -> told(call, new CallEvent.NotPlaced(ID, "no trunk", now));
            case "connect" -> CallOrders.ordered(call, new CallOrder.ConnectTo(LINE, now));
            case "hold" -> CallOrders.ordered(call, new CallOrder.Park(now));
            case "end" -> CallOrders.ordered(call, new CallOrder.End("AGENT", now));
            case "line-lost" -> CallOrders.ordered(call, new CallOrder.LoseLine(now));
            case "late" -> CallDeadlines.late(call, now);
            case "gone" -> CallReconciliation.gone(call, now.plusSeconds(2));
            case "young-gone" -> CallReconciliation.gone(call, now);
            case "found-room" ->
                    CallReconciliation.found(call, new Place.Room("2007"), Optional.of(LINE), now);
            case "found-screening" ->
                    CallReconciliation.found(call, new Place.Screening(), Optional.empty(), now);
            case "found-waiting" ->
                    CallReconciliation.found(call, new Place.Waiting(), Optional.empty(), now);
            case "second" -> Step.stay(call);
            default -> throw new IllegalArgumentException(word);
        };
    }

    private CallEvent played(CallEvent.Played.Progress progress) {
        return new CallEvent.Played(ID, "LIMITED_CONTENT-en-1", progress, now);
    }

    private static Step told(Call call, CallEvent event) {
        return CallMachine.told(call, event);
    }

    private static String name(Call call) {
        return call instanceof Call.Ended e ? e.outcome().name() : call.getClass().getSimpleName();
    }
}
