package org.rightparty.dialer.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.dialer.postgres.Floorplan.NOON;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.dialer.loop.Pool.Drawn;
import org.rightparty.dialer.pacing.Lead;
import org.rightparty.dialer.pacing.Network;
import org.rightparty.dialer.pacing.Network.Carried;
import org.rightparty.dialer.pacing.NetworkResult;
import org.rightparty.dialer.postgres.Floorplan.Person;
import org.rightparty.dialer.selection.AnswerOdds;
import org.rightparty.vocabulary.Mode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the network did with a list's calls weighs in who is next.
class AnswerOddsTest {
    private static final Duration WEEK = Duration.ofDays(7);

    private final Floorplan floor = Floorplan.open();
    private final Network network = new Network();

    @AfterEach
    void close() {
        floor.close();
    }

    @Test
    void a_list_that_is_answered_half_as_often_ranks_lower_until_that_is_forgotten() {
        Person card = floor.person(100_000);
        Person loan = floor.personOf("Loans", 80_000);
        floor.candidates.settleAll(NOON);
        assertThat(best(NOON)).isEqualTo(card);
        called("Cards", 13, 10);
        called("Loans", 13, 5);
        keep();
        assertThat(best(NOON.plusSeconds(16))).isEqualTo(loan);
        assertThat(best(NOON.plus(WEEK))).isEqualTo(loan);
        assertThat(best(NOON.plus(WEEK.multipliedBy(8)))).isEqualTo(card);
    }

    @Test
    void an_hour_in_which_nobody_answers_ranks_those_lower_whose_hour_it_is() {
        Person eastern = floor.person(100_000);
        Person western = floor.person(80_000, "America/Los_Angeles", "US-CA");
        floor.candidates.settleAll(NOON);
        assertThat(best(NOON)).isEqualTo(eastern);
        called("Cards", 12, 20);
        called("Cards", 9, 5);
        keep();
        assertThat(best(NOON.plusSeconds(16))).isEqualTo(western);
    }

    @Test
    void the_pace_is_told_the_list_the_kind_of_line_and_the_hour() {
        floor.person(100_000);
        Person asked = floor.person(10_000);
        floor.callback(asked, Optional.empty(), NOON);
        floor.candidates.settleAll(NOON);
        assertThat(floor.pool.reserveNext(floor.campaign, Mode.PREDICTIVE, 2, NOON))
                .extracting(Drawn::lead)
                .extracting(Lead::segment)
                .containsExactly("Cards/CALLBACK", "Cards/OTHER");
        Lead lead = new Lead("Cards/OTHER", 1, 12);
        assertThat(lead.list()).isEqualTo("Cards");
        assertThat(Lead.USUAL.list()).isEmpty();
        assertThat(lead.times(2)).isEqualTo(new Lead("Cards/OTHER", 2, 12));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    list, hour, permille
                    1,    1,    1000
                    0.5,  1,    500
                    0.5,  1.5,  750
                    0.1,  1,    250
                    9,    1,    4000
                    9,    0,    1000
                    """)
    void odds_weigh_within_limits(double list, double hour, int permille) {
        assertThat(new AnswerOdds(list, hour).permille()).isEqualTo(permille);
    }

    /// Of 400 calls each `every`-th was answered.
    private void called(String list, int hour, int every) {
        Lead lead = new Lead(Lead.segment(list, "OTHER"), 1, hour);
        double now = NOON.toEpochMilli() / 1e3;
        for (int i = 0; i < 400; i++) {
            NetworkResult result =
                    i % every == 0 ? NetworkResult.ANSWERED : NetworkResult.NO_ANSWER;
            network.saw(new Carried("", "+12125550100", lead, result), now);
        }
    }

    private void keep() {
        new PostgresPaceMemory(floor.database).keep(floor.campaign, network.memory(), NOON);
    }

    /// Who is next.
    private Person best(Instant now) {
        return floor.database.transact(tx -> {
            List<OpenGroup> open = floor.candidates.groups().open(tx, floor.campaign, now);
            Claim.Taken taken = Claim.best(tx, floor.campaign, open, 1).getFirst();
            return new Person(taken.consumer(), taken.account(), taken.phone());
        });
    }
}
