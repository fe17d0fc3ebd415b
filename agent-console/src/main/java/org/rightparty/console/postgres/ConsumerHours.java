package org.rightparty.console.postgres;

import org.jooq.DSLContext;
import org.rightparty.compliance.gate.CallingHours;
import org.rightparty.compliance.postgres.PostgresLocationEvidence;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.zones.Whereabouts;
import org.rightparty.vocabulary.ConsumerId;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The clock of a consumer and the hours at which she may be called.
public final class ConsumerHours {
    private final Law law;
    private final Set<String> collector;

    /// The calling hours of a place, read in the caller's transaction: whoever holds a connection
    /// and waits for another one waits for ever when all do.
    @FunctionalInterface
    public interface Law {
        CallingHours at(DSLContext tx, Set<ZoneId> zones, Set<String> jurisdictions, Instant at);
    }

    /// @param collector where we are, parents named too
    public ConsumerHours(Law law, Set<String> collector) {
        this.law = law;
        this.collector = Set.copyOf(collector);
    }

    /// By the rulebooks in force.
    ///
    /// @param collector where we are, parents named too
    public static ConsumerHours by(Function<DSLContext, Rulebooks> books, Set<String> collector) {
        return new ConsumerHours(
                (tx, zones, jurisdictions, at) ->
                        CallingHours.at(zones, jurisdictions, books.apply(tx), at),
                collector);
    }

    /// Where one consumer may be.
    Local of(DSLContext tx, ConsumerId consumer, Instant now) {
        return new Local(
                tx, PostgresLocationEvidence.whereabouts(tx, consumer, collector, now), law);
    }

    /// One consumer's clock, for as long as the transaction lasts.
    record Local(DSLContext tx, Whereabouts where, Law law) {
        /// The zone whose clock an agent is shown: the first by name when there are several, UTC
        /// when there is none.
        ZoneId zone() {
            return where.zoneNames().stream().findFirst().map(ZoneId::of).orElse(ZoneOffset.UTC);
        }

        boolean mayCall(Instant at) {
            return law.at(tx, where.zones(), where.jurisdictions(), at).open();
        }

        /// When the hours that are open at `now` end; empty when they are closed.
        Optional<Instant> closesAfter(Instant now) {
            CallingHours hours = law.at(tx, where.zones(), where.jurisdictions(), now);
            return hours.open() ? hours.changesAt() : Optional.empty();
        }
    }
}
