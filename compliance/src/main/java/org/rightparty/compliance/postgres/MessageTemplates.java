package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.CAMPAIGN;
import static org.rightparty.schema.generated.Tables.MESSAGE_TEMPLATE;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.postgres.RulebookOffice.Refused;
import org.rightparty.compliance.rules.GovernedMessage;
import org.rightparty.compliance.rules.GovernedMessage.Kind;
import org.rightparty.vocabulary.CampaignId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Governed messages: drafted, approved by another person, in force from an instant, withdrawn.
/// Without one in force nothing is played or left. Every step is in the ledger.
public final class MessageTemplates {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern PROMPT = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,79})?");

    private final PostgresLedger ledger;

    public MessageTemplates(PostgresLedger ledger) {
        this.ledger = ledger;
    }

    /// What somebody writes.
    ///
    /// @param business the name that `{business}` stands for
    /// @param body with fields such as `{business}` and `{number}`
    /// @param prompt the sound that says it, without its ending; empty when only agents say it
    public record Text(Kind kind, String language, String business, String body, String prompt) {}

    public enum State {
        DRAFT,
        APPROVED,
        /// In force from an instant to come.
        PENDING,
        IN_FORCE,
        /// Another came after it.
        SUPERSEDED,
        WITHDRAWN
    }

    /// One version of one message.
    public record Template(
            long id,
            Text text,
            int version,
            String author,
            Optional<String> approver,
            Optional<Instant> approvedAt,
            Optional<Instant> inForceFrom,
            Optional<Instant> withdrawnAt) {
        /// `ABANDONED-en-3`, which is what the record of a call names.
        public String title() {
            return text.kind().name() + "-" + text.language() + "-" + version;
        }

        /// @param inForce those in force
        public State state(List<Template> inForce, Instant now) {
            if (withdrawnAt.isPresent()) {
                return State.WITHDRAWN;
            } else if (inForce.stream().anyMatch(one -> one.id == id)) {
                return State.IN_FORCE;
            } else if (inForceFrom.isPresent()) {
                return inForceFrom.get().isAfter(now) ? State.PENDING : State.SUPERSEDED;
            } else {
                return approvedAt.isPresent() ? State.APPROVED : State.DRAFT;
            }
        }
    }

    /// Enters a draft as the next version.
    ///
    /// @throws Refused when the text tells too much or too little, with every fault
    public Template draft(DSLContext tx, Text text, String author, Instant now) {
        List<String> faults = faults(text);
        if (!faults.isEmpty()) {
            throw new Refused(String.join("; ", faults) + ".");
        }
        long id =
                tx.insertInto(MESSAGE_TEMPLATE)
                        .set(MESSAGE_TEMPLATE.KIND, text.kind().name())
                        .set(MESSAGE_TEMPLATE.LANGUAGE, text.language())
                        .set(MESSAGE_TEMPLATE.VERSION, 1 + last(tx, text))
                        .set(MESSAGE_TEMPLATE.BUSINESS, text.business())
                        .set(MESSAGE_TEMPLATE.BODY, text.body())
                        .set(MESSAGE_TEMPLATE.PROMPT, text.prompt())
                        .set(MESSAGE_TEMPLATE.AUTHOR, author)
                        .returningResult(MESSAGE_TEMPLATE.ID)
                        .fetchSingle()
                        .value1();
        record(tx, "message.drafted", author, id, now);
        return one(tx, id);
    }

    private static List<String> faults(Text text) {
        List<String> faults = new ArrayList<>(GovernedMessage.faults(text.kind(), text.body()));
        faults.addAll(GovernedMessage.nameFaults(text.business()));
        if (!LANGUAGE.matcher(text.language()).matches()) {
            faults.add("name the language by two or three letters, such as en");
        }
        if (!PROMPT.matcher(text.prompt()).matches()) {
            faults.add("name the sound by letters, digits, dot, dash and underscore");
        }
        if (text.kind() == Kind.ABANDONED && text.prompt().isEmpty()) {
            faults.add("name the sound: nobody is there to say it");
        }
        return faults;
    }

    private static int last(DSLContext tx, Text text) {
        return tx.select(DSL.max(MESSAGE_TEMPLATE.VERSION))
                .from(MESSAGE_TEMPLATE)
                .where(MESSAGE_TEMPLATE.KIND.eq(text.kind().name()))
                .and(MESSAGE_TEMPLATE.LANGUAGE.eq(text.language()))
                .fetchOptional()
                .map(Record1::value1)
                .orElse(0);
    }

    /// Approves a draft. It is not in force by that.
    ///
    /// @throws Refused when it is no draft, or the approver wrote it
    public Template approve(DSLContext tx, long id, String approver, Instant now) {
        int changed =
                tx.update(MESSAGE_TEMPLATE)
                        .set(MESSAGE_TEMPLATE.APPROVER, approver)
                        .set(MESSAGE_TEMPLATE.APPROVED_AT, now)
                        .where(MESSAGE_TEMPLATE.ID.eq(id))
                        .and(MESSAGE_TEMPLATE.APPROVED_AT.isNull())
                        .and(MESSAGE_TEMPLATE.WITHDRAWN_AT.isNull())
                        .and(DSL.lower(MESSAGE_TEMPLATE.AUTHOR).ne(DSL.lower(approver)))
                        .execute();
        refuseUnless(
                changed == 1,
                "A message that is still a draft is approved by another than its author.");
        record(tx, "message.approved", approver, id, now);
        return one(tx, id);
    }

    /// Puts an approved message in force from `from` on, in place of the one before.
    ///
    /// @throws Refused when it is not approved or was withdrawn, or `from` is past
    public Template activate(DSLContext tx, long id, Instant from, String by, Instant now) {
        refuseUnless(!from.isBefore(now), "Choose now, or a time to come.");
        int changed =
                tx.update(MESSAGE_TEMPLATE)
                        .set(MESSAGE_TEMPLATE.IN_FORCE_FROM, from)
                        .where(MESSAGE_TEMPLATE.ID.eq(id))
                        .and(MESSAGE_TEMPLATE.APPROVED_AT.isNotNull())
                        .and(MESSAGE_TEMPLATE.WITHDRAWN_AT.isNull())
                        .execute();
        refuseUnless(changed == 1, "Only a message that another person approved comes into force.");
        record(tx, "message.activated", by, id, now);
        return one(tx, id);
    }

    /// Takes a message out of use at once and for good. The one before it holds again, if there is
    /// one.
    ///
    /// @throws Refused when there is none, or it was withdrawn before
    public Template withdraw(DSLContext tx, long id, String by, Instant now) {
        int changed =
                tx.update(MESSAGE_TEMPLATE)
                        .set(MESSAGE_TEMPLATE.WITHDRAWN_AT, now)
                        .set(MESSAGE_TEMPLATE.WITHDRAWN_BY, by)
                        .where(MESSAGE_TEMPLATE.ID.eq(id))
                        .and(MESSAGE_TEMPLATE.WITHDRAWN_AT.isNull())
                        .execute();
        refuseUnless(changed == 1, "There is no such message in use.");
        record(tx, "message.withdrawn", by, id, now);
        return one(tx, id);
    }

    private static void refuseUnless(boolean may, String sentence) {
        if (!may) {
            throw new Refused(sentence);
        }
    }

    /// All versions, the latest entered first.
    public List<Template> all(DSLContext tx) {
        return read(tx, DSL.noCondition());
    }

    private static Template one(DSLContext tx, long id) {
        return read(tx, MESSAGE_TEMPLATE.ID.eq(id)).getFirst();
    }

    private static List<Template> read(DSLContext tx, Condition which) {
        return tx.selectFrom(MESSAGE_TEMPLATE)
                .where(which)
                .orderBy(MESSAGE_TEMPLATE.ID.desc())
                .fetch(MessageTemplates::template);
    }

    private static Template template(Record row) {
        return new Template(
                row.get(MESSAGE_TEMPLATE.ID),
                new Text(
                        Kind.valueOf(row.get(MESSAGE_TEMPLATE.KIND)),
                        row.get(MESSAGE_TEMPLATE.LANGUAGE),
                        row.get(MESSAGE_TEMPLATE.BUSINESS),
                        row.get(MESSAGE_TEMPLATE.BODY),
                        row.get(MESSAGE_TEMPLATE.PROMPT)),
                row.get(MESSAGE_TEMPLATE.VERSION),
                row.get(MESSAGE_TEMPLATE.AUTHOR),
                Optional.ofNullable(row.get(MESSAGE_TEMPLATE.APPROVER)),
                Optional.ofNullable(row.get(MESSAGE_TEMPLATE.APPROVED_AT)),
                Optional.ofNullable(row.get(MESSAGE_TEMPLATE.IN_FORCE_FROM)),
                Optional.ofNullable(row.get(MESSAGE_TEMPLATE.WITHDRAWN_AT)));
    }

    /// The messages in force at `at`: at most one of a kind and language, the one that came last.
    public List<Template> inForce(DSLContext tx, Instant at) {
        return tx.selectDistinct(MESSAGE_TEMPLATE.fields())
                .on(MESSAGE_TEMPLATE.KIND, MESSAGE_TEMPLATE.LANGUAGE)
                .from(MESSAGE_TEMPLATE)
                .where(MESSAGE_TEMPLATE.IN_FORCE_FROM.le(at))
                .and(MESSAGE_TEMPLATE.WITHDRAWN_AT.isNull())
                .orderBy(
                        MESSAGE_TEMPLATE.KIND,
                        MESSAGE_TEMPLATE.LANGUAGE,
                        MESSAGE_TEMPLATE.IN_FORCE_FROM.desc(),
                        MESSAGE_TEMPLATE.ID.desc())
                .fetch(MessageTemplates::template);
    }

    /// What each campaign leaves on machines; campaigns that leave nothing are not named.
    public Map<CampaignId, Kind> onMachines(DSLContext tx) {
        Map<CampaignId, Kind> kinds = new HashMap<>();
        tx.select(CAMPAIGN.ID, CAMPAIGN.MACHINE_MESSAGE)
                .from(CAMPAIGN)
                .where(CAMPAIGN.MACHINE_MESSAGE.isNotNull())
                .forEach(row -> kinds.put(row.value1(), Kind.valueOf(row.value2())));
        return kinds;
    }

    /// Has a campaign leave messages of this kind on machines, or none.
    ///
    /// @throws Refused when there is no such campaign, or the kind is not for machines
    public void leaveOnMachines(
            DSLContext tx, CampaignId campaign, Optional<Kind> kind, String by, Instant now) {
        refuseUnless(
                !kind.equals(Optional.of(Kind.ABANDONED)), "That message is not for machines.");
        @Nullable String code = kind.map(Kind::name).orElse(null);
        int changed =
                tx.update(CAMPAIGN)
                        .set(CAMPAIGN.MACHINE_MESSAGE, code)
                        .where(CAMPAIGN.ID.eq(campaign))
                        .execute();
        refuseUnless(changed == 1, "There is no such campaign.");
        ledger.append(
                tx,
                new AuditEntry(
                        now,
                        "message.chosen",
                        new AuditEntry.Actor("person:" + by),
                        AuditEntry.Subject.of(campaign),
                        Map.of("kind", kind.map(Kind::name).orElse("NONE"))));
    }

    private void record(DSLContext tx, String kind, String who, long id, Instant now) {
        ledger.append(
                tx,
                new AuditEntry(
                        now,
                        kind,
                        new AuditEntry.Actor("person:" + who),
                        AuditEntry.Subject.NONE,
                        Map.of("template", id)));
    }
}
