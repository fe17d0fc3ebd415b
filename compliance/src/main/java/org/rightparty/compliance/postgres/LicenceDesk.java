package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.LICENCE;

import org.jooq.DSLContext;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.zones.Jurisdictions;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.AgentId;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Our leave to collect, by place: entered, ended, listed. Each change is one transaction with its
/// entry in the ledger, and everybody is chosen anew.
public final class LicenceDesk {
    private static final int TEXT_MAX = 200;

    private final Database database;
    private final PostgresLedger ledger;
    private final InstantSource clock;

    public LicenceDesk(Database database, PostgresLedger ledger, InstantSource clock) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// @param held false when the place requires a licence and we have none
    /// @param number empty while not held
    /// @param until when it ends or ended; empty when it does not
    public record Licence(
            long id,
            String place,
            boolean held,
            String number,
            Instant from,
            Optional<Instant> until,
            String evidence) {
        /// Whether it counts at this instant.
        public boolean valid(Instant at) {
            return !at.isBefore(from) && until.filter(end -> !at.isBefore(end)).isEmpty();
        }
    }

    /// A licence to be entered.
    ///
    /// @param place ISO 3166-2, with local parts below
    /// @param number as the register has it; empty when the place requires one and we have none
    /// @param from first instant; empty for now
    /// @param evidence what it rests on: the register, the letter
    public record Order(
            String place,
            Optional<String> number,
            Optional<Instant> from,
            Optional<Instant> until,
            String evidence) {}

    /// All that were ever entered, by place.
    public List<Licence> list() {
        return database.transact(tx ->
                tx.select(
                                LICENCE.ID,
                                LICENCE.JURISDICTION,
                                LICENCE.HELD,
                                LICENCE.NUMBER,
                                LICENCE.VALID_FROM,
                                LICENCE.VALID_UNTIL,
                                LICENCE.EVIDENCE)
                        .from(LICENCE)
                        .orderBy(LICENCE.JURISDICTION, LICENCE.VALID_FROM, LICENCE.ID)
                        .fetch(row ->
                                new Licence(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        row.value5(),
                                        Optional.ofNullable(row.value6()),
                                        row.value7())));
    }

    /// @throws RulebookOffice.Refused when there is no such place, or the same licence runs already
    public Licence add(Order order, AgentId by) {
        Instant now = clock.instant();
        return database.transact(tx -> add(tx, order, by, now));
    }

    private Licence add(DSLContext tx, Order order, AgentId by, Instant now) {
        check(order, now);
        String number = order.number().map(String::strip).orElse("");
        boolean held = order.number().isPresent();
        if (tx.fetchExists(
                LICENCE,
                LICENCE.JURISDICTION
                        .eq(order.place())
                        .and(LICENCE.HELD.eq(held))
                        .and(LICENCE.NUMBER.eq(number))
                        .and(LICENCE.VALID_UNTIL.isNull()))) {
            throw new RulebookOffice.Refused(
                    order.place() + " has the same entry already, without an end; end that first");
        }
        long id =
                tx.insertInto(LICENCE)
                        .set(LICENCE.JURISDICTION, order.place())
                        .set(LICENCE.HELD, held)
                        .set(LICENCE.NUMBER, number)
                        .set(LICENCE.VALID_FROM, order.from().orElse(now))
                        .set(LICENCE.VALID_UNTIL, order.until().orElse(null))
                        .set(LICENCE.EVIDENCE, order.evidence().strip())
                        .set(LICENCE.RECORDED_BY, by)
                        .set(LICENCE.RECORDED_AT, now)
                        .returningResult(LICENCE.ID)
                        .fetchSingle()
                        .value1();
        Licence licence = one(tx, id);
        record(tx, "licence.entered", licence, by, now);
        return licence;
    }

    private static void check(Order order, Instant now) {
        if (!Jurisdictions.known(order.place())) {
            throw new RulebookOffice.Refused(
                    "there is no place " + order.place() + "; write it like US-TX or US-NY-NYC");
        }
        if (order.number().filter(number -> !fits(number)).isPresent()) {
            throw new RulebookOffice.Refused("a licence that is held has a number");
        }
        if (!fits(order.evidence())) {
            throw new RulebookOffice.Refused("say what it rests on: the register, the letter");
        }
        Instant from = order.from().orElse(now);
        if (order.until().filter(until -> !until.isAfter(from)).isPresent()) {
            throw new RulebookOffice.Refused("it ends before it begins");
        }
    }

    private static boolean fits(String text) {
        return !text.isBlank() && text.length() <= TEXT_MAX;
    }

    /// It no longer counts from `at` on, at once when that is empty. Where a licence ended and no
    /// other runs, no call is placed.
    ///
    /// @throws RulebookOffice.Refused when there is none, or it has ended by then
    public Licence end(long id, Optional<Instant> at, AgentId by) {
        Instant now = clock.instant();
        return database.transact(tx -> end(tx, id, at.orElse(now), by, now));
    }

    private Licence end(DSLContext tx, long id, Instant at, AgentId by, Instant now) {
        Licence licence = one(tx, id);
        if (!at.isAfter(licence.from())) {
            throw new RulebookOffice.Refused("it begins only at " + licence.from());
        }
        if (licence.until().filter(end -> !at.isBefore(end)).isPresent()) {
            throw new RulebookOffice.Refused("it ends by then already");
        }
        tx.update(LICENCE).set(LICENCE.VALID_UNTIL, at).where(LICENCE.ID.eq(id)).execute();
        Licence ended = one(tx, id);
        record(tx, "licence.ended", ended, by, now);
        return ended;
    }

    private static Licence one(DSLContext tx, long id) {
        return tx.selectFrom(LICENCE)
                .where(LICENCE.ID.eq(id))
                .forUpdate()
                .fetchOptional(row ->
                        new Licence(
                                row.getId(),
                                row.getJurisdiction(),
                                row.getHeld(),
                                row.getNumber(),
                                row.getValidFrom(),
                                Optional.ofNullable(row.getValidUntil()),
                                row.getEvidence()))
                .orElseThrow(() -> new RulebookOffice.Refused("there is no licence " + id));
    }

    private void record(DSLContext tx, String kind, Licence licence, AgentId by, Instant now) {
        Map<String, Object> detail = new TreeMap<>();
        detail.put("licence", licence.id());
        detail.put("place", licence.place());
        detail.put("held", licence.held());
        detail.put("number", licence.number());
        detail.put("from", licence.from().toString());
        licence.until().ifPresent(until -> detail.put("until", until.toString()));
        detail.put("evidence", licence.evidence());
        ledger.append(
                tx,
                new AuditEntry(
                        now, kind, AuditEntry.Actor.agent(by), AuditEntry.Subject.NONE, detail));
    }
}
