package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.CAMPAIGN;
import static org.rightparty.schema.generated.Tables.GATE_DECISION;
import static org.rightparty.schema.generated.Tables.LIVE_ATTEMPT;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.rightparty.compliance.gate.Attempt;
import org.rightparty.compliance.gate.DialPermit;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Obligation;
import org.rightparty.compliance.gate.Refusal;
import org.rightparty.compliance.gate.Verdict;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.rules.Sha256;
import org.rightparty.compliance.zones.Tzdb;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneNumber;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Records a batch of decisions: each with its audit entry, and for each permit the attempt that
/// spends it. One statement a table.
final class DecisionWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<Field<?>> DECISION =
            List.of(
                    GATE_DECISION.DECIDED_AT,
                    GATE_DECISION.CAMPAIGN_ID,
                    GATE_DECISION.CONSUMER_ID,
                    GATE_DECISION.ACCOUNT_ID,
                    GATE_DECISION.PHONE_ID,
                    GATE_DECISION.AGENT_ID,
                    GATE_DECISION.MODE,
                    GATE_DECISION.PATH,
                    GATE_DECISION.ALLOWED,
                    GATE_DECISION.REASON,
                    GATE_DECISION.REFUSALS,
                    GATE_DECISION.FACTS,
                    GATE_DECISION.RULEBOOK,
                    GATE_DECISION.RULEBOOK_SHA256,
                    GATE_DECISION.TZDB_VERSION,
                    GATE_DECISION.NEXT_ALLOWED_AT,
                    GATE_DECISION.MODES,
                    GATE_DECISION.OBLIGATIONS,
                    GATE_DECISION.TRANSFERRED_FROM);

    private static final List<Field<?>> PERMITTED =
            List.of(
                    ATTEMPT.PLACED_AT,
                    ATTEMPT.DECISION_ID,
                    ATTEMPT.CAMPAIGN_ID,
                    ATTEMPT.CONSUMER_ID,
                    ATTEMPT.ACCOUNT_ID,
                    ATTEMPT.PHONE_ID,
                    ATTEMPT.E164,
                    ATTEMPT.CALLER_ID,
                    ATTEMPT.AGENT_ID,
                    ATTEMPT.MODE,
                    ATTEMPT.PATH,
                    ATTEMPT.RING_SECONDS,
                    ATTEMPT.PERMIT_EXPIRES_AT,
                    ATTEMPT.TRANSFERRED_FROM);

    private final PostgresLedger ledger;

    DecisionWriter(PostgresLedger ledger) {
        this.ledger = ledger;
    }

    /// The attempts of the permitted requests.
    Map<DialRequest, Attempt> write(
            DSLContext tx, List<Decision> decisions, Rulebooks books, Instant now) {
        Map<ConsumerId, Long> numbers = insertDecisions(tx, decisions, books, now);
        List<DialPermit> permits = permits(decisions);
        Map<DialRequest, Attempt> attempts = new HashMap<>();
        if (!permits.isEmpty()) {
            Map<CampaignId, String> callerIds = callerIds(tx, permits);
            Map<ConsumerId, AttemptId> ids = insertAttempts(tx, permits, numbers, callerIds);
            for (DialPermit permit : permits) {
                DialRequest request = permit.request();
                AttemptId attempt = Decision.known(ids, request.consumer());
                String callerId = Decision.known(callerIds, request.campaign());
                attempts.put(request, permit.reserved(attempt, new PhoneNumber(callerId)));
            }
            insertLive(tx, attempts);
        }
        ledger.append(tx, entries(decisions, numbers, attempts, books, now));
        return attempts;
    }

    private static List<DialPermit> permits(List<Decision> decisions) {
        List<DialPermit> permits = new ArrayList<>();
        for (Decision decision : decisions) {
            if (decision.verdict() instanceof Verdict.Permitted permitted) {
                permits.add(permitted.permit());
            }
        }
        return permits;
    }

    /// The number of each decision; a batch has one decision a consumer.
    private static Map<ConsumerId, Long> insertDecisions(
            DSLContext tx, List<Decision> decisions, Rulebooks books, Instant now) {
        var insert = tx.insertInto(GATE_DECISION, DECISION);
        for (Decision decision : decisions) {
            DialRequest request = decision.request();
            insert =
                    insert.values(
                            now,
                            request.campaign(),
                            request.consumer(),
                            request.account(),
                            request.phone(),
                            request.agent().orElse(null),
                            request.mode().name(),
                            request.path().name(),
                            decision.permitted(),
                            decision.reason(),
                            JSONB.valueOf(refusals(decision)),
                            JSONB.valueOf(decision.facts()),
                            books.title(),
                            books.sha256(),
                            Tzdb.VERSION,
                            decision.nextAllowedAt().orElse(null),
                            decision.modes(),
                            JSONB.valueOf(obligations(decision)),
                            request.transferredFrom().orElse(null));
        }
        return insert.returningResult(GATE_DECISION.CONSUMER_ID, GATE_DECISION.ID)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    private static String refusals(Decision decision) {
        ArrayNode refusals = JSON.createArrayNode();
        for (Refusal refusal : decision.refusals()) {
            refusals.addObject()
                    .put("code", refusal.code())
                    .put("rule", refusal.ruleId())
                    .put("book", refusal.rulebook())
                    .put("citation", refusal.citation())
                    .put("sentence", refusal.sentence());
        }
        return refusals.toString();
    }

    private static String obligations(Decision decision) {
        ArrayNode obligations = JSON.createArrayNode();
        for (Obligation obligation : decision.obligations()) {
            obligations
                    .addObject()
                    .put("code", obligation.code())
                    .put("due", obligation.due().name())
                    .put("rule", obligation.ruleId())
                    .put("book", obligation.rulebook())
                    .put("citation", obligation.citation())
                    .put("sentence", obligation.sentence());
        }
        return obligations.toString();
    }

    private static Map<ConsumerId, AttemptId> insertAttempts(
            DSLContext tx,
            List<DialPermit> permits,
            Map<ConsumerId, Long> numbers,
            Map<CampaignId, String> callerIds) {
        var insert = tx.insertInto(ATTEMPT, PERMITTED);
        for (DialPermit permit : permits) {
            DialRequest request = permit.request();
            insert =
                    insert.values(
                            permit.grantedAt(),
                            Decision.known(numbers, request.consumer()),
                            request.campaign(),
                            request.consumer(),
                            request.account(),
                            request.phone(),
                            permit.number().e164(),
                            Decision.known(callerIds, request.campaign()),
                            request.agent().orElse(null),
                            request.mode().name(),
                            request.path().name(),
                            request.ringSeconds(),
                            permit.expiresAt(),
                            request.transferredFrom().orElse(null));
        }
        return insert.returningResult(ATTEMPT.CONSUMER_ID, ATTEMPT.ID)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    private static Map<CampaignId, String> callerIds(DSLContext tx, List<DialPermit> permits) {
        return tx.select(CAMPAIGN.ID, CAMPAIGN.CALLER_ID)
                .from(CAMPAIGN)
                .where(
                        CAMPAIGN.ID.in(
                                permits.stream()
                                        .map(permit -> permit.request().campaign())
                                        .distinct()
                                        .toList()))
                .fetchMap(CAMPAIGN.ID, CAMPAIGN.CALLER_ID);
    }

    private static void insertLive(DSLContext tx, Map<DialRequest, Attempt> attempts) {
        var insert =
                tx.insertInto(
                        LIVE_ATTEMPT,
                        LIVE_ATTEMPT.CONSUMER_ID,
                        LIVE_ATTEMPT.ATTEMPT_ID,
                        LIVE_ATTEMPT.PLACED_AT,
                        LIVE_ATTEMPT.CAMPAIGN_ID,
                        LIVE_ATTEMPT.AGENT_ID,
                        LIVE_ATTEMPT.E164,
                        LIVE_ATTEMPT.TRANSFERRED_FROM);
        for (Attempt attempt : attempts.values()) {
            insert =
                    insert.values(
                            attempt.consumer(),
                            attempt.id(),
                            attempt.placedAt(),
                            attempt.campaign(),
                            attempt.agent().orElse(null),
                            attempt.number().e164(),
                            attempt.transferredFrom().orElse(null));
        }
        insert.execute();
    }

    private static List<AuditEntry> entries(
            List<Decision> decisions,
            Map<ConsumerId, Long> numbers,
            Map<DialRequest, Attempt> attempts,
            Rulebooks books,
            Instant now) {
        List<AuditEntry> entries = new ArrayList<>();
        for (Decision decision : decisions) {
            DialRequest request = decision.request();
            AuditEntry.Subject subject =
                    AuditEntry.Subject.of(request.consumer(), request.account())
                            .in(request.campaign());
            Attempt attempt = attempts.get(request);
            entries.add(
                    new AuditEntry(
                                    now,
                                    attempt == null ? "dial.refused" : "dial.permitted",
                                    request.agent()
                                            .map(AuditEntry.Actor::agent)
                                            .orElse(AuditEntry.Actor.PROGRAM),
                                    attempt == null ? subject : subject.during(attempt.id()),
                                    detail(
                                            decision,
                                            Decision.known(numbers, request.consumer()),
                                            books))
                            .with(attempt == null ? Map.of() : number(attempt)));
        }
        return entries;
    }

    /// The number dialed: the entry only commits to it.
    private static Map<String, String> number(Attempt attempt) {
        return Map.of("number", attempt.number().e164());
    }

    private static Map<String, Object> detail(Decision decision, long number, Rulebooks books) {
        DialRequest request = decision.request();
        Map<String, Object> detail = new TreeMap<>();
        detail.put("decision", number);
        detail.put("phone", request.phone().value());
        detail.put("mode", request.mode().name());
        detail.put("path", request.path().name());
        detail.put("reason", decision.reason());
        detail.put("rules", decision.refusals().stream().map(Refusal::ruleId).toList());
        detail.put("facts_sha256", Sha256.hex(decision.facts().getBytes(StandardCharsets.UTF_8)));
        detail.put("rulebooks", books.title());
        detail.put("rulebooks_sha256", books.sha256());
        detail.put("tzdb", Tzdb.VERSION);
        request.transferredFrom().ifPresent(id -> detail.put("transferred_from", id.value()));
        decision.nextAllowedAt().ifPresent(at -> detail.put("next_allowed_at", at.toString()));
        return detail;
    }
}
