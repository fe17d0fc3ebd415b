package org.rightparty.dialer.demo.postgres;

import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;
import static org.rightparty.schema.generated.Tables.BALANCE_ENTRY;
import static org.rightparty.schema.generated.Tables.CALLBACK;
import static org.rightparty.schema.generated.Tables.DISPOSITION;
import static org.rightparty.schema.generated.Tables.GATE_DECISION;
import static org.rightparty.schema.generated.Tables.NOTE;
import static org.rightparty.schema.generated.Tables.PROMISE;

import org.jooq.DSLContext;
import org.rightparty.compliance.gate.Replay;
import org.rightparty.dialer.demo.Debt;
import org.rightparty.dialer.demo.Past.Call;
import org.rightparty.dialer.demo.Past.Said;
import org.rightparty.dialer.demo.Person;
import org.rightparty.dialer.demo.Telephone;
import org.rightparty.dialer.postgres.Copy;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.CampaignId;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rows of what happened before today. Attempts are booked to the person's first debt and first
/// number. Their decisions say that they come from the demo, not from the gate.
final class PastRows {
    private static final Duration WRITING = Duration.ofSeconds(30);
    private static final long WORTH_PROMISING_MINOR = 5_000;
    private static final int GRACE_DAYS = 3;
    private static final int DUE_AFTER_DAYS = 10;
    private static final Map<Said, String> NOTES =
            Map.of(
                    Said.PROMISED, "Verified by date of birth. Agreed to pay a first amount.",
                    Said.REFUSED, "Verified by address. Says it is not affordable now.",
                    Said.CALL_LATER, "At work, asked to be called again later.",
                    Said.THIRD_PARTY, "Spoke with somebody of the household. Left no message.");

    private final Copy decisions =
            new Copy(
                    GATE_DECISION,
                    GATE_DECISION.ID,
                    GATE_DECISION.DECIDED_AT,
                    GATE_DECISION.CAMPAIGN_ID,
                    GATE_DECISION.CONSUMER_ID,
                    GATE_DECISION.ACCOUNT_ID,
                    GATE_DECISION.PHONE_ID,
                    GATE_DECISION.MODE,
                    GATE_DECISION.PATH,
                    GATE_DECISION.ALLOWED,
                    GATE_DECISION.REASON,
                    GATE_DECISION.REFUSALS,
                    GATE_DECISION.FACTS,
                    GATE_DECISION.RULEBOOK,
                    GATE_DECISION.RULEBOOK_SHA256,
                    GATE_DECISION.TZDB_VERSION);
    private final Copy attempts =
            new Copy(
                    ATTEMPT,
                    ATTEMPT.ID,
                    ATTEMPT.PLACED_AT,
                    ATTEMPT.DECISION_ID,
                    ATTEMPT.CAMPAIGN_ID,
                    ATTEMPT.CONSUMER_ID,
                    ATTEMPT.ACCOUNT_ID,
                    ATTEMPT.PHONE_ID,
                    ATTEMPT.E164,
                    ATTEMPT.CALLER_ID,
                    ATTEMPT.MODE,
                    ATTEMPT.PATH,
                    ATTEMPT.RING_SECONDS,
                    ATTEMPT.PERMIT_EXPIRES_AT);
    private final Copy ends =
            new Copy(
                    ATTEMPT_END,
                    ATTEMPT_END.ATTEMPT_ID,
                    ATTEMPT_END.PLACED_AT,
                    ATTEMPT_END.OUTCOME,
                    ATTEMPT_END.COUNTS,
                    ATTEMPT_END.ENDED_AT,
                    ATTEMPT_END.ANSWERED_AT,
                    ATTEMPT_END.AGENT_ID,
                    ATTEMPT_END.CONNECTED_AT,
                    ATTEMPT_END.WAITED_MS,
                    ATTEMPT_END.TALK_MS);
    private final Copy dispositions =
            new Copy(
                    DISPOSITION,
                    DISPOSITION.ATTEMPT_ID,
                    DISPOSITION.PLACED_AT,
                    DISPOSITION.CONSUMER_ID,
                    DISPOSITION.ACCOUNT_ID,
                    DISPOSITION.PHONE_ID,
                    DISPOSITION.CAMPAIGN_ID,
                    DISPOSITION.AGENT_ID,
                    DISPOSITION.CODE,
                    DISPOSITION.RIGHT_PARTY,
                    DISPOSITION.CONVERSATION,
                    DISPOSITION.CONVERSED_AT,
                    DISPOSITION.RECORDED_AT);
    private final Copy promises =
            new Copy(
                    PROMISE,
                    PROMISE.ACCOUNT_ID,
                    PROMISE.CONSUMER_ID,
                    PROMISE.ATTEMPT_ID,
                    PROMISE.AGENT_ID,
                    PROMISE.AMOUNT_MINOR,
                    PROMISE.DUE_ON,
                    PROMISE.GRACE_DAYS,
                    PROMISE.METHOD,
                    PROMISE.STATE,
                    PROMISE.PAID_MINOR,
                    PROMISE.RESOLVED_AT,
                    PROMISE.MADE_AT);
    private final Copy payments =
            new Copy(
                    BALANCE_ENTRY,
                    BALANCE_ENTRY.ACCOUNT_ID,
                    BALANCE_ENTRY.KIND,
                    BALANCE_ENTRY.BUCKET,
                    BALANCE_ENTRY.AMOUNT_MINOR,
                    BALANCE_ENTRY.EFFECTIVE_ON,
                    BALANCE_ENTRY.SOURCE);
    private final Copy callbacks =
            new Copy(
                    CALLBACK,
                    CALLBACK.CONSUMER_ID,
                    CALLBACK.ACCOUNT_ID,
                    CALLBACK.PHONE_ID,
                    CALLBACK.CAMPAIGN_ID,
                    CALLBACK.DUE_AT,
                    CALLBACK.ZONE,
                    CALLBACK.ASKED_BY_CONSUMER,
                    CALLBACK.STATE,
                    CALLBACK.ATTEMPT_ID);
    private final Copy notes =
            new Copy(
                    NOTE,
                    NOTE.CONSUMER_ID,
                    NOTE.ACCOUNT_ID,
                    NOTE.AGENT_ID,
                    NOTE.ATTEMPT_ID,
                    NOTE.BODY,
                    NOTE.WRITTEN_AT);

