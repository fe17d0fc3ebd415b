package org.rightparty.dialer.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rightparty.console.office.Funnel;
import org.rightparty.dialer.postgres.Floorplan.Person;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class PostgresFunnelsTest {
    private static final Instant NOON = Floorplan.NOON;
    private static final int PAGE = 3;

    private final Floorplan floor =
            new Floorplan((tx, zones, jurisdictions, now) -> !jurisdictions.contains("US-HI"));
    private final PostgresFunnels funnels =
            new PostgresFunnels(
                    (tx, zones, jurisdictions, now) -> !jurisdictions.contains("US-HI"));

    @AfterEach
    void close() {
        floor.close();
    }

    @Test
    void each_account_is_counted_once_at_its_first_reason() {
        List<Person> people =
                List.of(
                        floor.person(1_000),
                        floor.person(2_000),
                        floor.person(3_000),
                        floor.person(4_000),
                        floor.person(5_000),
                        floor.person(6_000),
                        floor.person(7_000, "Pacific/Honolulu", "US-HI"));
        state(people.get(0), "PAID");
        owes(people.get(1), 0);
        floor.hold(people.get(2), "CEASE");
        usable(people.get(3), "WRONG");
        floor.callback(people.get(4), Optional.empty(), NOON.plus(Duration.ofHours(2)));
        floor.candidates.settleAll(NOON);

        Funnel funnel = funnel(NOON);
        assertThat(counted(funnel))
                .isEqualTo(
                        Map.of(
                                "STATE_PAID", 1L,
                                "NOTHING_OWED", 1L,
                                "HOLD_CEASE", 1L,
                                "NO_NUMBER", 1L,
                                "WAIT_CALLBACK", 1L,
                                "OUTSIDE_HOURS", 1L));
        assertThat(funnel.accounts()).isEqualTo(7);
        assertThat(funnel.dialable()).isEqualTo(1);
        for (Funnel.Step step : funnel.steps()) {
            assertThat(behind(step.code(), 0)).as(step.code()).hasSize(1);
        }
        assertThat(behind("HOLD_CEASE", 0)).containsExactly(people.get(2).account());
        assertThat(behind("OUTSIDE_HOURS", 0)).containsExactly(people.get(6).account());
        assertThat(behind(Funnel.DIALABLE, 0)).containsExactly(people.get(5).account());
        assertThat(behind("WAIT_CALL", 0)).isEmpty();
    }

    @Test
    void accounts_behind_a_reason_come_a_page_at_a_time() {
        List<AccountId> all =
                IntStream.range(0, 5)
                        .mapToObj(_ -> floor.person(1_000).account())
                        .sorted(Comparator.comparingLong(AccountId::value))
                        .toList();
        assertThat(behind("BEING_CHOSEN", 0)).isEqualTo(all.subList(0, PAGE));
        assertThat(behind("BEING_CHOSEN", all.get(PAGE - 1).value()))
                .isEqualTo(all.subList(PAGE, 5));
    }

    @Test
    void a_call_takes_an_account_out_and_all_still_adds_up() {
        floor.person(1_000);
        floor.person(2_000);
        floor.candidates.settleAll(NOON);
        floor.pool.reserveNext(floor.campaign, Mode.PROGRESSIVE, 1, NOON);

        Funnel funnel = funnel(NOON);
        assertThat(counted(funnel)).isEqualTo(Map.of("WAIT_CALL", 1L));
        assertThat(funnel.dialable()).isEqualTo(1);
    }

    @Test
    void somebody_whose_facts_changed_is_told_apart_until_looked_at() {
        floor.person(1_000);
        assertThat(counted(funnel(NOON))).isEqualTo(Map.of("BEING_CHOSEN", 1L));
    }

    @Test
    void somebody_without_a_number_is_told_apart_from_those_who_are_being_looked_at() {
        floor.person(1_000);
        Person numberless = floor.person(2_000);
        Person paid = floor.person(3_000);
        state(paid, "PAID");
        floor.database.transact(tx ->
                tx.deleteFrom(PHONE)
                        .where(PHONE.ID.in(numberless.phone(), paid.phone()))
                        .execute());
        assertThat(counted(funnel(NOON)))
                .isEqualTo(Map.of("BEING_CHOSEN", 1L, "NO_NUMBER_ON_FILE", 1L, "STATE_PAID", 1L));
        assertThat(behind("NO_NUMBER_ON_FILE", 0)).containsExactly(numberless.account());
        assertThat(behind("BEING_CHOSEN", 0)).doesNotContain(numberless.account()).hasSize(1);
    }

    @Test
    void a_campaign_that_is_not_there_has_no_funnel() {
        CampaignId unknown = new CampaignId(floor.campaign.value() + 1_000);
        Optional<Funnel> none = floor.database.transact(tx -> funnels.of(tx, unknown, NOON));
        assertThat(none).isEmpty();
        Funnel.Page page = new Funnel.Page(unknown, "OUTSIDE_HOURS", 0, PAGE);
        Optional<List<AccountId>> nobody =
                floor.database.transact(tx -> funnels.behind(tx, page, NOON));
        assertThat(nobody).isEmpty();
    }

    private Funnel funnel(Instant now) {
        return floor.database.transact(tx -> funnels.of(tx, floor.campaign, now)).orElseThrow();
    }

    private List<AccountId> behind(String reason, long after) {
        Funnel.Page page = new Funnel.Page(floor.campaign, reason, after, PAGE);
        return floor.database.transact(tx -> funnels.behind(tx, page, NOON)).orElseThrow();
    }

    private static Map<String, Long> counted(Funnel funnel) {
        return funnel.steps().stream()
                .collect(Collectors.toMap(Funnel.Step::code, Funnel.Step::accounts));
    }

    private void state(Person person, String state) {
        floor.database.transact(tx ->
                tx.update(ACCOUNT)
                        .set(ACCOUNT.WORK_STATE, state)
                        .where(ACCOUNT.ID.eq(person.account()))
                        .execute());
    }

    private void owes(Person person, long minor) {
        floor.database.transact(tx ->
                tx.update(ACCOUNT)
                        .set(ACCOUNT.BALANCE_MINOR, minor)
                        .where(ACCOUNT.ID.eq(person.account()))
                        .execute());
    }

    private void usable(Person person, String usable) {
        floor.database.transact(tx ->
                tx.update(PHONE)
                        .set(PHONE.USABLE, usable)
                        .where(PHONE.ID.eq(person.phone()))
                        .execute());
    }
}
