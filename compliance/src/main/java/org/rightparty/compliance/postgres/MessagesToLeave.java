package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.CALL_EVENT;
import static org.rightparty.schema.generated.Tables.GATE_DECISION;
import static org.rightparty.schema.generated.Tables.LIVE_ATTEMPT;

import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record2;
import org.rightparty.compliance.postgres.MessageTemplates.Template;
import org.rightparty.compliance.postgres.RulebookOffice.Refused;
import org.rightparty.compliance.rules.GovernedMessage.Kind;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The approved message that an agent reads to a machine, and the record of which version she read.
public final class MessagesToLeave {
    private static final String NO_VOICEMAIL = "\"NO_VOICEMAIL\"";
    private static final String USUAL_LANGUAGE = "en";

    private final Database database;
    private final MessageTemplates templates;
    private final InstantSource clock;

    public MessagesToLeave(Database database, MessageTemplates templates, InstantSource clock) {
        this.database = database;
        this.templates = templates;
        this.clock = clock;
    }

    /// What is read out.
    ///
    /// @param version which message, `LIMITED_CONTENT-en-2`
    public record Wording(String version, String text) {}

    /// The limited-content message in force, in this language or else in English, with the agent's
    /// name and the number that the consumer was shown. That it was taken to be read is an event of
    /// the call.
    ///
    /// @param name by which the agent is known to consumers
    /// @throws Refused when the call is not this agent's, when its permit lets no message be left,
    ///     or when no approved message is in force
    public Wording read(AttemptId attempt, AgentId agent, String name, String language) {
        Instant now = clock.instant();
        return database.transact(tx -> {
            Record2<String, JSONB> call =
                    call(tx, attempt, agent)
                            .orElseThrow(() -> new Refused("This call is not yours."));
            if (call.value2().data().contains(NO_VOICEMAIL)) {
                throw new Refused("No message may be left on this number.");
            }
            Template template =
                    inForce(tx, language, now)
                            .orElseThrow(() ->
                                    new Refused("No approved message is in force: leave none."));
            happened(tx, attempt, agent, template, now);
            return new Wording(template.title(), filled(template, name, call.value1()));
        });
    }

    private static Optional<Record2<String, JSONB>> call(
            DSLContext tx, AttemptId attempt, AgentId agent) {
        return tx.select(ATTEMPT.CALLER_ID, GATE_DECISION.OBLIGATIONS)
                .from(LIVE_ATTEMPT)
                .join(ATTEMPT)
                .on(ATTEMPT.ID.eq(LIVE_ATTEMPT.ATTEMPT_ID))
                .and(ATTEMPT.PLACED_AT.eq(LIVE_ATTEMPT.PLACED_AT))
                .join(GATE_DECISION)
                .on(GATE_DECISION.ID.eq(ATTEMPT.DECISION_ID))
                .and(GATE_DECISION.DECIDED_AT.eq(ATTEMPT.PLACED_AT))
                .where(LIVE_ATTEMPT.ATTEMPT_ID.eq(attempt))
                .and(LIVE_ATTEMPT.AGENT_ID.eq(agent))
                .fetchOptional();
    }

    private Optional<Template> inForce(DSLContext tx, String language, Instant now) {
        List<Template> all =
                templates.inForce(tx, now).stream()
                        .filter(one -> one.text().kind() == Kind.LIMITED_CONTENT)
                        .toList();
        return in(all, language).or(() -> in(all, USUAL_LANGUAGE));
    }

    private static Optional<Template> in(List<Template> all, String language) {
        return all.stream().filter(one -> one.text().language().equals(language)).findFirst();
    }

    private static String filled(Template template, String agent, String number) {
        return template.text()
                .body()
                .replace("{business}", template.text().business())
                .replace("{agent}", agent)
                .replace("{number}", spoken(number));
    }

    /// A North American number in the groups in which it is said.
    private static String spoken(String e164) {
        return e164.replaceFirst("^\\+1([0-9]{3})([0-9]{3})([0-9]{4})$", "$1 $2 $3");
    }

    private static void happened(
            DSLContext tx, AttemptId attempt, AgentId agent, Template template, Instant now) {
        tx.insertInto(CALL_EVENT)
                .set(CALL_EVENT.ATTEMPT_ID, attempt)
                .set(CALL_EVENT.AT, now)
                .set(CALL_EVENT.KIND, "message-read")
                .set(CALL_EVENT.AGENT_ID, agent)
                .set(
                        CALL_EVENT.DETAIL,
                        JSONB.valueOf("{\"message\": \"" + template.title() + "\"}"))
                .execute();
    }
}
