package org.rightparty.dialer.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.gate.Attempt;
import org.rightparty.compliance.holds.Barred;
import org.rightparty.console.agent.AgentState;
import org.rightparty.console.agent.PauseReason;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.DeskSnapshot;
import org.rightparty.console.desk.Desks;
import org.rightparty.console.desk.Desks.Watcher;
import org.rightparty.console.desk.Intent;
import org.rightparty.console.floor.FloorView;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.pacing.Pace;
import org.rightparty.dialer.pacing.ProgressivePace;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.Mode;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGeneratorFactory;

/// Floors with their real threads; the clock stands still.
class FloorsTest {
    private static final Instant NOW = Instant.parse("2026-03-03T15:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final AgentId AGENT = new AgentId(1);
    private static final CampaignId CAMPAIGN = new CampaignId(1);
    private static final long ANSWERED = 1_000_000_000L;
    private static final Answer OPEN = new Answer.Accepted();

    private final ExecutorService tables = Executors.newSingleThreadExecutor();
    private final SimOffice office =
            new SimOffice(
                    SimPolicies.of(Mode.PROGRESSIVE),
                    50,
                    CLOCK,
                    RandomGeneratorFactory.of("L64X128MixRandom").create(1));
    private final Performer performer =
            new Performer(office, office, office, office, office, CLOCK);
    private final Floors floors =
            new Floors(
                    performer,
                    LoopLimits.forTrunks(10),
                    Announcements.SIMULATED,
                    Facts.NONE,
                    CLOCK,
                    tables);
    private final HandTelephone telephone = new HandTelephone(floors, CLOCK);
    private final Page page = new Page();

    private record Pop(DeskSnapshot desk, long answeredNanos) {}

    /// Keeps the snapshots that say when the call was answered.
    private static final class Page implements Watcher {
        final BlockingQueue<Pop> pops = new LinkedBlockingQueue<>();

        @Override
        public void changed(DeskSnapshot desk, Optional<Long> answeredNanos) {
            answeredNanos.ifPresent(n -> pops.add(new Pop(desk, n)));
        }

        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public void dismissed(String reason, Instant at) {}

        @Override
        public void letGo() {}
    }

    @AfterEach
    void close() {
        floors.close();
        tables.shutdownNow();
    }

    @Test
    void the_time_from_the_answer_to_the_account_on_the_screen_is_written_down_once()
            throws Exception {
        AttemptId attempt = answered();
        Pop pop = soon(page.pops);
        DeskSnapshot.CallInFront call = pop.desk().call().orElseThrow();
        assertThat(call.attempt()).contains(attempt);
        assertThat(call.screen()).isPresent();
        assertThat(pop.answeredNanos()).isEqualTo(ANSWERED);
        floors.screenShown(AGENT, attempt, ANSWERED + Duration.ofMillis(42).toNanos());
        floors.screenShown(AGENT, attempt, ANSWERED + Duration.ofMillis(99).toNanos());
        assertThat(soon(office.shown)).isEqualTo(new SimScreens.Shown(attempt, AGENT, 42_000));
        ask(new Intent.AskForHelp(true));
        tables.submit(() -> {}).get(10, TimeUnit.SECONDS);
        assertThat(office.shown).isEmpty();
        assertThat(page.pops).isEmpty();
    }

    @Test
    void a_page_that_is_loaded_anew_before_it_showed_the_account_is_measured_still()
            throws Exception {
        AttemptId attempt = answered();
        soon(page.pops);
        Page again = new Page();
        accepted(floors.open(AGENT, CAMPAIGN, again));
        assertThat(soon(again.pops).answeredNanos()).isEqualTo(ANSWERED);
        floors.screenShown(AGENT, attempt, ANSWERED + Duration.ofMillis(900).toNanos());
        assertThat(soon(office.shown)).isEqualTo(new SimScreens.Shown(attempt, AGENT, 900_000));
    }

    @Test
    void a_page_that_shows_another_call_measures_nothing() throws Exception {
        AttemptId attempt = answered();
        soon(page.pops);
        floors.screenShown(AGENT, new AttemptId(attempt.value() + 1), ANSWERED);
        ask(new Intent.AskForHelp(true));
        tables.submit(() -> {}).get(10, TimeUnit.SECONDS);
        assertThat(office.shown).isEmpty();
    }

    /// Who logged out of a break is on none at the next desk, however slowly that is written.
    @Test
    void a_desk_in_another_campaign_opens_when_the_leaving_of_the_first_is_written()
            throws Exception {
        AtomicBoolean slow = new AtomicBoolean();
        Executor later = CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS, tables);
        Executor uneven = task -> (slow.getAndSet(false) ? later : tables).execute(task);
        LoopLimits limits = LoopLimits.forTrunks(10);
        CampaignId other = new CampaignId(2);
        try (Floors two =
                new Floors(performer, limits, Announcements.SIMULATED, Facts.NONE, CLOCK, uneven)) {
            HandTelephone phone = new HandTelephone(two, CLOCK);
            for (CampaignId campaign : List.of(CAMPAIGN, other)) {
                CampaignPolicy policy = SimPolicies.of(campaign, Mode.PROGRESSIVE);
                two.lead(policy, phone, _ -> new ProgressivePace(), NetworkBook.NONE);
            }
            accepted(two.open(AGENT, CAMPAIGN, page));
            accepted(two.ask(AGENT, new Intent.Pause(PauseReason.BREAK)));
            until(() -> tables.submit(() -> office.pauseLeft(AGENT, NOW)).get().isPresent());
            slow.set(true);
            accepted(two.open(AGENT, other, page));
            until(() -> two.snapshot(AGENT).filter(d -> d.campaign().equals(other)).isPresent());
            assertThat(two.snapshot(AGENT).orElseThrow().state())
                    .isEqualTo(new AgentState.NotReady(PauseReason.LOGGED_IN, NOW));
        }
    }

