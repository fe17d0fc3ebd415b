package org.rightparty.dialer.postgres;

import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.CALLBACK;
import static org.rightparty.schema.generated.Tables.CAMPAIGN;
import static org.rightparty.schema.generated.Tables.DIAL_CANDIDATE;
import static org.rightparty.schema.generated.Tables.LIVE_ATTEMPT;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.DSLContext;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.console.agent.Offer;
import org.rightparty.console.desk.NoCalls;
import org.rightparty.database.Database;
import org.rightparty.database.DatabaseFailure;
import org.rightparty.dialer.loop.Pool;
import org.rightparty.dialer.selection.Why;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.Mode;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The pool in the tables: claim, gate, attempt and audit entry in one transaction.
public final class PostgresPool implements Pool {
    /// Rounds of claim and gate in one call. Where all are refused, the next tick asks again.
    private static final int ROUNDS_MAX = 4;

    /// Longest that a preview keeps a candidate from the others.
    private static final Duration PREVIEW = Duration.ofMinutes(5);

    /// What an agent gave back is not offered again at once.
    private static final Duration GIVEN_BACK = Duration.ofMinutes(15);

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{1,31}");

    private final Database database;
    private final CallingGroups groups;
    private final OpenHours law;
    private final Gatekeeper gate;
    private final Journal journal;

    public PostgresPool(
            Database database, PostgresCandidates candidates, Gatekeeper gate, Journal journal) {
        this.database = database;
        this.groups = candidates.groups();
        this.law = candidates.law();
        this.gate = gate;
        this.journal = journal;
    }

    @Override
    public List<Drawn> reserveNext(CampaignId campaign, Mode mode, int count, Instant now) {
        List<Drawn> all = new ArrayList<>();
        for (int round = 0; round < ROUNDS_MAX; round++) {
            int wanted = count - (int) all.stream().filter(d -> granted(d.reservation())).count();
            if (wanted <= 0) {
                break;
            }
            List<Drawn> more = another(all, tx -> round(tx, campaign, mode, wanted, now));
            if (more.isEmpty()) {
                break;
            }
            all.addAll(more);
        }
        return List.copyOf(all);
    }

    /// What was granted before is committed and dialed, whatever happens to the next round: whoever
    /// orders permits again hears of it.
    private List<Drawn> another(List<Drawn> before, Function<DSLContext, List<Drawn>> round) {
        try {
            return database.transact(round);
        } catch (DatabaseFailure failed) {
            if (before.isEmpty()) {
                throw failed;
            }
            return List.of();
        }
    }

    private List<Drawn> round(
            DSLContext tx, CampaignId campaign, Mode mode, int wanted, Instant now) {
        List<Claim.Taken> taken = take(tx, campaign, wanted, now);
        if (taken.isEmpty()) {
            return List.of();
        }
        int ring = ringSeconds(tx, campaign);
        List<DialRequest> requests =
                taken.stream()
                        .map(t -> longEnough(tx, request(campaign, t, mode, ring), now))
                        .toList();
        List<Reservation> reservations = gate.reserve(tx, requests, now);
        Claim.settle(tx, campaign, reservations, now);
        return drawn(reservations, taken);
    }

    private static List<Drawn> drawn(List<Reservation> reservations, List<Claim.Taken> taken) {
        List<Drawn> drawn = new ArrayList<>(taken.size());
        for (int i = 0; i < taken.size(); i++) {
            drawn.add(new Drawn(reservations.get(i), taken.get(i).why(), taken.get(i).lead()));
        }
        return drawn;
    }

    private List<Claim.Taken> take(DSLContext tx, CampaignId campaign, int count, Instant now) {
        List<OpenGroup> open = groups.open(tx, campaign, now);
        return open.isEmpty() ? List.of() : Claim.best(tx, campaign, open, count);
    }

    private static DialRequest request(
            CampaignId campaign, Claim.Taken taken, Mode mode, int ringSeconds) {
        return new DialRequest(
                campaign,
                taken.consumer(),
                taken.account(),
                taken.phone(),
                mode,
                taken.path(),
                Optional.empty(),
                ringSeconds);
    }

    private static int ringSeconds(DSLContext tx, CampaignId campaign) {
        return tx.select(CAMPAIGN.RING_SECONDS)
                .from(CAMPAIGN)
                .where(CAMPAIGN.ID.eq(campaign))
                .fetchSingle()
                .value1();
    }

    private static boolean granted(Reservation reservation) {
        return reservation instanceof Reservation.Granted;
    }

    /// The agent's own callbacks first, then the best of the pool.
    @Override
    public Optional<Offer> offerNext(CampaignId campaign, AgentId agent, Instant now) {
        return database.transact(tx -> {
            Optional<Offer> offer =
                    ownCallback(tx, campaign, agent, now).or(() -> bestOffer(tx, campaign, now));
            offer.ifPresent(o -> Claim.rest(tx, campaign, o.consumer(), now.plus(PREVIEW)));
            return offer;
        });
    }

    private Optional<Offer> bestOffer(DSLContext tx, CampaignId campaign, Instant now) {
        return take(tx, campaign, 1, now).stream()
                .findFirst()
                .map(t -> new Offer(t.consumer(), t.account(), t.phone(), t.path(), t.why()));
    }

