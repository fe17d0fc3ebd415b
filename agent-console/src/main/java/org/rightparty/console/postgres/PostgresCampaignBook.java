package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.CAMPAIGN;
import static org.rightparty.schema.generated.Tables.CAMPAIGN_ORDER;
import static org.rightparty.schema.generated.Tables.CAMPAIGN_PORTFOLIO;
import static org.rightparty.schema.generated.Tables.CLIENT;
import static org.rightparty.schema.generated.Tables.PORTFOLIO;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.ledger.AuditEntry.Subject;
import org.rightparty.compliance.ledger.Ledger;
import org.rightparty.console.administration.By;
import org.rightparty.console.administration.CampaignBook;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.floor.FloorView;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneNumber;
import org.rightparty.vocabulary.PortfolioId;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Campaigns in `campaign` and its neighbours.
public final class PostgresCampaignBook implements CampaignBook {
    /// The latest order that waits for whoever runs the campaign of the row at hand.
    private static final Field<String> ORDERED =
            DSL.field(
                    DSL.select(CAMPAIGN_ORDER.KIND)
                            .from(CAMPAIGN_ORDER)
                            .where(CAMPAIGN_ORDER.CAMPAIGN_ID.eq(CAMPAIGN.ID))
                            .orderBy(CAMPAIGN_ORDER.ID.desc())
                            .limit(1));

    private static final Field<PortfolioId[]> PORTFOLIOS =
            DSL.array(
                    DSL.select(CAMPAIGN_PORTFOLIO.PORTFOLIO_ID)
                            .from(CAMPAIGN_PORTFOLIO)
                            .where(CAMPAIGN_PORTFOLIO.CAMPAIGN_ID.eq(CAMPAIGN.ID))
                            .orderBy(CAMPAIGN_PORTFOLIO.PORTFOLIO_ID));

    private static final Field<Integer> ACCOUNTS =
            DSL.field(
                    DSL.selectCount()
                            .from(
                                    DSL.selectOne()
                                            .from(ACCOUNT)
                                            .where(ACCOUNT.PORTFOLIO_ID.eq(PORTFOLIO.ID))
                                            .limit(ACCOUNTS_COUNTED_MAX)));

    private final Database database;
    private final AdministrationAudit audit;

    /// @param ledger the audit ledger as seen from inside a transaction
    public PostgresCampaignBook(Database database, Function<DSLContext, Ledger> ledger) {
        this.database = database;
        this.audit = new AdministrationAudit(ledger);
    }

    @Override
    public List<Entry> campaigns() {
        return database.transact(tx ->
                tx.select(CAMPAIGN.fields())
                        .select(ORDERED, PORTFOLIOS)
                        .from(CAMPAIGN)
                        .orderBy(CAMPAIGN.NAME)
                        .fetch(PostgresCampaignBook::entry));
    }

    private static Entry entry(Record row) {
        return new Entry(
                row.get(CAMPAIGN.ID),
                row.get(CAMPAIGN.NAME),
                Mode.valueOf(row.get(CAMPAIGN.MODE)),
                row.get(CAMPAIGN.ACTIVITY),
                Optional.ofNullable(row.get(ORDERED)).map(PostgresCampaignBook::word),
                new Settings(
                        new PhoneNumber(row.get(CAMPAIGN.CALLER_ID)),
                        row.get(CAMPAIGN.RING_SECONDS),
                        row.get(CAMPAIGN.SCREENING),
                        row.get(CAMPAIGN.RECORDING),
                        row.get(CAMPAIGN.WRAP_UP_TARGET_SECONDS)),
                List.of(row.get(PORTFOLIOS)),
                new Limits(
                        row.get(CAMPAIGN.ABANDONMENT_CEILING_PPM),
                        row.get(CAMPAIGN.SCREENING_FALSE_POSITIVE_PPM)),
                row.get(CAMPAIGN.RETRY_MINUTES));
    }

