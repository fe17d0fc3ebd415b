package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;
import static org.rightparty.schema.generated.Tables.CAMPAIGN;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.abandonment.AbandonmentTally;
import org.rightparty.compliance.abandonment.MeasuringWindow;
import org.rightparty.compliance.abandonment.SafeHarbour;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

final class PostgresAbandonmentTest {
    private static final Instant NOW = Instant.parse("2026-04-07T16:00:00Z");
    private static final SafeHarbour HARBOUR =
            new SafeHarbour(
                    30_000,
                    SafeHarbour.Scope.CAMPAIGN,
                    new MeasuringWindow(MeasuringWindow.Kind.CAMPAIGN_PERIOD_OR_DAYS, 30),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(15));
    private static final CampaignId CAMPAIGN_ONE = new CampaignId(1);
    private static final ZoneId UTC = ZoneOffset.UTC;
    private long number;

    @Test
    void counts_people_who_found_no_agent_in_time_and_those_taken_for_machines() {
        try (Office office = new Office()) {
            end(office, "ANSWERED", 2_000, NOW.minusSeconds(60));
            end(office, "ANSWERED", 2_001, NOW.minusSeconds(60));
            end(office, "ANSWERED_DROPPED", 900, NOW.minusSeconds(60));
            end(office, "ABANDONED", 2_500, NOW.minusSeconds(60));
            end(office, "ABANDONED", 2_500, NOW.minus(Duration.ofDays(30)));
            end(office, "RING_NO_ANSWER", null, NOW.minusSeconds(60));
            end(office, "VOICEMAIL_NO_MESSAGE", null, NOW.minusSeconds(60));
            assertThat(measure(office)).isEqualTo(new AbandonmentTally(4, 2, 0, 10_000));
            office.transact(tx ->
                    tx.update(CAMPAIGN)
                            .set(CAMPAIGN.SCREENING, true)
                            .set(CAMPAIGN.SCREENING_FALSE_POSITIVE_PPM, 50_000)
                            .execute());
            AbandonmentTally screened = measure(office);
            assertThat(screened).isEqualTo(new AbandonmentTally(4, 2, 1, 50_000));
            assertThat(screened.abandonedPeople()).isEqualTo(3);
            assertThat(screened.answeredByPeople()).isEqualTo(5);
        }
    }

    @Test
    void measures_all_campaigns_together_where_the_scope_is_the_centre() {
        try (Office office = new Office()) {
            CampaignId other = campaign(office, "Other");
            end(office, "ANSWERED", 900, NOW.minusSeconds(60));
            end(office, other, "ABANDONED", 2_500, NOW.minusSeconds(60));
            end(office, other, "VOICEMAIL_LEFT", null, NOW.minusSeconds(60));
            assertThat(measure(office)).isEqualTo(new AbandonmentTally(1, 0, 0, 10_000));
            AbandonmentTally centre =
                    measure(office, scoped(SafeHarbour.Scope.CENTRE, HARBOUR.window()), UTC, NOW);
            assertThat(centre.answeredByPeople()).isEqualTo(3);
            assertThat(centre.abandonedPeople()).isEqualTo(2);
            assertThat(centre.falsePositives()).isEqualTo(1);
        }
    }

    @Test
    void begins_a_calendar_month_by_the_clock_of_the_call_centre() {
        MeasuringWindow month = new MeasuringWindow(MeasuringWindow.Kind.CALENDAR_MONTH, 1);
        SafeHarbour harbour = scoped(SafeHarbour.Scope.CAMPAIGN, month);
        try (Office office = new Office()) {
            end(office, "ANSWERED", 900, Instant.parse("2026-04-01T03:59:59Z"));
            end(office, "ANSWERED", 900, Instant.parse("2026-04-01T04:00:01Z"));
            ZoneId toronto = ZoneId.of("America/Toronto");
            assertThat(measure(office, harbour, toronto, NOW).answered()).isEqualTo(1);
            assertThat(measure(office, harbour, UTC, NOW).answered()).isEqualTo(2);
        }
    }

    private static SafeHarbour scoped(SafeHarbour.Scope scope, MeasuringWindow window) {
        return new SafeHarbour(
                HARBOUR.ceilingPpm(),
                scope,
                window,
                HARBOUR.connectWithin(),
                HARBOUR.ringAtLeast());
    }

    private static CampaignId campaign(Office office, String name) {
        return office.transact(tx ->
                tx.insertInto(CAMPAIGN)
                        .set(CAMPAIGN.NAME, name)
                        .set(CAMPAIGN.MODE, "PREDICTIVE")
                        .set(CAMPAIGN.CALLER_ID, "+12125550100")
                        .set(CAMPAIGN.SCREENING, true)
                        .returningResult(CAMPAIGN.ID)
                        .fetchSingle()
                        .value1());
    }

    private static AbandonmentTally measure(
            Office office, SafeHarbour harbour, ZoneId clock, Instant now) {
        return office.transact(
                tx -> PostgresAbandonment.measure(tx, CAMPAIGN_ONE, harbour, clock, now));
    }

    private static AbandonmentTally measure(Office office) {
        return measure(office, HARBOUR, UTC, NOW);
    }

    private void end(Office office, String outcome, @Nullable Integer waited, Instant at) {
        end(office, CAMPAIGN_ONE, outcome, waited, at);
    }

    private void end(
            Office office,
            CampaignId campaign,
            String outcome,
            @Nullable Integer waited,
            Instant at) {
        office.transact(tx ->
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
