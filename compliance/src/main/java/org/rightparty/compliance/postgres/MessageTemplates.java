package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.MESSAGE_TEMPLATE;

import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.rules.GovernedMessage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Governed messages: drafted, approved by another person, in force from then on.
public final class MessageTemplates {
    private final PostgresLedger ledger;

    public MessageTemplates(PostgresLedger ledger) {
        this.ledger = ledger;
    }

    /// One version of one message.
    public record Template(
            long id, GovernedMessage.Kind kind, String language, int version, String body) {}

    /// Enters a draft as the next version.
    ///
    /// @throws RulebookOffice.Refused when the text tells too much or too little, with every fault
    public Template draft(
            DSLContext tx,
            GovernedMessage.Kind kind,
            String language,
            String body,
            String author,
            Instant now) {
        List<String> faults = GovernedMessage.faults(kind, body);
        if (!faults.isEmpty()) {
            throw new RulebookOffice.Refused(String.join("; ", faults));
        }
        int version = 1 + last(tx, kind, language);
        long id =
                tx.insertInto(MESSAGE_TEMPLATE)
                        .set(MESSAGE_TEMPLATE.KIND, kind.name())
                        .set(MESSAGE_TEMPLATE.LANGUAGE, language)
                        .set(MESSAGE_TEMPLATE.VERSION, version)
                        .set(MESSAGE_TEMPLATE.BODY, body)
                        .set(MESSAGE_TEMPLATE.AUTHOR, author)
                        .returningResult(MESSAGE_TEMPLATE.ID)
                        .fetchSingle()
                        .value1();
        record(tx, "message.drafted", author, id, now);
        return new Template(id, kind, language, version, body);
    }

    private static int last(DSLContext tx, GovernedMessage.Kind kind, String language) {
        return tx.select(DSL.max(MESSAGE_TEMPLATE.VERSION))
                .from(MESSAGE_TEMPLATE)
                .where(MESSAGE_TEMPLATE.KIND.eq(kind.name()))
                .and(MESSAGE_TEMPLATE.LANGUAGE.eq(language))
                .fetchOptional()
                .map(Record1::value1)
                .orElse(0);
    }

    /// Approves a draft and puts it in force.
    ///
    /// @throws RulebookOffice.Refused when it is no draft, or the approver wrote it
    public void approve(DSLContext tx, long id, String approver, Instant now) {
        int changed =
                tx.update(MESSAGE_TEMPLATE)
                        .set(MESSAGE_TEMPLATE.APPROVER, approver)
                        .set(MESSAGE_TEMPLATE.APPROVED_AT, now)
                        .set(MESSAGE_TEMPLATE.IN_FORCE_FROM, now)
                        .where(MESSAGE_TEMPLATE.ID.eq(id))
                        .and(MESSAGE_TEMPLATE.APPROVED_AT.isNull())
                        .and(DSL.lower(MESSAGE_TEMPLATE.AUTHOR).ne(DSL.lower(approver)))
                        .execute();
        if (changed == 0) {
            throw new RulebookOffice.Refused(
                    "a message that is still a draft is approved by another than its author");
        }
        record(tx, "message.approved", approver, id, now);
    }

    /// The message in force at `at`; empty when none is.
    public Optional<Template> inForce(
            DSLContext tx, GovernedMessage.Kind kind, String language, Instant at) {
        return tx.select(MESSAGE_TEMPLATE.ID, MESSAGE_TEMPLATE.VERSION, MESSAGE_TEMPLATE.BODY)
                .from(MESSAGE_TEMPLATE)
                .where(MESSAGE_TEMPLATE.KIND.eq(kind.name()))
                .and(MESSAGE_TEMPLATE.LANGUAGE.eq(language))
                .and(MESSAGE_TEMPLATE.IN_FORCE_FROM.le(at))
                .orderBy(MESSAGE_TEMPLATE.IN_FORCE_FROM.desc(), MESSAGE_TEMPLATE.ID.desc())
                .limit(1)
                .fetchOptional(row ->
                        new Template(row.value1(), kind, language, row.value2(), row.value3()));
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
