package org.rightparty.dialer.postgres;

import static org.rightparty.dialer.postgres.Among.among;
import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.CAMPAIGN;
import static org.rightparty.schema.generated.Tables.CAMPAIGN_PORTFOLIO;
import static org.rightparty.schema.generated.Tables.CLIENT;
import static org.rightparty.schema.generated.Tables.PHONE;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.gate.ConsentAhead;
import org.rightparty.compliance.gate.DialFacts;
import org.rightparty.compliance.postgres.PostgresLocationEvidence;
import org.rightparty.compliance.zones.Evidence;
import org.rightparty.compliance.zones.Whereabouts;
import org.rightparty.dialer.selection.CandidateFacts;
import org.rightparty.dialer.selection.CandidateFacts.Debt;
import org.rightparty.dialer.selection.CandidateFacts.Line;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PortfolioId;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads what selection has to know of many consumers at once: a handful of statements however many
/// they are.
final class DossierReader {
    private static final List<String> WORKED = List.of("ACTIVE", "PROMISE", "PLAN");

    private DossierReader() {}

    /// One dossier for each campaign that dials one of a consumer's portfolios and finds something
    /// workable there.
    ///
    /// @param law what it asks of numbers before the gate does
    static List<Dossier> read(
            DSLContext tx, Collection<ConsumerId> consumers, ConsentAhead law, Instant now) {
        Map<ConsumerId, List<PhoneRow>> phones = phones(tx, consumers);
        Past past = Past.read(tx, consumers, now);
        Restrictions restrictions = Restrictions.read(tx, consumers, now);
        Map<ConsumerId, List<Evidence>> evidence = PostgresLocationEvidence.read(tx, consumers);
        Map<Key, List<WorkRow>> work = work(tx, consumers);
        Unconsented unconsented = Unconsented.read(tx, law, asked(work, law), evidence, now);
        List<Dossier> dossiers = new ArrayList<>(consumers.size());
        work.forEach((key, rows) ->
                dossiers.add(
                        dossier(
                                key,
                                rows,
                                lines(phones, key, rows, unconsented),
                                past,
                                restrictions,
                                Whereabouts.of(
                                        evidence.getOrDefault(key.consumer(), List.of()),
                                        Set.of(),
                                        now))));
        return dossiers;
    }

    /// Whose consents matter: those who are dialed in a mode for which one is asked.
    private static Set<ConsumerId> asked(Map<Key, List<WorkRow>> work, ConsentAhead law) {
        return work.entrySet().stream()
                .filter(each -> law.asks(each.getValue().getFirst().mode()))
                .map(each -> each.getKey().consumer())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<Line> lines(
            Map<ConsumerId, List<PhoneRow>> phones,
            Key key,
            List<WorkRow> work,
            Unconsented unconsented) {
        List<DialFacts.Debt> owed = work.stream().map(WorkRow::owed).toList();
        Mode mode = work.getFirst().mode();
        return phones.getOrDefault(key.consumer(), List.of()).stream()
                .map(row ->
                        row.line()
                                .refusedFor(
                                        unconsented.refusals(
                                                key.campaign(),
                                                key.consumer(),
                                                mode,
                                                row.dialed(),
                                                owed)))
                .toList();
    }

    private static Dossier dossier(
            Key key,
            List<WorkRow> work,
            List<Line> lines,
            Past past,
            Restrictions restrictions,
            Whereabouts place) {
        ConsumerId consumer = key.consumer();
        List<String> zones = place.zoneNames();
        ZoneId clock = zones.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zones.getFirst());
        CandidateFacts facts =
                new CandidateFacts(
                        consumer,
                        work.getFirst().retry(),
                        clock,
                        work.stream().map(WorkRow::debt).toList(),
                        lines,
                        past.tries(consumer),
                        past.pledges(consumer),
                        past.appointments(consumer, key.campaign()),
                        restrictions.of(consumer),
                        past.lastTalk(consumer),
                        past.heldUntil(consumer));
        Map<AccountId, PortfolioId> portfolios =
                work.stream().collect(toMap(row -> row.debt().account(), WorkRow::portfolio));
        return new Dossier(
                key.campaign(), facts, zones, List.copyOf(place.jurisdictions()), portfolios);
    }

    private record Key(CampaignId campaign, ConsumerId consumer) {}

