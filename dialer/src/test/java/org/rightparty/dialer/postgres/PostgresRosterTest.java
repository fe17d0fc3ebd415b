package org.rightparty.dialer.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rightparty.dialer.postgres.Floorplan.NOON;
import static org.rightparty.schema.generated.Tables.AGENT;
import static org.rightparty.schema.generated.Tables.CAMPAIGN_AGENT;
import static org.rightparty.schema.generated.Tables.DISPOSITION;
import static org.rightparty.schema.generated.Tables.DISPOSITION_CODE;
import static org.rightparty.schema.generated.Tables.PROMISE;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rightparty.compliance.gate.Attempt;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.ledger.AuditEntry.Actor;
import org.rightparty.dialer.loop.CallBook.Ending;
import org.rightparty.dialer.loop.CampaignPolicy;
import org.rightparty.dialer.loop.Roster.OwnCallback;
import org.rightparty.dialer.loop.Roster.Tallies;
import org.rightparty.dialer.loop.Roster.Tally;
import org.rightparty.dialer.postgres.Floorplan.Person;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Aim;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Outcome;
import org.rightparty.vocabulary.Rate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

class PostgresRosterTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final Floorplan floor = Floorplan.open();
    private final PostgresRoster roster =
            new PostgresRoster(floor.database, floor.journal, NEW_YORK);

    @AfterEach
    void close() {
        floor.close();
    }

    @Test
    void orders_are_kept_with_their_entry() {
        AgentId sue = floor.agent("sue");
        CampaignPolicy before = roster.campaigns().getFirst();
        assertThat(before.activity()).isEqualTo(CampaignPolicy.Activity.STOPPED);
        roster.ordered(
                Actor.agent(sue),
                with(before, Mode.PREVIEW, CampaignPolicy.Activity.RUNNING),
                NOON);
        CampaignPolicy after = roster.campaigns().getFirst();
        assertThat(after.mode()).isEqualTo(Mode.PREVIEW);
        assertThat(after.activity()).isEqualTo(CampaignPolicy.Activity.RUNNING);
        assertThat(floor.entries.getLast().kind()).isEqualTo("campaign.ordered");
        assertThat(floor.entries.getLast().actor().name()).isEqualTo("agent:" + sue);
    }

    @Test
    void a_change_of_mode_asks_the_gate_again() {
        Person refused = floor.person(90_000);
        floor.gate.refuse(refused.id(), Optional.empty());
        floor.candidates.settleAll(NOON);
        floor.pool.reserveNext(floor.campaign, Mode.PREDICTIVE, 1, NOON);
        assertThat(floor.candidate(refused).orElseThrow().getParked()).isEqualTo("GATE_TEST");
        CampaignPolicy policy = roster.campaigns().getFirst();
        AgentId sue = floor.agent("sue");
        roster.ordered(Actor.agent(sue), with(policy, policy.mode(), policy.activity()), NOON);
        floor.candidates.settleAll(NOON);
        assertThat(floor.candidate(refused).orElseThrow().getDue()).isFalse();
        roster.ordered(Actor.agent(sue), with(policy, Mode.PREVIEW, policy.activity()), NOON);
        floor.candidates.settleAll(NOON);
        assertThat(floor.candidate(refused).orElseThrow().getDue()).isTrue();
    }

    @Test
    void a_member_has_a_line_while_active() {
        AgentId ann = floor.agent("ann");
        assertThat(roster.member(ann).name()).isEqualTo("ann");
        floor.database.transact(tx -> tx.update(AGENT).set(AGENT.ACTIVE, false).execute());
        assertThatThrownBy(() -> roster.member(ann)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void an_agent_is_on_one_campaign_at_a_time() {
        AgentId ann = floor.agent("ann");
        var other = floor.campaign("Morning");
        roster.assigned(ann, floor.campaign, NOON);
        roster.assigned(ann, other, NOON.plusSeconds(1));
        var on =
                floor.database.transact(
                        tx -> tx.selectFrom(CAMPAIGN_AGENT).fetchSingle().getCampaignId());
        assertThat(on).isEqualTo(other);
    }

    @Test
    void the_day_is_counted_from_the_houses_midnight() {
        AgentId ann = floor.agent("ann");
        Person person = floor.person(90_000);
        floor.candidates.settleAll(NOON);
        Attempt attempt =
                ((Reservation.Granted)
                                floor.pool
                                        .reserveNext(floor.campaign, Mode.PREDICTIVE, 1, NOON)
                                        .getFirst()
                                        .reservation())
                        .attempt();
        floor.book.ended(answered(attempt, ann));
        promised(attempt, person, ann);
        Tallies today = roster.tallies(floor.campaign, NOON.plus(Duration.ofHours(11)));
        assertThat(today.campaign()).isEqualTo(new Tally(1, 1, 1, 1));
        assertThat(today.agents()).containsOnly(Map.entry(ann, new Tally(1, 1, 1, 1)));
        assertThat(roster.tallies(floor.campaign, NOON.plus(Duration.ofHours(12))).campaign())
                .isEqualTo(Tally.NONE);
    }

    private static Ending answered(Attempt attempt, AgentId agent) {
        Instant at = attempt.placedAt();
        return new Ending(
                attempt.id(),
                at,
                Outcome.ANSWERED,
                at.plusSeconds(60),
                Optional.of(at.plusSeconds(5)),
                Optional.of(agent),
                Optional.of(at.plusSeconds(6)),
                16,
                "200",
                "CONSUMER",
                "",
                "LIVE");
    }

    private void promised(Attempt attempt, Person person, AgentId agent) {
        floor.database.transact(tx -> {
            tx.insertInto(DISPOSITION_CODE)
                    .set(DISPOSITION_CODE.CODE, "TEST_PROMISE")
                    .set(DISPOSITION_CODE.LABEL, "Promise")
                    .set(DISPOSITION_CODE.CATEGORY, "Test")
                    .set(DISPOSITION_CODE.PARTY, "RIGHT")
                    .set(DISPOSITION_CODE.CONVERSATION, true)
                    .set(DISPOSITION_CODE.SORT, (short) 1)
                    .execute();
            tx.insertInto(DISPOSITION)
                    .set(DISPOSITION.ATTEMPT_ID, attempt.id())
                    .set(DISPOSITION.PLACED_AT, attempt.placedAt())
                    .set(DISPOSITION.CONSUMER_ID, person.id())
                    .set(DISPOSITION.ACCOUNT_ID, person.account())
                    .set(DISPOSITION.PHONE_ID, person.phone())
                    .set(DISPOSITION.CAMPAIGN_ID, floor.campaign)
                    .set(DISPOSITION.AGENT_ID, agent)
                    .set(DISPOSITION.CODE, "TEST_PROMISE")
                    .set(DISPOSITION.RIGHT_PARTY, true)
                    .set(DISPOSITION.CONVERSATION, true)
                    .set(DISPOSITION.CONVERSED_AT, NOON)
                    .set(DISPOSITION.RECORDED_AT, NOON)
                    .execute();
            return tx.insertInto(PROMISE)
                    .set(PROMISE.ACCOUNT_ID, person.account())
                    .set(PROMISE.CONSUMER_ID, person.id())
                    .set(PROMISE.ATTEMPT_ID, attempt.id())
                    .set(PROMISE.AGENT_ID, agent)
                    .set(PROMISE.AMOUNT_MINOR, 5_000L)
                    .set(PROMISE.DUE_ON, LocalDate.parse("2026-12-01"))
                    .set(PROMISE.GRACE_DAYS, 3)
                    .set(PROMISE.METHOD, "CARD")
                    .execute();
        });
    }

    @Test
    void callbacks_that_agents_make_themselves_are_told_shortly_before() {
        AgentId sue = floor.agent("sue");
        AgentId tom = floor.agent("tom");
        roster.assigned(sue, floor.campaign, NOON);
        Person person = floor.person(10_000);
        floor.callback(person, Optional.of(sue), NOON);
        floor.callback(person, Optional.of(sue), NOON.plusSeconds(60));
        floor.callback(person, Optional.of(sue), NOON.plusSeconds(61));
        floor.callback(person, Optional.of(tom), NOON.plusSeconds(30));
        floor.callback(person, Optional.empty(), NOON.plusSeconds(30));
        assertThat(roster.callbacks(floor.campaign, NOON, NOON.plusSeconds(60)))
                .containsExactly(new OwnCallback(sue, NOON.plusSeconds(60)));
    }

    static List<Aim> aims() {
        return List.of(
                new Aim.NeverAbandon(),
                new Aim.TargetWait(Duration.ofSeconds(20)),
                new Aim.MaximiseTalk(new Rate(0.012_5)),
                Aim.MAXIMISE_TALK);
    }

    @ParameterizedTest
    @MethodSource("aims")
    void what_a_campaign_works_for_is_kept(Aim aim) {
        AgentId sue = floor.agent("sue");
        CampaignPolicy before = roster.campaigns().getFirst();
        assertThat(before.aim()).isEqualTo(Aim.MAXIMISE_TALK);
        roster.ordered(Actor.agent(sue), with(before, before.mode(), aim, before.activity()), NOON);
        assertThat(roster.campaigns().getFirst().aim()).isEqualTo(aim);
    }

    static CampaignPolicy with(CampaignPolicy policy, Mode mode, CampaignPolicy.Activity activity) {
        return with(policy, mode, policy.aim(), activity);
    }

    private static CampaignPolicy with(
            CampaignPolicy policy, Mode mode, Aim aim, CampaignPolicy.Activity activity) {
        return new CampaignPolicy(
                policy.id(),
                policy.name(),
                mode,
                aim,
                activity,
                policy.callerId(),
                policy.ringSeconds(),
                policy.screening(),
                policy.ceiling(),
                policy.recording(),
                policy.wrapUpTarget());
    }
}