    private final PastEntries entries = new PastEntries();
    private final Setting setting;
    private long lastAttempt;
    private long lastDecision;

    /// What the rows need besides the people.
    ///
    /// @param codes the disposition code for each thing said; missing ones are not recorded
    record Setting(
            Books books,
            List<AgentId> agents,
            Map<Said, String> codes,
            String callerId,
            Instant now) {}

    PastRows(Setting setting, long lastAttempt, long lastDecision) {
        this.setting = setting;
        this.lastAttempt = lastAttempt;
        this.lastDecision = lastDecision;
    }

    long lastAttempt() {
        return lastAttempt;
    }

    long lastDecision() {
        return lastDecision;
    }

    /// Everything of one person. Nobody is called about a debt before it was placed.
    void add(Person person, ZoneId zone, List<Call> calls) {
        LocalDate placed = person.debts().getFirst().placed();
        calls.stream()
                .filter(call -> LocalDate.ofInstant(call.placedAt(), zone).isAfter(placed))
                .forEach(call -> new OfCall(person, zone, call).add());
    }

    /// One call with what it needs to be written down.
    private final class OfCall {
        private final Person person;
        private final Debt debt;
        private final Telephone phone;
        private final ZoneId zone;
        private final Call call;
        private final CampaignId campaign;
        private final long attempt;
        private final AgentId agent;

        OfCall(Person person, ZoneId zone, Call call) {
            this.person = person;
            this.debt = person.debts().getFirst();
            this.phone = person.telephones().getFirst();
            this.zone = zone;
            this.call = call;
            this.campaign = setting.books().of(debt.type().creditor()).campaign();
            this.attempt = ++lastAttempt;
            int turn = (int) (attempt % setting.agents().size());
            this.agent = setting.agents().get(turn);
        }

        void add() {
            addAttempt();
            call.said().ifPresent(this::addTalk);
        }