    private record WorkRow(
            Key key,
            Duration retry,
            Mode mode,
            Debt debt,
            DialFacts.Debt owed,
            PortfolioId portfolio) {}

    private static Map<Key, List<WorkRow>> work(DSLContext tx, Collection<ConsumerId> consumers) {
        return workable(tx, consumers).stream().collect(groupingBy(WorkRow::key));
    }

    private static List<WorkRow> workable(DSLContext tx, Collection<ConsumerId> consumers) {
        var since = DSL.coalesce(ACCOUNT.DELINQUENT_ON, ACCOUNT.CHARGED_OFF_ON, ACCOUNT.OPENED_ON);
        return tx.select(
                        CAMPAIGN.ID,
                        CAMPAIGN.RETRY_MINUTES,
                        ACCOUNT.CONSUMER_ID,
                        ACCOUNT.ID,
                        ACCOUNT.BALANCE_MINOR,
                        since,
                        CAMPAIGN.MODE,
                        ACCOUNT.CLIENT_ID,
                        CLIENT.COLLECTOR_ROLE,
                        ACCOUNT.DEBT_TYPE,
                        ACCOUNT.FREQUENCY_GROUP,
                        ACCOUNT.WORK_STATE,
                        ACCOUNT.PORTFOLIO_ID)
                .from(ACCOUNT)
                .join(CLIENT)
                .on(CLIENT.ID.eq(ACCOUNT.CLIENT_ID))
                .join(CAMPAIGN_PORTFOLIO)
                .on(CAMPAIGN_PORTFOLIO.PORTFOLIO_ID.eq(ACCOUNT.PORTFOLIO_ID))
                .join(CAMPAIGN)
                .on(CAMPAIGN.ID.eq(CAMPAIGN_PORTFOLIO.CAMPAIGN_ID))
                .where(among(ACCOUNT.CONSUMER_ID, consumers))
                .and(ACCOUNT.WORK_STATE.in(WORKED))
                .and(ACCOUNT.BALANCE_MINOR.gt(0L))
                .fetch(row ->
                        new WorkRow(
                                new Key(row.value1(), row.value3()),
                                Duration.ofMinutes(row.value2()),
                                Mode.valueOf(row.value7()),
                                debt(row.value4(), row.value5(), row.value6()),
                                Unconsented.owed(
                                        row.value4(),
                                        row.value8(),
                                        row.value9(),
                                        row.value10(),
                                        row.value11(),
                                        row.value12()),
                                row.value13()));
    }

    private static Debt debt(AccountId account, long balance, @Nullable LocalDate since) {
        return new Debt(account, balance, Optional.ofNullable(since));
    }

    private record PhoneRow(ConsumerId consumer, Line line, DialFacts.Phone dialed) {}

    private static Map<ConsumerId, List<PhoneRow>> phones(
            DSLContext tx, Collection<ConsumerId> consumers) {
        return tx
                .select(
                        PHONE.CONSUMER_ID,
                        PHONE.ID,
                        PHONE.USABLE,
                        PHONE.LINE_TYPE,
                        PHONE.PLACE,
                        PHONE.PREFERENCE_RANK,
                        PHONE.E164,
                        PHONE.SOURCE,
                        PHONE.PORTED_AT)
                .from(PHONE)
                .where(among(PHONE.CONSUMER_ID, consumers))
                .fetch(row ->
                        new PhoneRow(
                                row.value1(),
                                line(
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        row.value5(),
                                        row.value6()),
                                Unconsented.dialed(
                                        row.value2(),
                                        row.value7(),
                                        row.value4(),
                                        row.value5(),
                                        row.value8(),
                                        row.value9())))
                .stream()
                .collect(groupingBy(PhoneRow::consumer));
    }

    private static Line line(
            PhoneId phone, String usable, String lineType, String place, short rank) {
        Line.Standing standing =
                switch (usable) {
                    case "VERIFIED" -> Line.Standing.VERIFIED;
                    case "UNVERIFIED" -> Line.Standing.UNVERIFIED;
                    default -> Line.Standing.UNUSABLE;
                };
        return new Line(phone, standing, kind(lineType, place), rank);
    }

    static Line.Kind kind(String lineType, String place) {
        if (place.equals("WORK")) {
            return Line.Kind.WORK;
        } else if (lineType.equals("MOBILE") || place.equals("MOBILE")) {
            return Line.Kind.MOBILE;
        } else {
            return Line.Kind.OTHER;
        }
    }
}
