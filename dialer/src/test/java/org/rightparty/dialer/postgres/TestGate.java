package org.rightparty.dialer.postgres;

import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.LIVE_ATTEMPT;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rightparty.compliance.gate.DialPermit;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Refusal;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.gate.TestAttempts;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A gate that refuses whom it is told to and grants all others, with attempt and live attempt in
/// the tables as the real one leaves them.
final class TestGate implements Gatekeeper {
    private static final PhoneNumber SHOWN = new PhoneNumber("+12125550100");
    private final Map<ConsumerId, Optional<Instant>> refused = new HashMap<>();

    /// @param next when the gate would let them pass; empty when never
    void refuse(ConsumerId consumer, Optional<Instant> next) {
        refused.put(consumer, next);
    }

    @Override
    public List<Reservation> reserve(DSLContext tx, List<DialRequest> requests, Instant now) {
        return requests.stream().map(request -> reserve(tx, request, now)).toList();
    }

    @Override
    public Reservation reserve(DSLContext tx, DialRequest request, Instant now) {
        Optional<Instant> next = refused.get(request.consumer());
        if (next != null) {
            Refusal reason = new Refusal("TEST", "T-1", "test 1", "none", "Refused by the test");
            return new Reservation.Denied(request, reason, next);
        }
        String e164 =
                tx.select(PHONE.E164)
                        .from(PHONE)
                        .where(PHONE.ID.eq(request.phone()))
                        .fetchSingle()
                        .value1();
        DialPermit permit = TestAttempts.permit(request, new PhoneNumber(e164), now);
        AttemptId id = insert(tx, request, e164, now);
        int free =
                tx.insertInto(LIVE_ATTEMPT)
                        .set(LIVE_ATTEMPT.CONSUMER_ID, request.consumer())
                        .set(LIVE_ATTEMPT.ATTEMPT_ID, id)
                        .set(LIVE_ATTEMPT.PLACED_AT, now)
                        .set(LIVE_ATTEMPT.CAMPAIGN_ID, request.campaign())
                        .onConflictDoNothing()
                        .execute();
        if (free == 0) {
            throw new IllegalStateException("two live attempts for " + request.consumer());
        }
        return new Reservation.Granted(request, permit.reserved(id, SHOWN));
    }

    private static AttemptId insert(DSLContext tx, DialRequest request, String e164, Instant now) {
        return tx.insertInto(ATTEMPT)
                .set(ATTEMPT.PLACED_AT, now)
                .set(ATTEMPT.DECISION_ID, DSL.inline(1L))
                .set(ATTEMPT.CAMPAIGN_ID, request.campaign())
                .set(ATTEMPT.CONSUMER_ID, request.consumer())
                .set(ATTEMPT.ACCOUNT_ID, request.account())
                .set(ATTEMPT.PHONE_ID, request.phone())
                .set(ATTEMPT.E164, e164)
                .set(ATTEMPT.CALLER_ID, SHOWN.e164())
                .set(ATTEMPT.MODE, request.mode().name())
                .set(ATTEMPT.PATH, request.path().name())
                .set(ATTEMPT.RING_SECONDS, request.ringSeconds())
                .set(ATTEMPT.PERMIT_EXPIRES_AT, now.plusSeconds(2))
                .returning(ATTEMPT.ID)
                .fetchSingle()
                .getId();
    }
}
