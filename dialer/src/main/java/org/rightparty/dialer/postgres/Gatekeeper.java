package org.rightparty.dialer.postgres;

import org.jooq.DSLContext;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.postgres.PostgresGate;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// The gate and the attempt ledger, inside the caller's transaction.
public interface Gatekeeper {
    /// Decides each request and records decision, attempt and audit entry. What it returns is true
    /// once `tx` has committed.
    ///
    /// @return one reservation a request, in the same order
    List<Reservation> reserve(DSLContext tx, List<DialRequest> requests, Instant now);

    /// Decides one request, waiting shortly when another transaction holds the consumer.
    Reservation reserve(DSLContext tx, DialRequest request, Instant now);

    /// The same behind a fence, which is asked in each transaction before anything is decided and
    /// throws when nothing may be.
    default Gatekeeper behind(Consumer<DSLContext> fence) {
        return new Gatekeeper() {
            @Override
            public List<Reservation> reserve(
                    DSLContext tx, List<DialRequest> requests, Instant now) {
                fence.accept(tx);
                return Gatekeeper.this.reserve(tx, requests, now);
            }

            @Override
            public Reservation reserve(DSLContext tx, DialRequest request, Instant now) {
                fence.accept(tx);
                return Gatekeeper.this.reserve(tx, request, now);
            }
        };
    }

    /// The gate of the compliance module.
    static Gatekeeper of(PostgresGate gate) {
        return new Gatekeeper() {
            @Override
            public List<Reservation> reserve(
                    DSLContext tx, List<DialRequest> requests, Instant now) {
                return gate.reserve(tx, requests, now);
            }

            @Override
            public Reservation reserve(DSLContext tx, DialRequest request, Instant now) {
                return gate.reserve(tx, request, now);
            }
        };
    }
}