        private void addAttempt() {
            Instant at = call.placedAt();
            long decision = ++lastDecision;
            decisions.add(
                    decision,
                    at,
                    campaign,
                    person.id(),
                    debt.id(),
                    phone.id(),
                    "PROGRESSIVE",
                    "CAMPAIGN",
                    true,
                    "OK",
                    "[]",
                    "{}",
                    Replay.INVENTED,
                    Replay.NO_RULEBOOKS,
                    "");
            attempts.add(
                    attempt,
                    at,
                    decision,
                    campaign,
                    person.id(),
                    debt.id(),
                    phone.id(),
                    phone.number().e164(),
                    setting.callerId(),
                    "PROGRESSIVE",
                    "CAMPAIGN",
                    25,
                    at.plusSeconds(2));
            PastEntries.Attempted whom =
                    new PastEntries.Attempted(
                            person.id(), debt.id(), phone.id(), attempt, campaign);
            entries.permitted(at, whom, decision);
            entries.ended(endedAt(), whom, call.outcome());
            addEnd(at);
        }

        private void addEnd(Instant at) {
            Optional<Instant> answered = call.talk().map(talk -> at.plusSeconds(9));
            Optional<Instant> connected = answered.map(then -> then.plusMillis(40));
            ends.add(
                    attempt,
                    at,
                    call.outcome(),
                    call.outcome().connected(),
                    endedAt(),
                    answered,
                    call.talk().map(talk -> agent),
                    connected,
                    answered.map(then -> 40),
                    call.talk().map(Duration::toMillis));
        }

        private Instant endedAt() {
            return call.placedAt().plusSeconds(9).plus(call.talk().orElse(Duration.ofSeconds(16)));
        }

        private void addTalk(Said said) {
            boolean right = said != Said.THIRD_PARTY;
            Instant written = endedAt().plus(WRITING);
            Optional.ofNullable(setting.codes().get(said))
                    .ifPresent(code ->
                            dispositions.add(
                                    attempt,
                                    call.placedAt(),
                                    person.id(),
                                    debt.id(),
                                    phone.id(),
                                    campaign,
                                    agent,
                                    code,
                                    right,
                                    right,
                                    endedAt(),
                                    written));
            notes.add(
                    person.id(),
                    debt.id(),
                    agent,
                    attempt,
                    NOTES.getOrDefault(said, "Spoke."),
                    written);
            switch (said) {
                case PROMISED -> addPromise(written);
                case CALL_LATER -> addCallback();
                case REFUSED, THIRD_PARTY -> {}
            }
        }

        /// An eighth of what was placed; of those due, every second is kept and paid.
        private void addPromise(Instant made) {
            if (debt.balanceMinor() < WORTH_PROMISING_MINOR) {
                return;
            }
            long amount = debt.placedMinor() / 8;
            LocalDate due = LocalDate.ofInstant(made, zone).plusDays(DUE_AFTER_DAYS);
            boolean over =
                    due.plusDays(GRACE_DAYS).isBefore(LocalDate.ofInstant(setting.now(), zone));
            boolean kept = over && attempt % 2 == 0;
            promises.add(
                    debt.id(),
                    person.id(),
                    attempt,
                    agent,
                    amount,
                    due,
                    GRACE_DAYS,
                    "CARD",
                    over ? kept ? "KEPT" : "BROKEN" : "OPEN",
                    kept ? amount : 0,
                    over
                            ? Optional.of(due.plusDays(GRACE_DAYS).atStartOfDay(zone).toInstant())
                            : Optional.empty(),
                    made);
            if (kept) {
                payments.add(debt.id(), "PAYMENT", "PRINCIPAL", -amount, due, "demo");
            }
        }

        /// Agreed for nine days later at noon; those past have been made.
        private void addCallback() {
            Instant due =
                    LocalDate.ofInstant(call.placedAt(), zone)
                            .plusDays(9)
                            .atTime(12, 0)
                            .atZone(zone)
                            .toInstant();
            callbacks.add(
                    person.id(),
                    debt.id(),
                    phone.id(),
                    campaign,
                    due,
                    zone.getId(),
                    true,
                    due.isBefore(setting.now()) ? "DONE" : "OPEN",
                    attempt);
        }
    }

    void send(DSLContext tx) {
        for (Copy copy :
                List.of(
                        decisions,
                        attempts,
                        ends,
                        dispositions,
                        promises,
                        payments,
                        callbacks,
                        notes)) {
            copy.send(tx);
        }
        entries.send(tx);
    }
}