    private static String word(String kind) {
        return kind.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public List<Portfolio> portfolios() {
        return database.transact(tx ->
                tx.select(PORTFOLIO.ID, CLIENT.NAME, PORTFOLIO.NAME, ACCOUNTS)
                        .from(PORTFOLIO)
                        .join(CLIENT)
                        .on(CLIENT.ID.eq(PORTFOLIO.CLIENT_ID))
                        .orderBy(CLIENT.NAME, PORTFOLIO.NAME)
                        .fetch(row ->
                                new Portfolio(
                                        row.value1(), row.value2(), row.value3(), row.value4())));
    }

    @Override
    public Answer add(Draft draft, By by) {
        Optional<String> fault = draft.fault();
        Optional<Answer.Fault> ofSettings = draft.settings().fault();
        if (fault.isPresent()) {
            return Answer.Declined.because("NOT_USABLE", fault.get());
        }
        return ofSettings.isPresent()
                ? notUsable(ofSettings.get())
                : database.transact(tx -> enter(tx, draft, by));
    }

    private Answer enter(DSLContext tx, Draft draft, By by) {
        Optional<CampaignId> entered =
                tx.insertInto(CAMPAIGN)
                        .set(CAMPAIGN.NAME, draft.name().strip())
                        .set(CAMPAIGN.MODE, draft.mode().name())
                        .set(columns(draft.settings()))
                        .set(CAMPAIGN.ABANDONMENT_CEILING_PPM, draft.limits().ceilingPpm())
                        .set(
                                CAMPAIGN.SCREENING_FALSE_POSITIVE_PPM,
                                draft.limits().falsePositivePpm())
                        .set(CAMPAIGN.CREATED_AT, by.at())
                        .onConflict(CAMPAIGN.NAME)
                        .doNothing()
                        .returningResult(CAMPAIGN.ID)
                        .fetchOptional()
                        .map(row -> row.value1());
        if (entered.isEmpty()) {
            return Answer.Declined.because("NAME_TAKEN", "A campaign has this name already.");
        }
        CampaignId campaign = entered.get();
        audit.append(tx, by, "campaign.added", Subject.of(campaign), added(draft));
        draft.portfolios().forEach(portfolio -> put(tx, campaign, portfolio, by));
        return new Answer.Accepted();
    }

    private static Map<Field<?>, Object> columns(Settings settings) {
        return Map.of(
                CAMPAIGN.CALLER_ID, settings.callerId().e164(),
                CAMPAIGN.RING_SECONDS, settings.ringSeconds(),
                CAMPAIGN.SCREENING, settings.screening(),
                CAMPAIGN.RECORDING, settings.recording(),
                CAMPAIGN.WRAP_UP_TARGET_SECONDS, settings.wrapUpSeconds());
    }

    private static Map<String, Object> added(Draft draft) {
        Map<String, Object> particulars = new HashMap<>(particulars(draft.settings()));
        particulars.put("mode", draft.mode().name());
        particulars.putAll(particulars(draft.limits()));
        return particulars;
    }

    private static Map<String, Object> particulars(Settings settings) {
        return Map.of(
                "callerId", settings.callerId().e164(),
                "ringSeconds", settings.ringSeconds(),
                "screening", settings.screening(),
                "recording", settings.recording(),
                "wrapUpSeconds", settings.wrapUpSeconds());
    }

    private static Map<String, Object> particulars(Limits limits) {
        return Map.of(
                "abandonmentCeilingPpm", limits.ceilingPpm(),
                "screeningFalsePositivePpm", limits.falsePositivePpm());
    }

    @Override
    public Answer set(CampaignId campaign, Settings settings, By by) {
        Optional<Answer.Fault> fault = settings.fault();
        return fault.isPresent()
                ? notUsable(fault.get())
                : database.transact(tx -> set(tx, campaign, settings, by));
    }

    private static Answer notUsable(Answer.Fault fault) {
        String sentence = "%s: %s.".formatted(fault.field(), fault.sentence());
        return new Answer.Declined("NOT_USABLE", sentence, List.of(fault));
    }

    private Answer set(DSLContext tx, CampaignId campaign, Settings settings, By by) {
        int found =
                tx.update(CAMPAIGN)
                        .set(columns(settings))
                        .where(CAMPAIGN.ID.eq(campaign))
                        .execute();
        if (found == 0) {
            return unknown();
        }
        audit.append(tx, by, "campaign.set", Subject.of(campaign), particulars(settings));
        return new Answer.Accepted();
    }

    @Override
    public Answer limit(CampaignId campaign, Limits limits, By by) {
        Optional<String> fault = limits.fault();
        return fault.isPresent()
                ? Answer.Declined.because("NOT_USABLE", fault.get())
                : database.transact(tx -> set(tx, campaign, limits, by));
    }

    private Answer set(DSLContext tx, CampaignId campaign, Limits limits, By by) {
        int found =
                tx.update(CAMPAIGN)
                        .set(CAMPAIGN.ABANDONMENT_CEILING_PPM, limits.ceilingPpm())
                        .set(CAMPAIGN.SCREENING_FALSE_POSITIVE_PPM, limits.falsePositivePpm())
                        .where(CAMPAIGN.ID.eq(campaign))
                        .execute();
        if (found == 0) {
            return unknown();
        }
        audit.append(tx, by, "campaign.limited", Subject.of(campaign), particulars(limits));
        return new Answer.Accepted();
    }

    @Override
    public Answer retryAfter(CampaignId campaign, int minutes, By by) {
        return minutes < 1 || minutes > RETRY_MINUTES_MAX
                ? Answer.Declined.because("NOT_USABLE", "A wait is 1 to 43200 minutes.")
                : database.transact(tx -> wait(tx, campaign, minutes, by));
    }

    private Answer wait(DSLContext tx, CampaignId campaign, int minutes, By by) {
        int found =
                tx.update(CAMPAIGN)
                        .set(CAMPAIGN.RETRY_MINUTES, minutes)
                        .where(CAMPAIGN.ID.eq(campaign))
                        .execute();
        if (found == 0) {
            return unknown();
        }
        Map<String, Object> particulars = Map.of("retryMinutes", minutes);
        audit.append(tx, by, "campaign.retry.set", Subject.of(campaign), particulars);
        return new Answer.Accepted();
    }

    @Override
    public Answer attach(CampaignId campaign, PortfolioId portfolio, By by) {
        return database.transact(tx -> {
            boolean known =
                    tx.fetchExists(CAMPAIGN, CAMPAIGN.ID.eq(campaign))
                            && tx.fetchExists(PORTFOLIO, PORTFOLIO.ID.eq(portfolio));
            if (known) {
                put(tx, campaign, portfolio, by);
            }
            return known ? new Answer.Accepted() : unknown();
        });
    }

    private void put(DSLContext tx, CampaignId campaign, PortfolioId portfolio, By by) {
        int made =
                tx.insertInto(CAMPAIGN_PORTFOLIO)
                        .set(CAMPAIGN_PORTFOLIO.CAMPAIGN_ID, campaign)
                        .set(CAMPAIGN_PORTFOLIO.PORTFOLIO_ID, portfolio)
                        .onConflictDoNothing()
                        .execute();
        if (made > 0) {
            tellOf(tx, by, "campaign.portfolio.attached", campaign, portfolio);
        }
    }

    @Override
    public Answer detach(CampaignId campaign, PortfolioId portfolio, By by) {
        return database.transact(tx -> {
            int gone =
                    tx.deleteFrom(CAMPAIGN_PORTFOLIO)
                            .where(CAMPAIGN_PORTFOLIO.CAMPAIGN_ID.eq(campaign))
                            .and(CAMPAIGN_PORTFOLIO.PORTFOLIO_ID.eq(portfolio))
                            .execute();
            if (gone > 0) {
                tellOf(tx, by, "campaign.portfolio.detached", campaign, portfolio);
            }
            return gone > 0 ? new Answer.Accepted() : unknown();
        });
    }

    private void tellOf(
            DSLContext tx, By by, String kind, CampaignId campaign, PortfolioId portfolio) {
        Map<String, Object> particulars = Map.of("portfolio", portfolio.value());
        audit.append(tx, by, kind, Subject.of(campaign), particulars);
    }

    /// Its audit entry is written when it is carried out.
    @Override
    public Answer order(FloorView.Order order, By by) {
        return switch (order) {
            case FloorView.Order.Start o -> keep(o.campaign(), "START", null, by);
            case FloorView.Order.Drain o -> keep(o.campaign(), "DRAIN", null, by);
            case FloorView.Order.Stop o -> keep(o.campaign(), "STOP", null, by);
            case FloorView.Order.SetMode o -> keep(o.campaign(), "SET_MODE", o.mode(), by);
            case FloorView.Order.SetAim _, FloorView.Order.PauseAgent _, FloorView.Order.Call _ ->
                    Answer.Declined.because("NOT_A_CAMPAIGN", "Order this on the floor's page.");
        };
    }

    private Answer keep(CampaignId campaign, String kind, @Nullable Mode mode, By by) {
        return database.transact(tx -> {
            boolean known = tx.fetchExists(CAMPAIGN, CAMPAIGN.ID.eq(campaign));
            if (known) {
                tx.insertInto(CAMPAIGN_ORDER)
                        .set(CAMPAIGN_ORDER.CAMPAIGN_ID, campaign)
                        .set(CAMPAIGN_ORDER.KIND, kind)
                        .set(CAMPAIGN_ORDER.MODE, mode == null ? null : mode.name())
                        .set(CAMPAIGN_ORDER.ACTOR, AdministrationAudit.actor(by).name())
                        .set(CAMPAIGN_ORDER.ORDERED_AT, by.at())
                        .execute();
            }
            return known ? new Answer.Accepted() : unknown();
        });
    }

    private static Answer unknown() {
        return Answer.Declined.because("UNKNOWN", "There is no such campaign or portfolio here.");
    }
}
