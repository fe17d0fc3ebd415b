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
import org.jooq.Record;
import org.jooq.Row2;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.rightparty.compliance.audit.Audit.Found;
import org.rightparty.compliance.audit.Audit.Place;
import org.rightparty.compliance.audit.Audit.Query;
import org.rightparty.compliance.audit.Audit.Refused;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The search over decisions, by keyset: each page costs what its rows cost. [AuditPlaces] finds
/// which decisions those are; here their rows are read.
///
/// A decision and its attempt share their instant. Ends are looked up by the attempt's number;
/// where an end was corrected, the row of the highest revision is told.
final class AuditSearch {
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
        List<Place> places = AuditPlaces.newest(tx, query, many);
        return places.isEmpty() ? List.of() : rows(tx, places);
    }

    private static List<Found> rows(DSLContext tx, List<Place> places) {
        List<Row2<Long, Instant>> wanted =
                places.stream().map(place -> DSL.row(place.id(), place.decidedAt())).toList();
        return select(tx)
                .and(DSL.row(GATE_DECISION.ID, GATE_DECISION.DECIDED_AT).in(wanted))
                .orderBy(GATE_DECISION.DECIDED_AT.desc(), GATE_DECISION.ID.desc())
                .fetch(AuditSearch::found);
    }

    static Optional<Found> one(DSLContext tx, Place place) {
        return select(tx)
                .and(GATE_DECISION.ID.eq(place.id()))
                .and(GATE_DECISION.DECIDED_AT.eq(place.decidedAt()))
                .fetchOptional(AuditSearch::found);
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
    static Condition newestEnd() {
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
