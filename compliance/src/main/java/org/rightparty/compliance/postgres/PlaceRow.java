package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.LOCATION_EVIDENCE;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rightparty.compliance.facts.Fact;
import org.rightparty.compliance.facts.Facts;
import org.rightparty.compliance.zones.Evidence;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// The row of a stated place. The consumer's own word holds until her next one: two of them would
/// have her in both places.
record PlaceRow(FactRows rows, Fact.StatedPlace place) {

    Optional<Facts.Key> known(DSLContext tx) {
        return tx.select(LOCATION_EVIDENCE.ID)
                .from(LOCATION_EVIDENCE)
                .where(LOCATION_EVIDENCE.CONSUMER_ID.eq(rows.consumer()))
                .and(LOCATION_EVIDENCE.KIND.eq(kind().name()))
                .and(LOCATION_EVIDENCE.ZONES.eq(PlaceZones.of(tx, place)))
                .and(
                        LOCATION_EVIDENCE.JURISDICTION.isNotDistinctFrom(
                                place.jurisdiction().orElse(null)))
                .and(LOCATION_EVIDENCE.AUTHORITATIVE.eq(isHerOwn()))
                .and(LOCATION_EVIDENCE.OBSERVED_AT.eq(place.at()))
                .limit(1)
                .fetchOptional(row -> new Facts.Key(Facts.Kind.PLACE, row.value1()));
    }

    Facts.Key insert(DSLContext tx) {
        Optional<Instant> end = isHerOwn() ? end(tx) : place.until();
        if (isHerOwn()) {
            endEarlier(tx);
        }
        long id =
                tx.insertInto(LOCATION_EVIDENCE)
                        .set(LOCATION_EVIDENCE.CONSUMER_ID, rows.consumer())
                        .set(LOCATION_EVIDENCE.KIND, kind().name())
                        .set(LOCATION_EVIDENCE.ZONES, PlaceZones.of(tx, place))
                        .set(LOCATION_EVIDENCE.JURISDICTION, place.jurisdiction().orElse(null))
                        .set(LOCATION_EVIDENCE.AUTHORITATIVE, isHerOwn())
                        .set(LOCATION_EVIDENCE.OBSERVED_AT, place.at())
                        .set(LOCATION_EVIDENCE.EXPIRES_AT, end.orElse(null))
                        .set(LOCATION_EVIDENCE.EVIDENCE, rows.evidence())
                        .set(LOCATION_EVIDENCE.SOURCE, rows.order().source().name())
                        .set(LOCATION_EVIDENCE.RECORDED_BY, rows.order().by())
                        .set(LOCATION_EVIDENCE.RECORDED_AT, rows.now())
                        .returningResult(LOCATION_EVIDENCE.ID)
                        .fetchSingle()
                        .value1();
        return new Facts.Key(Facts.Kind.PLACE, id);
    }

    private boolean isHerOwn() {
        return place.word() == Fact.Word.CONSUMER;
    }

    private Evidence.Kind kind() {
        return switch (place.word()) {
            case CONSUMER, SOMEBODY_ELSE -> Evidence.Kind.STATED;
            case EMPLOYER -> Evidence.Kind.EMPLOYER;
        };
    }

    private Condition herWord() {
        return LOCATION_EVIDENCE
                .CONSUMER_ID
                .eq(rows.consumer())
                .and(DSL.condition(LOCATION_EVIDENCE.AUTHORITATIVE));
    }

    /// Her own end, or her next word when that is known already.
    private Optional<Instant> end(DSLContext tx) {
        Optional<Instant> next =
                tx.select(LOCATION_EVIDENCE.OBSERVED_AT)
                        .from(LOCATION_EVIDENCE)
                        .where(herWord())
                        .and(LOCATION_EVIDENCE.OBSERVED_AT.gt(place.at()))
                        .orderBy(LOCATION_EVIDENCE.OBSERVED_AT)
                        .limit(1)
                        .fetchOptional(LOCATION_EVIDENCE.OBSERVED_AT);
        return Stream.concat(place.until().stream(), next.stream()).min(Instant::compareTo);
    }

    private void endEarlier(DSLContext tx) {
        tx.update(LOCATION_EVIDENCE)
                .set(LOCATION_EVIDENCE.EXPIRES_AT, place.at())
                .where(herWord())
                .and(LOCATION_EVIDENCE.OBSERVED_AT.le(place.at()))
                .and(
                        LOCATION_EVIDENCE
                                .EXPIRES_AT
                                .isNull()
                                .or(LOCATION_EVIDENCE.EXPIRES_AT.gt(place.at())))
                .execute();
    }
}