    @Test
    void who_asked_for_a_campaign_that_is_not_led_gets_the_desk_of_another() throws Exception {
        lead();
        CampaignId nobodys = new CampaignId(99);
        assertThat(soon(floors.open(AGENT, nobodys, page))).isEqualTo(Desks.NOT_LED_HERE);
        accepted(floors.open(AGENT, CAMPAIGN, page));
    }

    /// Nobody else reads what was asked of it: a page would wait, and an order be under way, for
    /// ever.
    @Test
    void what_was_asked_of_a_loop_that_is_let_go_is_declined() throws Exception {
        lead();
        CountDownLatch busy = new CountDownLatch(1);
        tables.execute(() -> wait(busy));
        CompletionStage<Answer> desk = floors.open(AGENT, CAMPAIGN, page);
        CompletionStage<Answer> order =
                floors.order(new AgentId(21), new FloorView.Order.Drain(CAMPAIGN));
        floors.release(CAMPAIGN);
        assertThat(soon(desk)).isEqualTo(Desks.NOT_LED_HERE);
        assertThat(soon(order)).isEqualTo(Desks.NOT_LED_HERE);
        busy.countDown();
    }

    /// It is told once: a loop that did not hear of it would wait for it until the next loss.
    @Test
    void a_loop_whose_inbox_is_full_still_hears_that_the_link_is_up_again() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        lead(floor -> {
            asked.countDown();
            wait(over);
            return new ProgressivePace().decide(floor);
        });
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        floors.link(false, NOW);
        Barred nobody = new Barred(new ConsumerId(999), Optional.empty(), Optional.empty());
        for (int i = 0; i <= LoopLimits.forTrunks(10).inboxSize(); i++) {
            floors.barred(nobody);
        }
        floors.link(true, NOW);
        over.countDown();
        until(() -> floors.open(AGENT, CAMPAIGN, page).toCompletableFuture().get().equals(OPEN));
        ask(new Intent.CallMyLine());
        ask(new Intent.GoReady());
        assertThat(soon(telephone.originated)).isNotNull();
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static String soon(CompletionStage<Answer> answer) throws Exception {
        return ((Answer.Declined) answer.toCompletableFuture().get(10, TimeUnit.SECONDS)).code();
    }

    private void lead() {
        lead(new ProgressivePace());
    }

    private void lead(Pace pace) {
        floors.link(true, NOW);
        floors.lead(SimPolicies.of(Mode.PROGRESSIVE), telephone, _ -> pace, NetworkBook.NONE);
    }

    /// An agent is ready and the person of the first call answers.
    private AttemptId answered() throws Exception {
        lead();
        accepted(floors.open(AGENT, CAMPAIGN, page));
        ask(new Intent.CallMyLine());
        ask(new Intent.GoReady());
        Attempt attempt = soon(telephone.originated);
        floors.call(new CallEvent.Answered(attempt.id(), NOW, ANSWERED));
        return attempt.id();
    }

    private static void until(Callable<Boolean> reached) throws Exception {
        for (int tries = 0; !reached.call(); tries++) {
            assertThat(tries).as("tries").isLessThan(1000);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private void ask(Intent intent) throws Exception {
        accepted(floors.ask(AGENT, intent));
    }

    private static void accepted(CompletionStage<Answer> answer) throws Exception {
        assertThat(answer.toCompletableFuture().get(10, TimeUnit.SECONDS))
                .isEqualTo(new Answer.Accepted());
    }

    private static <T> T soon(BlockingQueue<T> queue) throws InterruptedException {
        T first = queue.poll(10, TimeUnit.SECONDS);
        if (first == null) {
            throw new AssertionError("nothing came within ten seconds");
        }
        return first;
    }
}
