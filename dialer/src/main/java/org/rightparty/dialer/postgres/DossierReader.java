package org.rightparty.dialer.postgres;

import static org.rightparty.dialer.postgres.Among.among;
import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.CAMPAIGN;
import static org.rightparty.schema.generated.Tables.CAMPAIGN_PORTFOLIO;
import static org.rightparty.schema.generated.Tables.PHONE;

import static java.util.stream.Collectors.groupingBy;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.postgres.PostgresLocationEvidence;
import org.rightparty.compliance.zones.Whereabouts;
import org.rightparty.dialer.selection.CandidateFacts;
import org.rightparty.dialer.selection.CandidateFacts.Debt;
import org.rightparty.dialer.selection.CandidateFacts.Line;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;

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

/// Reads what selection has to know of many consumers at once: a handful of statements however many
/// they are.
final class DossierReader {
    private static final List<String> WORKED = List.of("ACTIVE", "PROMISE", "PLAN");

    private DossierReader() {}

    /// One dossier for each campaign that dials one of a consumer's portfolios and finds something
    /// workable there.
    static List<Dossier> read(DSLContext tx, Collection<ConsumerId> consumers, Instant now) {
        Map<ConsumerId, List<PhoneRow>> phones = phones(tx, consumers);
        Past past = Past.read(tx, consumers, now);
        Restrictions restrictions = Restrictions.read(tx, consumers, now);
        Map<ConsumerId, Whereabouts> places =
                PostgresLocationEvidence.whereabouts(tx, consumers, now);
        Whereabouts nowhere = Whereabouts.of(List.of(), now);
        List<Dossier> dossiers = new ArrayList<>(consumers.size());
        work(tx, consumers)
                .forEach((key, rows) ->
                        dossiers.add(
                                dossier(
                                        key,
                                        rows,
                                        phones.getOrDefault(key.consumer(), List.of()),
                                        past,
                                        restrictions,
                                        places.getOrDefault(key.consumer(), nowhere))));
        return dossiers;
    }

    private static Dossier dossier(
            Key key,
            List<WorkRow> work,
            List<PhoneRow> phones,
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
                        phones.stream().map(PhoneRow::line).toList(),
                        past.tries(consumer),
                        past.pledges(consumer),
                        past.appointments(consumer, key.campaign()),
                        restrictions.of(consumer),
                        past.lastTalk(consumer),
                        past.heldUntil(consumer));
        return new Dossier(key.campaign(), facts, zones, List.copyOf(place.jurisdictions()));
    }

    private record Key(CampaignId campaign, ConsumerId consumer) {}

    private record WorkRow(Key key, Duration retry, Debt debt) {}

    private static Map<Key, List<WorkRow>> work(DSLContext tx, Collection<ConsumerId> consumers) {
        var since = DSL.coalesce(ACCOUNT.DELINQUENT_ON, ACCOUNT.CHARGED_OFF_ON, ACCOUNT.OPENED_ON);
        return tx
                .select(
                        CAMPAIGN.ID,
                        CAMPAIGN.RETRY_MINUTES,
                        ACCOUNT.CONSUMER_ID,
                        ACCOUNT.ID,
                        ACCOUNT.BALANCE_MINOR,
                        since)
                .from(ACCOUNT)
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
                                debt(row.value4(), row.value5(), row.value6())))
                .stream()
                .collect(groupingBy(WorkRow::key));
    }

    private static Debt debt(AccountId account, long balance, @Nullable LocalDate since) {
        return new Debt(account, balance, Optional.ofNullable(since));
    }

    private record PhoneRow(ConsumerId consumer, Line line) {}

    private static Map<ConsumerId, List<PhoneRow>> phones(
            DSLContext tx, Collection<ConsumerId> consumers) {
        return tx
                .select(
                        PHONE.CONSUMER_ID,
                        PHONE.ID,
                        PHONE.USABLE,
                        PHONE.LINE_TYPE,
                        PHONE.PLACE,
                        PHONE.PREFERENCE_RANK)
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
                                        row.value6())))
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

    private static Line.Kind kind(String lineType, String place) {
        if (place.equals("WORK")) {
            return Line.Kind.WORK;
        } else if (lineType.equals("MOBILE") || place.equals("MOBILE")) {
            return Line.Kind.MOBILE;
        } else {
            return Line.Kind.OTHER;
        }
    }
}
