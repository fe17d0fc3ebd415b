package org.rightparty.dialer.postgres;

import static org.rightparty.schema.generated.Tables.CALLING_GROUP;
import static org.rightparty.schema.generated.Tables.DIAL_CANDIDATE;
import static org.rightparty.schema.generated.Tables.PORTFOLIO;

import static java.util.Objects.requireNonNull;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rightparty.dialer.pacing.Lead;
import org.rightparty.dialer.pacing.Network;
import org.rightparty.dialer.pacing.NetworkTally.Kind;
import org.rightparty.dialer.selection.AnswerOdds;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.PortfolioId;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Consumers of one list whose hours are always the same, which of these groups may be called now,
/// and how their calls are answered of late. It is remembered: a group never changes, and which are
/// open is asked anew every few seconds.
final class CallingGroups {
    /// Calling hours begin and end on whole minutes; the gate guards the seconds in between.
    private static final Duration FRESH = Duration.ofSeconds(15);

    private final OpenHours hours;
    private final Map<Key, Integer> ids = new ConcurrentHashMap<>();
    private final Map<CampaignId, Open> open = new ConcurrentHashMap<>();

    CallingGroups(OpenHours hours) {
        this.hours = hours;
    }

    private record Key(List<String> zones, List<String> jurisdictions, PortfolioId portfolio) {}

    private record Open(List<OpenGroup> groups, Instant asOf) {
        boolean fresh(Instant now) {
            return !now.isBefore(asOf) && now.isBefore(asOf.plus(FRESH));
        }
    }

    /// The group's number, made when there is none yet. A number that was made in a transaction
    /// that rolls back is not remembered: see [Ids].
    int id(DSLContext tx, Dossier dossier, AccountId account, Ids made) {
        PortfolioId portfolio = requireNonNull(dossier.portfolios().get(account));
        Key key = new Key(dossier.zones(), dossier.jurisdictions(), portfolio);
        Integer known = ids.get(key);
        return known != null ? known : made.fresh.computeIfAbsent(key, k -> find(tx, k));
    }

    /// Numbers found in one transaction, to be remembered once it has committed.
    static final class Ids {
        private final Map<Key, Integer> fresh = new ConcurrentHashMap<>();
    }

    void committed(Ids made) {
        ids.putAll(made.fresh);
    }

    /// The groups of this campaign that have somebody due and may be called now.
    List<OpenGroup> open(DSLContext tx, CampaignId campaign, Instant now) {
        Open known = open.get(campaign);
        if (known != null && known.fresh(now)) {
            return known.groups();
        }
        Open asked = new Open(ask(tx, campaign, now), now);
        open.put(campaign, asked);
        return asked.groups();
    }

    /// Somebody may have become due in a group that had nobody.
    void forget() {
        open.clear();
    }

    private List<OpenGroup> ask(DSLContext tx, CampaignId campaign, Instant now) {
        Network network = new Network(PostgresPaceMemory.network(tx, campaign));
        return due(tx, campaign).stream()
                .filter(group -> hours.open(tx, group.zones(), group.jurisdictions(), now))
                .map(group -> open(group, network, now))
                .toList();
    }

    private static OpenGroup open(Due group, Network network, Instant now) {
        int hour =
                group.zones().isEmpty()
                        ? Lead.ANY_HOUR
                        : now.atZone(ZoneId.of(group.zones().getFirst())).getHour();
        double seconds = now.getEpochSecond();
        AnswerOdds odds =
                new AnswerOdds(
                        network.odds(Kind.LIST, group.list(), seconds),
                        network.odds(Kind.HOUR, Integer.toString(hour), seconds));
        return new OpenGroup(group.id(), group.list(), hour, odds);
    }

    private record Due(int id, List<String> zones, List<String> jurisdictions, String list) {}

    private static List<Due> due(DSLContext tx, CampaignId campaign) {
        var due = DIAL_CANDIDATE.as("due");
        return tx.select(
                        CALLING_GROUP.ID,
                        CALLING_GROUP.ZONES,
                        CALLING_GROUP.JURISDICTIONS,
                        DSL.coalesce(PORTFOLIO.NAME, ""))
                .from(CALLING_GROUP)
                .leftJoin(PORTFOLIO)
                .on(PORTFOLIO.ID.eq(CALLING_GROUP.PORTFOLIO_ID))
                .crossJoin(
                        DSL.lateral(
                                DSL.select(due.CONSUMER_ID)
                                        .from(due)
                                        .where(due.CAMPAIGN_ID.eq(campaign))
                                        .and(due.CALLING_GROUP_ID.eq(CALLING_GROUP.ID))
                                        .and(DSL.condition(due.DUE))
                                        .and(due.PARKED.eq(DSL.inline("")))
                                        .orderBy(due.TIER, due.SCORE.desc(), due.CONSUMER_ID)
                                        .limit(DSL.inline(1))))
                .fetch(row ->
                        new Due(
                                row.value1(),
                                Arrays.asList(row.value2()),
                                Arrays.asList(row.value3()),
                                row.value4()));
    }

    private static int find(DSLContext tx, Key key) {
        return existing(tx, key).orElseGet(() -> make(tx, key));
    }

    private static Optional<Integer> existing(DSLContext tx, Key key) {
        return tx.select(CALLING_GROUP.ID)
                .from(CALLING_GROUP)
                .where(CALLING_GROUP.ZONES.eq(array(key.zones())))
                .and(CALLING_GROUP.JURISDICTIONS.eq(array(key.jurisdictions())))
                .and(CALLING_GROUP.PORTFOLIO_ID.eq(key.portfolio()))
                .fetchOptional(CALLING_GROUP.ID);
    }

    /// Another transaction may make the same group at the same time: then its number is read.
    private static int make(DSLContext tx, Key key) {
        tx.insertInto(CALLING_GROUP)
                .set(CALLING_GROUP.ZONES, array(key.zones()))
                .set(CALLING_GROUP.JURISDICTIONS, array(key.jurisdictions()))
                .set(CALLING_GROUP.PORTFOLIO_ID, key.portfolio())
                .onConflictDoNothing()
                .execute();
        return existing(tx, key).orElseThrow();
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
