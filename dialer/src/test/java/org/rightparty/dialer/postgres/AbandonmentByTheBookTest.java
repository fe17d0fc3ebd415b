package org.rightparty.dialer.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.dialer.postgres.Floorplan.NOON;
import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;
import static org.rightparty.schema.generated.Tables.CAMPAIGN;

import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.abandonment.AbandonmentLaw;
import org.rightparty.compliance.abandonment.MeasuringWindow;
import org.rightparty.compliance.abandonment.SafeHarbour;
import org.rightparty.compliance.postgres.PostgresLedger;
import org.rightparty.compliance.postgres.PostgresRulebooks;
import org.rightparty.dialer.loop.CallBook.Abandonment;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Rate;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// What the rows of abandonment make of a campaign's figures and of how long its calls ring.
class AbandonmentByTheBookTest {
    private final List<SafeHarbour> rows = new ArrayList<>();
    private final Floorplan floor = new Floorplan(new Law());
    private long number;

    private final class Law implements OpenHours {
        @Override
        public boolean open(
                DSLContext tx, List<String> zones, List<String> jurisdictions, Instant now) {
            return true;
        }

        @Override
        public AbandonmentLaw abandonment(DSLContext tx, Instant now) {
            return new AbandonmentLaw(rows, ZoneOffset.UTC);
        }
    }

    @AfterEach
    void close() {
        floor.close();
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    row ppm | own ppm | ceiling
                    30000   | 100000  | 0.03
                    30000   | 20000   | 0.02
                    """)
    void the_pace_is_shown_the_lower_ceiling(int row, int own, double ceiling) {
        rows.add(row(row, SafeHarbour.Scope.CAMPAIGN, 30, 2_000, 15_000));
        floor.database.transact(
                tx -> tx.update(CAMPAIGN).set(CAMPAIGN.ABANDONMENT_CEILING_PPM, own).execute());
        assertThat(read().ceiling()).isEqualTo(new Rate(ceiling));
    }

    @Test
    void window_seconds_and_scope_are_the_rows() {
        CampaignId other = floor.campaign("Other");
        end(floor.campaign, "ANSWERED", 1_600, NOON.minusSeconds(60));
        end(floor.campaign, "ABANDONED", 2_000, NOON.minus(Duration.ofDays(2)));
        end(other, "ABANDONED", 2_000, NOON.minusSeconds(60));
        rows.add(row(30_000, SafeHarbour.Scope.CAMPAIGN, 30, 2_000, 15_000));
        assertThat(read()).isEqualTo(new Abandonment(2, 1, new Rate(0.03)));
        rows.set(0, row(30_000, SafeHarbour.Scope.CAMPAIGN, 1, 2_000, 15_000));
        assertThat(read()).isEqualTo(new Abandonment(1, 0, new Rate(0.03)));
        rows.set(0, row(30_000, SafeHarbour.Scope.CAMPAIGN, 1, 1_599, 15_000));
        assertThat(read()).isEqualTo(new Abandonment(1, 1, new Rate(0.03)));
        rows.set(0, row(30_000, SafeHarbour.Scope.CENTRE, 1, 2_000, 15_000));
        assertThat(read()).isEqualTo(new Abandonment(2, 1, new Rate(0.03)));
    }

    @ParameterizedTest
    @CsvSource({"15000, PREDICTIVE, 25", "26000, PREDICTIVE, 26", "26000, PROGRESSIVE, 25"})
    void who_is_dialed_ahead_rings_for_as_long_as_the_row_asks(
            int leastMillis, Mode mode, int seconds) {
        rows.add(row(30_000, SafeHarbour.Scope.CAMPAIGN, 30, 2_000, leastMillis));
        floor.person(90_000);
        floor.candidates.settleAll(NOON);
        assertThat(floor.pool.reserveNext(floor.campaign, mode, 1, NOON)).hasSize(1);
        int rings = floor.database.transact(tx -> tx.fetchSingle(ATTEMPT).getRingSeconds());
        assertThat(rings).isEqualTo(seconds);
    }

    @Test
    void only_rows_of_places_where_somebody_may_be_hold() {
        PostgresRulebooks books = new PostgresRulebooks(new PostgresLedger());
        floor.database.transact(tx -> {
            books.loadShipped(tx, NOON.minus(Duration.ofDays(60)));
            return tx;
        });
        floor.person(90_000);
        floor.candidates.settleAll(NOON);
        assertThat(harbours(books)).hasSize(1);
        floor.person(90_000, "Europe/London", "GB");
        floor.candidates.settleAll(NOON);
        assertThat(harbours(books))
                .extracting(row -> row.window().kind())
                .containsExactlyInAnyOrder(
                        MeasuringWindow.Kind.CAMPAIGN_PERIOD_OR_DAYS, MeasuringWindow.Kind.HOURS);
    }

    private List<SafeHarbour> harbours(PostgresRulebooks books) {
        RulebookHours hours = new RulebookHours(books, ZoneOffset.UTC);
        return floor.database.transact(tx -> hours.abandonment(tx, NOON)).harbours();
    }

    private Abandonment read() {
        return floor.book.abandonment(floor.campaign, NOON);
    }

    private static SafeHarbour row(
            int ppm, SafeHarbour.Scope scope, int days, int connectMillis, int ringMillis) {
        return new SafeHarbour(
                ppm,
                scope,
                new MeasuringWindow(MeasuringWindow.Kind.CAMPAIGN_PERIOD_OR_DAYS, days),
                Duration.ofMillis(connectMillis),
                Duration.ofMillis(ringMillis));
    }

    private void end(CampaignId campaign, String outcome, int waited, Instant at) {
        floor.database.transact(tx ->
                tx.insertInto(ATTEMPT_END)
                        .set(ATTEMPT_END.ATTEMPT_ID, new AttemptId(++number))
                        .set(ATTEMPT_END.PLACED_AT, at)
                        .set(ATTEMPT_END.OUTCOME, outcome)
                        .set(ATTEMPT_END.COUNTS, true)
                        .set(ATTEMPT_END.ENDED_AT, at.plusSeconds(30))
                        .set(ATTEMPT_END.CAMPAIGN_ID, campaign)
                        .set(ATTEMPT_END.WAITED_MS, waited)
                        .execute());
    }
}
