package org.rightparty.dialer.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.console.agent.AgentState;
import org.rightparty.console.agent.PauseReason;
import org.rightparty.console.desk.CallReason;
import org.rightparty.console.desk.Screens;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGeneratorFactory;

class LaneEffectsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

    private final Inbox inbox = new Inbox(2);
    private final List<Runnable> tasks = new ArrayList<>();
    private final SimOffice office =
            new SimOffice(
                    SimPolicies.of(Mode.PROGRESSIVE),
                    5,
                    InstantSource.fixed(NOW),
                    RandomGeneratorFactory.of("L64X128MixRandom").create(1));
    private final Performer performer =
            new Performer(office, office, office, office, office, InstantSource.fixed(NOW));
    private final LaneEffects effects = new LaneEffects(performer, inbox, tasks::add);

    @Test
    void work_of_one_lane_is_done_in_order_by_one_task() {
        AttemptId attempt = reserved();
        effects.submit(note(attempt, "rang"));
        effects.submit(note(attempt, "answered"));
        assertThat(tasks).hasSize(1);
        tasks.getFirst().run();
        assertThat(kinds()).containsExactly("rang", "answered");
    }

    /// The loop has not heard of the failure yet when it wants the next thing written.
    @Test
    void what_must_be_written_and_failed_is_written_before_what_comes_after_it() {
        AttemptId attempt = reserved();
        Work first = note(attempt, "rang");
        office.reachable(false);
        effects.submit(first);
        effects.submit(note(attempt, "answered"));
        perform();
        assertThat(inbox.drain()).containsExactly(new LoopEvent.Failed(first));
        office.reachable(true);
        effects.submit(note(attempt, "joined"));
        perform();
        assertThat(inbox.drain()).isEmpty();
        effects.resume();
        perform();
        assertThat(kinds()).containsExactly("rang", "answered", "joined");
    }

    @Test
    void what_fails_twice_in_a_row_is_still_the_first() {
        AttemptId attempt = reserved();
        office.reachable(false);
        effects.submit(note(attempt, "rang"));
        perform();
        effects.keep(note(attempt, "answered"));
        effects.resume();
        perform();
        assertThat(inbox.drain()).hasSize(2);
        office.reachable(true);
        effects.resume();
        perform();
        assertThat(kinds()).containsExactly("rang", "answered");
    }

    @Test
    void what_is_kept_waits_behind_what_is_under_way_though_that_fails_late() {
        AttemptId attempt = reserved();
        effects.submit(note(attempt, "rang"));
        effects.keep(note(attempt, "answered"));
        office.reachable(false);
        perform();
        office.reachable(true);
        effects.resume();
        perform();
        assertThat(inbox.drain().stream().filter(LoopEvent.Done.class::isInstance))
                .extracting(e -> ((LoopEvent.Done) e).work())
                .containsExactly(note(attempt, "rang"), note(attempt, "answered"));
    }

    /// Who opens the desk of another campaign would be told of a state that is not the last.
    @Test
    void a_desk_is_not_read_before_what_another_campaign_has_of_its_agent_is_written() {
        Lanes shared = new Lanes(performer, tasks::add);
        Inbox other = new Inbox(2);
        Work open =
                new Work.OpenDesk(
                        new AgentId(1),
                        new CampaignId(2),
                        new BlindPage(),
                        new CompletableFuture<>());
        office.reachable(false);
        loop(inbox, shared).submit(agentOnBreak(new CampaignId(1)));
        perform();
        office.reachable(true);
        loop(other, shared).submit(open);
        assertThat(other.drain()).containsExactly(new LoopEvent.Failed(open));
        loop(other, shared).resume();
        loop(other, shared).submit(open);
        perform();
        assertThat(other.drain())
                .singleElement()
                .isInstanceOfSatisfying(
                        LoopEvent.Done.class,
                        done ->
                                assertThat(((Result.DeskRead) done.result()).paused())
                                        .map(AgentState.NotReady::reason)
                                        .hasValue(PauseReason.BREAK));
    }

    @Test
    void an_error_leaves_nothing_waiting_behind_it() {
        Screens endless =
                (_, _, _, _) -> {
                    throw new StackOverflowError();
                };
        Performer erring =
                new Performer(office, office, endless, office, office, InstantSource.fixed(NOW));
        LaneEffects screens = new LaneEffects(erring, inbox, tasks::add);
        for (int asked = 0; asked < 2; asked++) {
            screens.submit(
                    new Work.LoadScreen(
                            Optional.empty(),
                            Optional.empty(),
                            new AccountId(1),
                            new PhoneId(1),
                            CallReason.open("Highest value.")));
        }
        assertThat(tasks).hasSize(1);
        tasks.getFirst().run();
        assertThat(inbox.drain())
                .hasSize(2)
                .allSatisfy(e -> assertThat(e).isInstanceOf(LoopEvent.Broke.class));
    }

    @Test
    void an_agents_work_is_in_one_lane_in_all_campaigns() {
        Lanes shared = new Lanes(performer, tasks::add);
        Inbox other = new Inbox(2);
        loop(inbox, shared).submit(agentOnBreak(new CampaignId(1)));
        loop(other, shared).submit(agentOnBreak(new CampaignId(2)));
        assertThat(tasks).hasSize(1);
        tasks.getFirst().run();
        assertThat(inbox.drain()).hasSize(1);
        assertThat(other.drain()).hasSize(1);
    }

    @Test
    void each_loop_is_told_of_its_own_work_in_a_lane_of_all() {
        Lanes shared = new Lanes(performer, tasks::add);
        Inbox other = new Inbox(2);
        Work behind = agentOnBreak(new CampaignId(2));
        office.reachable(false);
        loop(inbox, shared).submit(agentOnBreak(new CampaignId(1)));
        loop(other, shared).submit(behind);
        perform();
        assertThat(inbox.drain()).hasSize(1);
        assertThat(other.drain()).isEmpty();
        office.reachable(true);
        loop(inbox, shared).resume();
        perform();
        assertThat(inbox.drain()).hasSize(1);
        assertThat(other.drain()).containsExactly(new LoopEvent.Done(behind, new Result.Written()));
    }

    @Test
    void the_inbox_refuses_what_has_no_room_but_never_an_answer() {
        assertThat(inbox.offer(new LoopEvent.LinkChanged(true, NOW))).isTrue();
        assertThat(inbox.offer(new LoopEvent.LinkChanged(true, NOW))).isTrue();
        assertThat(inbox.tookOverflow()).isFalse();
        assertThat(inbox.offer(new LoopEvent.LinkChanged(true, NOW))).isFalse();
        assertThat(inbox.tookOverflow()).isTrue();
        inbox.answer(new LoopEvent.Failed(new Work.ReadWindow(new CampaignId(1))));
        assertThat(inbox.drain()).hasSize(3);
    }

    private void perform() {
        List<Runnable> now = List.copyOf(tasks);
        tasks.clear();
        now.forEach(Runnable::run);
    }

    private LaneEffects loop(Inbox answers, Lanes shared) {
        return new LaneEffects(answers, new Lanes(performer, tasks::add), shared);
    }

    private static Work agentOnBreak(CampaignId campaign) {
        return new Work.AgentChanged(
                new AgentId(1),
                campaign,
                new AgentState.NotReady(PauseReason.BREAK, NOW),
                Optional.empty(),
                NOW);
    }

    private AttemptId reserved() {
        return office.reserveNext(new CampaignId(1), Mode.PROGRESSIVE, 1, NOW).stream()
                .map(Pool.Drawn::reservation)
                .filter(Reservation.Granted.class::isInstance)
                .map(r -> ((Reservation.Granted) r).attempt().id())
                .findFirst()
                .orElseThrow();
    }

    private static Work note(AttemptId attempt, String kind) {
        return new Work.Note(
                new CallBook.Happening(attempt, NOW, kind, Optional.empty(), Map.of()));
    }

    private List<String> kinds() {
        return inbox.drain().stream()
                .map(e -> ((LoopEvent.Done) e).work())
                .map(w -> ((Work.Note) w).happening().kind())
                .toList();
    }
}
