package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.AGENT;
import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;
import static org.rightparty.schema.generated.Tables.CAMPAIGN;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.DISPOSITION;
import static org.rightparty.schema.generated.Tables.GATE_DECISION;
import static org.rightparty.schema.generated.Tables.PHONE;
import static org.rightparty.schema.generated.Tables.RECORDING;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.rightparty.compliance.audit.Audit.Found;
import org.rightparty.compliance.audit.Audit.Place;
import org.rightparty.compliance.audit.Audit.Query;
import org.rightparty.compliance.audit.Audit.Refused;
import org.rightparty.vocabulary.PhoneNumber;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The search over decisions, by keyset: each page costs what its rows cost.
///
/// A decision and its attempt share their instant, so that outcome and agent, which stand with the
/// attempt's end, can lead as well as the decision's own fields. Ends are looked up by the
/// attempt's number; where an end was corrected, the row of the highest revision is told.
final class AuditSearch {
    private static final String TEXT_MASK = "%";

    private static final List<Field<?>> COLUMNS =
            List.of(
                    GATE_DECISION.ID,
                    GATE_DECISION.DECIDED_AT,
                    GATE_DECISION.CONSUMER_ID,
                    GATE_DECISION.ACCOUNT_ID,
                    GATE_DECISION.MODE,
                    GATE_DECISION.ALLOWED,
                    GATE_DECISION.REASON,
                    GATE_DECISION.REFUSALS,
                    CONSUMER.GIVEN_NAME,
                    CONSUMER.FAMILY_NAME,
                    PHONE.E164,
                    CAMPAIGN.NAME,
                    ATTEMPT.ID,
                    ATTEMPT_END.OUTCOME,
                    ATTEMPT_END.TALK_MS,
                    DISPOSITION.CODE,
                    AGENT.DISPLAY_NAME,
                    RECORDING.ATTEMPT_ID);

    private AuditSearch() {}

    static List<Found> search(DSLContext tx, Query query, int many) {
        List<Condition> wanted = conditions(query);
        return select(tx)
                .and(DSL.and(wanted))
                .orderBy(GATE_DECISION.DECIDED_AT.desc(), GATE_DECISION.ID.desc())
                .limit(many)
                .fetch(AuditSearch::found);
    }

    static Optional<Found> one(DSLContext tx, Place place) {
        return select(tx)
                .and(GATE_DECISION.ID.eq(place.id()))
                .and(GATE_DECISION.DECIDED_AT.eq(place.decidedAt()))
                .fetchOptional(AuditSearch::found);
    }

    private static List<Condition> conditions(Query query) {
        List<Condition> wanted = new ArrayList<>();
        wanted.add(GATE_DECISION.DECIDED_AT.ge(query.from()));
        wanted.add(GATE_DECISION.DECIDED_AT.lt(query.to()));
        query.consumer().map(GATE_DECISION.CONSUMER_ID::eq).ifPresent(wanted::add);
        query.name().map(AuditSearch::named).ifPresent(wanted::add);
        query.phone().map(AuditSearch::numbered).ifPresent(wanted::add);
        query.account().map(GATE_DECISION.ACCOUNT_ID::eq).ifPresent(wanted::add);
        query.campaign().map(GATE_DECISION.CAMPAIGN_ID::eq).ifPresent(wanted::add);
        query.agent()
                .map(agent -> ATTEMPT_END.AGENT_ID.eq(agent).or(GATE_DECISION.AGENT_ID.eq(agent)))
                .ifPresent(wanted::add);
        query.rule().map(AuditSearch::refusedBy).ifPresent(wanted::add);
        query.outcome().map(ATTEMPT_END.OUTCOME::eq).ifPresent(wanted::add);
        query.allowed().map(GATE_DECISION.ALLOWED::eq).ifPresent(wanted::add);
        query.after()
                .map(place ->
                        DSL.row(GATE_DECISION.DECIDED_AT, GATE_DECISION.ID)
                                .lt(place.decidedAt(), place.id()))
                .ifPresent(wanted::add);
        return wanted;
    }

    private static Condition named(String part) {
        String pattern =
                TEXT_MASK
                        + part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
                        + TEXT_MASK;
        return GATE_DECISION.CONSUMER_ID.in(
                DSL.select(CONSUMER.ID)
                        .from(CONSUMER)
                        .where(
                                CONSUMER.GIVEN_NAME
                                        .concat(" ")
                                        .concat(CONSUMER.FAMILY_NAME)
                                        .likeIgnoreCase(pattern)));
    }