    /// The candidate of a personal callback sleeps a little longer than the callback, so that its
    /// agent comes first; one that sleeps longer still is being called or was given back.
    private static Optional<Offer> ownCallback(
            DSLContext tx, CampaignId campaign, AgentId agent, Instant now) {
        return tx.select(
                        CALLBACK.CONSUMER_ID,
                        CALLBACK.ACCOUNT_ID,
                        CALLBACK.PHONE_ID,
                        CALLBACK.DUE_AT,
                        CALLBACK.ZONE)
                .from(CALLBACK)
                .join(DIAL_CANDIDATE)
                .on(DIAL_CANDIDATE.CAMPAIGN_ID.eq(campaign))
                .and(DIAL_CANDIDATE.CONSUMER_ID.eq(CALLBACK.CONSUMER_ID))
                .where(CALLBACK.AGENT_ID.eq(agent))
                .and(CALLBACK.STATE.eq("OPEN"))
                .and(CALLBACK.DUE_AT.le(now))
                .and(CALLBACK.CAMPAIGN_ID.isNull().or(CALLBACK.CAMPAIGN_ID.eq(campaign)))
                .and(DIAL_CANDIDATE.PARKED.eq(""))
                .and(
                        DIAL_CANDIDATE
                                .NEXT_AT
                                .le(now)
                                .or(DIAL_CANDIDATE.NEXT_AT.le(Callbacks.poolFrom())))
                .orderBy(CALLBACK.DUE_AT)
                .limit(1)
                .forUpdate()
                .of(DIAL_CANDIDATE)
                .skipLocked()
                .fetchOptional(row ->
                        new Offer(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                DialPath.CALLBACK,
                                Why.callback(row.value4(), ZoneId.of(row.value5()))));
    }

    /// Each question stops at the first row that answers it.
    @Override
    public Optional<NoCalls> lacks(CampaignId campaign, Instant now) {
        return database.transact(tx -> {
            if (!groups.open(tx, campaign, now).isEmpty()) {
                return Optional.empty();
            } else if (Claim.anyoneDue(tx, campaign)) {
                return Optional.of(NoCalls.OUTSIDE_HOURS);
            } else {
                return Optional.of(
                        Claim.anyoneAsleep(tx, campaign) ? NoCalls.ALL_TRIED : NoCalls.NOBODY_LEFT);
            }
        });
    }

    @Override
    public void giveBack(CampaignId campaign, Offer offer, String reason, Instant now) {
        AuditEntry.Subject subject =
                AuditEntry.Subject.of(offer.consumer(), offer.account()).in(campaign);
        Map<String, Object> detail = Map.of("reason", code(reason));
        database.transact(tx -> {
            Claim.rest(tx, campaign, offer.consumer(), now.plus(GIVEN_BACK));
            journal.append(
                    tx,
                    new AuditEntry(
                            now, "preview.returned", AuditEntry.Actor.PROGRAM, subject, detail));
            return offer;
        });
    }

    /// The ledger keeps codes; free text might name a person.
    private static String code(String reason) {
        return CODE.matcher(reason).matches() ? reason : "OTHER";
    }

    @Override
    public Reservation reserve(DialRequest request, Instant now) {
        return database.transact(tx -> {
            Reservation reservation = gate.reserve(tx, longEnough(tx, request, now), now);
            if (fromPool(request) || granted(reservation)) {
                Claim.settle(tx, request.campaign(), List.of(reservation), now);
            }
            return reservation;
        });
    }

    @Override
    public Reservation transfer(Transfer wanted, Instant now) {
        return database.transact(tx -> {
            AccountId account =
                    tx.select(ATTEMPT.ACCOUNT_ID)
                            .from(LIVE_ATTEMPT)
                            .join(ATTEMPT)
                            .on(ATTEMPT.ID.eq(LIVE_ATTEMPT.ATTEMPT_ID))
                            .and(ATTEMPT.PLACED_AT.eq(LIVE_ATTEMPT.PLACED_AT))
                            .where(LIVE_ATTEMPT.ATTEMPT_ID.eq(wanted.from()))
                            .fetchOptional(ATTEMPT.ACCOUNT_ID)
                            .orElseThrow(NoSuchElementException::new);
            ConsumerId party =
                    tx.select(PHONE.CONSUMER_ID)
                            .from(PHONE)
                            .where(PHONE.ID.eq(wanted.phone()))
                            .fetchOptional(PHONE.CONSUMER_ID)
                            .orElseThrow(NoSuchElementException::new);
            DialRequest request =
                    new DialRequest(
                            wanted.campaign(),
                            party,
                            account,
                            wanted.phone(),
                            Mode.MANUAL,
                            DialPath.TRANSFER,
                            Optional.of(wanted.agent()),
                            wanted.ringSeconds(),
                            Optional.of(wanted.from()));
            Reservation reservation = gate.reserve(tx, request, now);
            if (granted(reservation)) {
                Claim.settle(tx, wanted.campaign(), List.of(reservation), now);
            }
            return reservation;
        });
    }

    /// Who is dialed ahead is let ring for as long as the law asks.
    private DialRequest longEnough(DSLContext tx, DialRequest request, Instant now) {
        return request.mode() == Mode.PREDICTIVE
                ? request.ringing(law.abandonment(tx, now).ringSeconds(request.ringSeconds()))
                : request;
    }

    /// A refusal of what an agent asked for by hand says nothing of the campaign's own calls.
    private static boolean fromPool(DialRequest request) {
        return switch (request.path()) {
            case CAMPAIGN, CALLBACK -> true;
            case AGENT, RETRY, TRANSFER -> false;
        };
    }
}
