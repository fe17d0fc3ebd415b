package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.CALLBACK;
import static org.rightparty.schema.generated.Tables.CONSENT;
import static org.rightparty.schema.generated.Tables.DISPOSITION;
import static org.rightparty.schema.generated.Tables.DRAFT;
import static org.rightparty.schema.generated.Tables.HOLD;
import static org.rightparty.schema.generated.Tables.NOTE;
import static org.rightparty.schema.generated.Tables.PHONE;
import static org.rightparty.schema.generated.Tables.PREFERENCE;
import static org.rightparty.schema.generated.Tables.PROMISE;
import static org.rightparty.schema.generated.Tables.TASK;

import org.jooq.DSLContext;
import org.rightparty.compliance.holds.HoldOrder;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.AuditEntry.Actor;
import org.rightparty.compliance.ledger.AuditEntry.Subject;
import org.rightparty.console.desk.DispositionCode;
import org.rightparty.console.desk.DispositionCode.HoldEffect;
import org.rightparty.console.desk.WrapUp;
import org.rightparty.console.desk.WrapUps.Spoken;
import org.rightparty.schema.generated.tables.records.AttemptRecord;
import org.rightparty.schema.generated.tables.records.PhoneRecord;
import org.rightparty.vocabulary.AgentId;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes one checked wrap-up: the disposition, then in the order of the form whatever came with
/// it, then what the disposition does by itself.
///
/// @param graceDays days after its due date before a promise counts as broken
/// @param zone the consumer's clock
record Recording(
        AgentId agent,
        WrapUp form,
        Spoken spoken,
        DispositionCode code,
        AttemptRecord attempt,
        PhoneRecord phone,
        int graceDays,
        ZoneId zone,
        Instant now) {
    private static final Duration TASK_DUE = Duration.ofDays(1);
    private static final String AGENT = HoldOrder.Source.AGENT.name();
    private static final String TAKEN_BACK = "TCPA_PRIOR_EXPRESS";

    /// False when another transaction was first.
    boolean insertDisposition(DSLContext tx) {
        return tx.insertInto(DISPOSITION)
                        .set(DISPOSITION.ATTEMPT_ID, attempt.getId())
                        .set(DISPOSITION.PLACED_AT, attempt.getPlacedAt())
                        .set(DISPOSITION.CONSUMER_ID, attempt.getConsumerId())
                        .set(DISPOSITION.ACCOUNT_ID, attempt.getAccountId())
                        .set(DISPOSITION.PHONE_ID, attempt.getPhoneId())
                        .set(DISPOSITION.CAMPAIGN_ID, attempt.getCampaignId())
                        .set(DISPOSITION.AGENT_ID, agent)
                        .set(DISPOSITION.CODE, code.code())
                        .set(DISPOSITION.REASON, form.reason())
                        .set(DISPOSITION.RIGHT_PARTY, spoken.rightParty())
                        .set(DISPOSITION.CONVERSATION, isConversation())
                        .set(DISPOSITION.CONVERSED_AT, spoken.conversedAt())
                        .set(DISPOSITION.VERIFIED_BY, spoken.proofs().toArray(String[]::new))
                        .set(DISPOSITION.RECORDED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /// Whoever verified identity has spoken with the consumer, whatever the code says.
    private boolean isConversation() {
        return code.conversation() || spoken.rightParty();
    }

    void perform(DSLContext tx) {
        form.promise().ifPresent(promise -> promised(tx, promise));
        form.callback().ifPresent(callback -> callBack(tx, callback));
        form.payment().ifPresent(payment -> Named.paid(tx, this, payment));
        form.attorney().ifPresent(attorney -> Named.represented(tx, this, attorney));
        if (!form.note().isBlank()) {
            noted(tx);
        }
        code.effects().hold().ifPresent(hold -> held(tx, hold));
        phoneUsable().ifPresent(usable -> phoneIs(tx, usable));
        code.effects().workState().ifPresent(state -> workState(tx, state));
        code.effects().task().ifPresent(kind -> task(tx, kind));
        code.effects().blocks().ifPresent(block -> block(tx, block));
        if (code.effects().revokesConsent()) {
            consentRevoked(tx);
        }
        tx.deleteFrom(DRAFT).where(DRAFT.ATTEMPT_ID.eq(attempt.getId())).execute();
    }

    private void promised(DSLContext tx, WrapUp.Promise promise) {
        tx.update(PROMISE)
                .set(PROMISE.STATE, "REPLACED")
                .set(PROMISE.RESOLVED_AT, now)
                .where(PROMISE.ACCOUNT_ID.eq(attempt.getAccountId()))
                .and(PROMISE.STATE.eq("OPEN"))
                .execute();
        tx.insertInto(PROMISE)
                .set(PROMISE.ACCOUNT_ID, attempt.getAccountId())
                .set(PROMISE.CONSUMER_ID, attempt.getConsumerId())
                .set(PROMISE.ATTEMPT_ID, attempt.getId())
                .set(PROMISE.AGENT_ID, agent)
                .set(PROMISE.AMOUNT_MINOR, promise.amount().minorUnits())
                .set(PROMISE.CURRENCY, promise.amount().currency().getCurrencyCode())
                .set(PROMISE.DUE_ON, promise.dueOn())
                .set(PROMISE.GRACE_DAYS, graceDays)
                .set(PROMISE.METHOD, promise.method())
                .set(PROMISE.MADE_AT, now)
                .execute();
    }

    private void callBack(DSLContext tx, WrapUp.Callback callback) {
        tx.insertInto(CALLBACK)
                .set(CALLBACK.CONSUMER_ID, attempt.getConsumerId())
                .set(CALLBACK.ACCOUNT_ID, attempt.getAccountId())
                .set(CALLBACK.PHONE_ID, callback.phone().orElse(attempt.getPhoneId()))
                .set(CALLBACK.CAMPAIGN_ID, attempt.getCampaignId())
                .set(CALLBACK.AGENT_ID, callback.mine() ? agent : null)
                .set(CALLBACK.DUE_AT, callback.dueAt())
                .set(CALLBACK.ZONE, callback.zone())
                .set(CALLBACK.ASKED_BY_CONSUMER, callback.askedByConsumer())
                .set(CALLBACK.ATTEMPT_ID, attempt.getId())
                .set(CALLBACK.CREATED_AT, now)
                .execute();
    }

    private void noted(DSLContext tx) {
        tx.insertInto(NOTE)
                .set(NOTE.CONSUMER_ID, attempt.getConsumerId())
                .set(NOTE.ACCOUNT_ID, attempt.getAccountId())
                .set(NOTE.AGENT_ID, agent)
                .set(NOTE.ATTEMPT_ID, attempt.getId())
                .set(NOTE.BODY, form.note().strip())
                .set(NOTE.WRITTEN_AT, now)
                .execute();
    }

    private void held(DSLContext tx, HoldEffect hold) {
        tx.insertInto(HOLD)
                .set(HOLD.CONSUMER_ID, attempt.getConsumerId())
                .set(
                        HOLD.ACCOUNT_ID,
                        hold.scope() == HoldEffect.Scope.ACCOUNT ? attempt.getAccountId() : null)
                .set(
                        HOLD.PHONE_ID,
                        hold.scope() == HoldEffect.Scope.PHONE ? attempt.getPhoneId() : null)
                .set(HOLD.CODE, hold.code())
                .set(HOLD.FROM_AT, spoken.conversedAt())
                .set(HOLD.EVIDENCE, evidence())
                .set(HOLD.SOURCE, AGENT)
                .set(HOLD.SET_BY, agent)
                .set(HOLD.RECORDED_AT, now)
                .execute();
    }

    /// What was said in the call: its recording and its notes.
    private String evidence() {
        return "call " + attempt.getId();
    }

    /// A number on which the consumer was verified is hers.
    private Optional<String> phoneUsable() {
        boolean proven = spoken.rightParty() && phone.getUsable().equals("UNVERIFIED");
        return code.effects()
                .phoneUsable()
                .or(() -> proven ? Optional.of("VERIFIED") : Optional.empty());
    }

    private void phoneIs(DSLContext tx, String usable) {
        tx.update(PHONE)
                .set(PHONE.USABLE, usable)
                .set(PHONE.USABLE_SINCE, now)
                .where(PHONE.ID.eq(attempt.getPhoneId()))
                .execute();
    }

    /// Accounts that are closed stay closed.
    private void workState(DSLContext tx, String state) {
        tx.update(ACCOUNT)
                .set(ACCOUNT.WORK_STATE, state)
                .where(ACCOUNT.ID.eq(attempt.getAccountId()))
                .and(ACCOUNT.WORK_STATE.in("ACTIVE", "PROMISE", "PLAN"))
                .execute();
    }

    private void task(DSLContext tx, String kind) {
        tx.insertInto(TASK)
                .set(TASK.KIND, kind)
                .set(TASK.CONSUMER_ID, attempt.getConsumerId())
                .set(TASK.ACCOUNT_ID, attempt.getAccountId())
                .set(TASK.ATTEMPT_ID, attempt.getId())
                .set(TASK.TITLE, form.payment().map(p -> Named.title(code, p)).orElse(code.label()))
                .set(TASK.DUE_AT, now.plus(TASK_DUE))
                .set(TASK.CREATED_AT, now)
                .execute();
    }

    private void block(DSLContext tx, DispositionCode.Block block) {
        var insert =
                tx.insertInto(PREFERENCE)
                        .set(PREFERENCE.CONSUMER_ID, attempt.getConsumerId())
                        .set(PREFERENCE.ACCOUNT_ID, attempt.getAccountId())
                        .set(PREFERENCE.PHONE_ID, attempt.getPhoneId())
                        .set(PREFERENCE.EVIDENCE, evidence())
                        .set(PREFERENCE.SOURCE, AGENT)
                        .set(PREFERENCE.SET_BY, agent)
                        .set(PREFERENCE.SET_AT, now);
        switch (block) {
            case THIS_PLACE ->
                    insert.set(PREFERENCE.KIND, "PLACE_BLOCK")
                            .set(PREFERENCE.PLACE, phone.getPlace())
                            .execute();
            case THIS_HOUR -> {
                LocalTime from =
                        LocalTime.ofInstant(attempt.getPlacedAt(), zone)
                                .truncatedTo(ChronoUnit.HOURS);
                insert.set(PREFERENCE.KIND, "TIME_BLOCK")
                        .set(PREFERENCE.DAYS, everyDay())
                        .set(PREFERENCE.LOCAL_FROM, from)
                        .set(PREFERENCE.LOCAL_TO, from.plusHours(1))
                        .execute();
            }
        }
    }

    private static String[] everyDay() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day.name().substring(0, 3))
                .toArray(String[]::new);
    }

    /// For all numbers: it is honoured in any automated call, not on one line alone (47 CFR
    /// 64.1200(a)(10)).
    private void consentRevoked(DSLContext tx) {
        tx.insertInto(CONSENT)
                .set(CONSENT.CONSUMER_ID, attempt.getConsumerId())
                .set(CONSENT.KIND, TAKEN_BACK)
                .set(CONSENT.GRANTED, false)
                .set(CONSENT.GIVEN_AT, spoken.conversedAt())
                .set(CONSENT.EVIDENCE, evidence())
                .set(CONSENT.RECORDED_BY, agent)
                .set(CONSENT.RECORDED_AT, now)
                .execute();
    }

    /// What the ledger is told: the disposition, and each thing that changes what may be called.
    List<AuditEntry> entries() {
        List<AuditEntry> entries = new ArrayList<>();
        entries.add(entry("disposition.recorded", disposition()).with(personal()));
        code.effects()
                .hold()
                .ifPresent(hold ->
                        entries.add(
                                entry(
                                        "hold.set",
                                        Map.of(
                                                "code",
                                                hold.code(),
                                                "scope",
                                                hold.scope().name()))));
        if (code.effects().revokesConsent()) {
            entries.add(entry("consent.revoked", Map.of("kind", TAKEN_BACK)));
        }
        code.effects()
                .blocks()
                .ifPresent(block ->
                        entries.add(entry("preference.set", Map.of("blocks", block.name()))));
        return entries;
    }

    private Map<String, Object> disposition() {
        Map<String, Object> detail = new HashMap<>();
        detail.put("code", code.code());
        detail.put("rightParty", spoken.rightParty());
        detail.put("conversation", isConversation());
        detail.put("conversedAt", spoken.conversedAt().toString());
        detail.put("verifiedBy", spoken.proofs());
        form.callback().ifPresent(c -> detail.put("callbackAskedByConsumer", c.askedByConsumer()));
        return detail;
    }

    /// What tells of her means and her days: the entry only commits to it.
    private Map<String, String> personal() {
        Map<String, String> personal = new HashMap<>();
        form.promise().ifPresent(p -> personal.put("promiseDueOn", p.dueOn().toString()));
        form.callback().ifPresent(c -> personal.put("callbackAt", c.dueAt().toString()));
        return personal;
    }

    private AuditEntry entry(String kind, Map<String, Object> detail) {
        Subject about =
                Subject.of(attempt.getConsumerId(), attempt.getAccountId()).during(attempt.getId());
        Subject subject = Optional.ofNullable(attempt.getCampaignId()).map(about::in).orElse(about);
        return new AuditEntry(now, kind, Actor.agent(agent), subject, detail);
    }
}