    private static Condition numbered(PhoneNumber number) {
        return DSL.row(GATE_DECISION.CONSUMER_ID, GATE_DECISION.PHONE_ID)
                .in(
                        DSL.select(PHONE.CONSUMER_ID, PHONE.ID)
                                .from(PHONE)
                                .where(PHONE.E164.eq(number.e164())));
    }

    private static Condition refusedBy(String rule) {
        JSONB one = JSONB.valueOf("[{\"rule\":\"" + rule + "\"}]");
        return GATE_DECISION
                .ALLOWED
                .isFalse()
                .and(DSL.condition("{0} @> {1}", GATE_DECISION.REFUSALS, DSL.val(one)));
    }

    private static SelectConditionStep<? extends Record> select(DSLContext tx) {
        return tx.select(COLUMNS)
                .from(GATE_DECISION)
                .leftJoin(CONSUMER)
                .on(CONSUMER.ID.eq(GATE_DECISION.CONSUMER_ID))
                .leftJoin(PHONE)
                .on(PHONE.ID.eq(GATE_DECISION.PHONE_ID))
                .leftJoin(CAMPAIGN)
                .on(CAMPAIGN.ID.eq(GATE_DECISION.CAMPAIGN_ID))
                .leftJoin(ATTEMPT)
                .on(ATTEMPT.DECISION_ID.eq(GATE_DECISION.ID))
                .and(ATTEMPT.CONSUMER_ID.eq(GATE_DECISION.CONSUMER_ID))
                .and(ATTEMPT.PLACED_AT.eq(GATE_DECISION.DECIDED_AT))
                .leftJoin(ATTEMPT_END)
                .on(ATTEMPT_END.ATTEMPT_ID.eq(ATTEMPT.ID))
                .and(ATTEMPT_END.PLACED_AT.eq(GATE_DECISION.DECIDED_AT))
                .leftJoin(DISPOSITION)
                .on(DISPOSITION.ATTEMPT_ID.eq(ATTEMPT.ID))
                .leftJoin(AGENT)
                .on(AGENT.ID.eq(DSL.coalesce(ATTEMPT_END.AGENT_ID, GATE_DECISION.AGENT_ID)))
                .leftJoin(RECORDING)
                .on(RECORDING.ATTEMPT_ID.eq(ATTEMPT.ID))
                .where(newestEnd());
    }

    /// Not an end that a later revision corrected.
    private static Condition newestEnd() {
        var later = ATTEMPT_END.as("later");
        return DSL.notExists(
                DSL.selectOne()
                        .from(later)
                        .where(later.ATTEMPT_ID.eq(ATTEMPT_END.ATTEMPT_ID))
                        .and(later.PLACED_AT.eq(ATTEMPT_END.PLACED_AT))
                        .and(later.REVISION.gt(ATTEMPT_END.REVISION)));
    }

    private static Found found(Record row) {
        List<Refused> refusals = PostgresAudit.refusals(row.get(GATE_DECISION.REFUSALS).data());
        Optional<Refused> first = refusals.stream().findFirst();
        return new Found(
                new Place(row.get(GATE_DECISION.DECIDED_AT), row.get(GATE_DECISION.ID)),
                row.get(GATE_DECISION.CONSUMER_ID),
                name(row),
                row.get(GATE_DECISION.ACCOUNT_ID),
                Optional.ofNullable(row.get(PHONE.E164)).map(PhoneNumber::new),
                Optional.ofNullable(row.get(CAMPAIGN.NAME)),
                row.get(GATE_DECISION.MODE),
                row.get(GATE_DECISION.ALLOWED),
                row.get(GATE_DECISION.REASON),
                first.map(Refused::rule).orElse(""),
                first.map(Refused::sentence).orElse(""),
                Optional.ofNullable(row.get(ATTEMPT.ID)),
                Optional.ofNullable(row.get(ATTEMPT_END.OUTCOME)),
                Optional.ofNullable(row.get(DISPOSITION.CODE)),
                Optional.ofNullable(row.get(AGENT.DISPLAY_NAME)),
                Optional.ofNullable(row.get(ATTEMPT_END.TALK_MS)).orElse(0),
                row.get(RECORDING.ATTEMPT_ID) != null);
    }

    private static String name(Record row) {
        String given = Optional.ofNullable(row.get(CONSUMER.GIVEN_NAME)).orElse("");
        String family = Optional.ofNullable(row.get(CONSUMER.FAMILY_NAME)).orElse("");
        return (family + ", " + given).replaceFirst(", $", "");
    }
}
