package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.ATTEMPT_END;
import static org.rightparty.schema.generated.Tables.CAMPAIGN;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.rightparty.compliance.abandonment.AbandonmentTally;
import org.rightparty.compliance.abandonment.SafeHarbour;
import org.rightparty.vocabulary.CampaignId;

import java.time.Instant;
import java.time.ZoneId;

/// Abandonment, counted from the ends of its attempts over the regulator's window.
///
/// A call that a person answered is abandoned when no agent was on in time, whether one came later
/// or none at all. The clock runs from the answer, for nothing tells when a greeting ended; that is
/// never later than the law's clock. A person who hangs up sooner was answered and not abandoned.
/// With screening on, the people among those taken for machines are estimated.
public final class PostgresAbandonment {
    private PostgresAbandonment() {}

    /// Over the window and the scope of `harbour`: of this campaign, or of all together.
    ///
    /// @param clock the clock of the call centre, for calendar months
    public static AbandonmentTally measure(
            DSLContext tx, CampaignId campaign, SafeHarbour harbour, ZoneId clock, Instant now) {
        Instant from = harbour.window().from(Instant.EPOCH, now, clock);
        return switch (harbour.scope()) {
            case CAMPAIGN -> measure(tx, campaign, harbour, from, now);
            case CENTRE ->
                    tx.select(CAMPAIGN.ID).from(CAMPAIGN).fetch(CAMPAIGN.ID).stream()
                            .map(each -> measure(tx, each, harbour, from, now))
                            .reduce(AbandonmentTally.NONE, AbandonmentTally::plus);
        };
    }

    private static AbandonmentTally measure(
            DSLContext tx, CampaignId campaign, SafeHarbour harbour, Instant from, Instant now) {
        Screening screening = screening(tx, campaign);
        long machines =
                screening.on() && screening.falsePositivePpm() > 0
                        ? machines(tx, campaign, from, now)
                        : 0;
        return tx.select(DSL.count(), DSL.count().filterWhere(abandoned(harbour)))
                .from(ATTEMPT_END)
                .where(answered())
                .and(within(campaign, from, now))
                .andNotExists(correction(tx))
                .fetchSingle(row ->
                        new AbandonmentTally(
                                row.value1(),
                                row.value2(),
                                machines,
                                screening.falsePositivePpm()));
    }

    private record Screening(boolean on, int falsePositivePpm) {}

    private static Screening screening(DSLContext tx, CampaignId campaign) {
        return tx.select(CAMPAIGN.SCREENING, CAMPAIGN.SCREENING_FALSE_POSITIVE_PPM)
                .from(CAMPAIGN)
                .where(CAMPAIGN.ID.eq(campaign))
                .fetchOptional(row -> new Screening(row.value1(), row.value2()))
                .orElse(new Screening(false, 0));
    }

    private static long machines(DSLContext tx, CampaignId campaign, Instant from, Instant now) {
        return tx.selectCount()
                .from(ATTEMPT_END)
                .where(
                        ATTEMPT_END.OUTCOME.in(
                                DSL.inline("VOICEMAIL_NO_MESSAGE"), DSL.inline("VOICEMAIL_LEFT")))
                .and(ATTEMPT_END.AGENT_ID.isNull())
                .and(within(campaign, from, now))
                .andNotExists(correction(tx))
                .fetchSingle()
                .value1();
    }

    private static Condition answered() {
        return ATTEMPT_END.OUTCOME.in(
                DSL.inline("ANSWERED"), DSL.inline("ANSWERED_DROPPED"), DSL.inline("ABANDONED"));
    }

    private static Condition abandoned(SafeHarbour harbour) {
        return ATTEMPT_END
                .OUTCOME
                .eq("ABANDONED")
                .or(
                        ATTEMPT_END
                                .OUTCOME
                                .eq("ANSWERED")
                                .and(
                                        ATTEMPT_END.WAITED_MS.gt(
                                                Math.toIntExact(
                                                        harbour.connectWithin().toMillis()))));
    }

    private static Condition within(CampaignId campaign, Instant from, Instant now) {
        return ATTEMPT_END
                .CAMPAIGN_ID
                .eq(campaign)
                .and(ATTEMPT_END.PLACED_AT.gt(from))
                .and(ATTEMPT_END.PLACED_AT.le(now));
    }

    /// A later revision takes the place of the row; revisions above the first are few and have an
    /// index of their own.
    private static Select<?> correction(DSLContext tx) {
        var later = ATTEMPT_END.as("later");
        return tx.selectOne()
                .from(later)
                .where(later.ATTEMPT_ID.eq(ATTEMPT_END.ATTEMPT_ID))
                .and(later.PLACED_AT.eq(ATTEMPT_END.PLACED_AT))
                .and(later.REVISION.gt(ATTEMPT_END.REVISION))
                .and(later.REVISION.gt(DSL.inline((short) 1)));
    }
}
