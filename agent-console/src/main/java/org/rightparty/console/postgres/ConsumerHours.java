package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.LOCATION_EVIDENCE;

import org.jooq.DSLContext;
import org.rightparty.compliance.gate.CallingHours;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.zones.Evidence;
import org.rightparty.compliance.zones.Whereabouts;
import org.rightparty.vocabulary.ConsumerId;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The clock of a consumer and the hours at which she may be called.
public final class ConsumerHours {
    private final Law law;

    /// The calling hours of a place.
    @FunctionalInterface
    public interface Law {
        CallingHours at(Set<ZoneId> zones, Set<String> jurisdictions, Instant at);
    }

    public ConsumerHours(Law law) {
        this.law = law;
    }

    /// By the rulebooks in force.
    public static ConsumerHours by(Supplier<Rulebooks> books) {
        return new ConsumerHours((zones, jurisdictions, at) ->
                CallingHours.at(zones, jurisdictions, books.get(), at));
    }

    /// Where one consumer may be.
    Local of(DSLContext tx, ConsumerId consumer, Instant now) {
        List<Evidence> evidence =
                tx.select(
                                LOCATION_EVIDENCE.KIND,
                                LOCATION_EVIDENCE.ZONES,
                                LOCATION_EVIDENCE.JURISDICTION,
                                LOCATION_EVIDENCE.AUTHORITATIVE,
                                LOCATION_EVIDENCE.EXPIRES_AT)
                        .from(LOCATION_EVIDENCE)
                        .where(LOCATION_EVIDENCE.CONSUMER_ID.eq(consumer))
                        .fetch(row ->
                                new Evidence(
                                        Evidence.Kind.valueOf(row.value1()),
                                        zones(row.value2()),
                                        Optional.ofNullable(row.value3()),
                                        row.value4(),
                                        Optional.ofNullable(row.value5())));
        return new Local(Whereabouts.of(evidence, now), law);
    }

    private static Set<ZoneId> zones(String[] names) {
        return Arrays.stream(names).map(ZoneId::of).collect(Collectors.toUnmodifiableSet());
    }

    /// One consumer's clock.
    record Local(Whereabouts where, Law law) {
        /// The zone whose clock an agent is shown: the first by name when there are several, UTC
        /// when there is none.
        ZoneId zone() {
            return where.zoneNames().stream().findFirst().map(ZoneId::of).orElse(ZoneOffset.UTC);
        }

        boolean mayCall(Instant at) {
            return law.at(where.zones(), where.jurisdictions(), at).open();
        }

        /// When the hours that are open at `now` end; empty when they are closed.
        Optional<Instant> closesAfter(Instant now) {
            CallingHours hours = law.at(where.zones(), where.jurisdictions(), now);
            return hours.open() ? hours.changesAt() : Optional.empty();
        }
    }
}
