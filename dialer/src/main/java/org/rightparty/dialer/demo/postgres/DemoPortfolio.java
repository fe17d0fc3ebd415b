package org.rightparty.dialer.demo.postgres;

import static org.rightparty.schema.generated.Tables.CLIENT;
import static org.rightparty.schema.generated.Tables.DISPOSITION_CODE;
import static org.rightparty.schema.generated.Tables.INSTALLATION;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rightparty.compliance.gate.Replay;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.AuditEntry.Actor;
import org.rightparty.compliance.postgres.PostgresLedger;
import org.rightparty.compliance.zones.Evidence;
import org.rightparty.compliance.zones.ZoneTables;
import org.rightparty.database.Database;
import org.rightparty.database.Partitions;
import org.rightparty.dialer.demo.EdgeCases;
import org.rightparty.dialer.demo.NumberPlan;
import org.rightparty.dialer.demo.Past;
import org.rightparty.dialer.demo.Past.Said;
import org.rightparty.dialer.demo.Person;
import org.rightparty.dialer.demo.PersonMaker;
import org.rightparty.dialer.demo.Places;
import org.rightparty.vocabulary.AgentId;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// Loads the demo portfolio into an empty database: three creditors, their campaigns (predictive,
/// progressive, preview), staff, and two thousand people with debts and a past.
public final class DemoPortfolio {
    /// What every demo person at work logs in with. Public on purpose: the demo holds no secrets,
    /// and the program listens on this machine only.
    public static final String PASSWORD = "rightparty";

    private static final int PEOPLE = 2_000;
    private static final int TELEPHONES_MOST = 6;
    private static final int MONTHS_OF_PAST = 5;

    private final Database database;
    private final ZoneTables zones;
    private final Function<char[], String> hash;
    private final RandomGenerator secrets;

    /// @param zones what addresses prove about zones
    /// @param hash makes the stored form of a password
    /// @param secrets where telephone passwords come from; must not be guessable
    public DemoPortfolio(
            Database database,
            ZoneTables zones,
            Function<char[], String> hash,
            RandomGenerator secrets) {
        this.database = database;
        this.zones = zones;
        this.hash = hash;
        this.secrets = secrets;
    }

    /// Loads the demo unless there is a client already; all of it or nothing.
    ///
    /// @return whether it was loaded
    public boolean loadIfEmpty(long seed, Instant now) {
        if (database.transact(tx -> tx.fetchExists(CLIENT))) {
            return false;
        }
        LocalDate month = LocalDate.ofInstant(now, ZoneOffset.UTC).minusMonths(MONTHS_OF_PAST);
        new Partitions(database).make(month, MONTHS_OF_PAST + 1);
        return database.transact(tx -> load(tx, seed, now));
    }

    private boolean load(DSLContext tx, long seed, Instant now) {
        Staff staff = new Staff(tx, hash, secrets);
        Books books = staff.books();
        List<AgentId> agents = staff.people(books);
        PersonRows people = new PersonRows(books, PersonRows.Triggers.ON);
        WishRows wishes = new WishRows(now);
        PastRows past =
                new PastRows(
                        new PastRows.Setting(books, agents, codes(tx), Staff.CALLER_ID, now), 0, 0);
        Places places = Places.shipped();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        PersonMaker maker =
                new PersonMaker(places, NumberPlan.fiction(), seed, today, TELEPHONES_MOST);
        PersonMaker.Ids ids = Numbering.first(tx);
        for (long n = 0; n < PEOPLE; n++) {
            Person person = EdgeCases.shape(n, maker.make(n, ids), places);
            people.add(person);
            wishes.add(n, person);
            ZoneId zone = zone(person);
            past.add(person, zone, Past.calls(seed, n, zone, now));
        }
        people.send(tx);
        wishes.send(tx);
        past.send(tx);
        new PostgresLedger().append(tx, loaded(seed, now));
        Numbering.settle(tx);
        Numbering.settle(tx, past.lastAttempt(), past.lastDecision());
        DemoMessages.add(tx, now);
        tx.update(INSTALLATION).set(INSTALLATION.DEMO_LOADED_AT, now).execute();
        return true;
    }

    /// What lies before it in the ledger is invented, and nothing after it.
    private static AuditEntry loaded(long seed, Instant now) {
        Map<String, Object> detail = Map.of("people", PEOPLE, "seed", seed);
        return new AuditEntry(
                now, Replay.DEMO_LOADED, Actor.PROGRAM, AuditEntry.Subject.NONE, detail);
    }

    /// Where the person lives; where that is divided, the first by name.
    private ZoneId zone(Person person) {
        List<Evidence> found = zones.of("US", person.place().region(), person.place().postalCode());
        return found.stream()
                .findFirst()
                .map(Evidence::zones)
                .map(all -> new TreeSet<>(all.stream().map(ZoneId::getId).toList()).first())
                .map(ZoneId::of)
                .orElse(ZoneOffset.UTC);
    }

    /// The house's own code for each thing that demo consumers said, found by what codes demand.
    private static Map<Said, String> codes(DSLContext tx) {
        Condition plain =
                DISPOSITION_CODE.HOLD_CODE.isNull().and(DISPOSITION_CODE.PHONE_USABLE.isNull());
        Condition right = plain.and(DISPOSITION_CODE.CONVERSATION);
        Map<Said, Condition> wanted = new EnumMap<>(Said.class);
        wanted.put(Said.PROMISED, right.and(DISPOSITION_CODE.NEEDS_PROMISE));
        wanted.put(Said.CALL_LATER, plain.and(DISPOSITION_CODE.NEEDS_CALLBACK));
        wanted.put(
                Said.REFUSED,
                right.and(DISPOSITION_CODE.NEEDS_REASON)
                        .andNot(DISPOSITION_CODE.NEEDS_PROMISE)
                        .andNot(DISPOSITION_CODE.NEEDS_CALLBACK));
        wanted.put(
                Said.THIRD_PARTY,
                plain.and(DISPOSITION_CODE.PARTY.eq("THIRD"))
                        .andNot(DISPOSITION_CODE.CONVERSATION));
        Map<Said, String> codes = new EnumMap<>(Said.class);
        wanted.forEach((said, which) -> code(tx, which).ifPresent(code -> codes.put(said, code)));
        return Map.copyOf(codes);
    }

    private static Optional<String> code(DSLContext tx, Condition which) {
        return tx.select(DISPOSITION_CODE.CODE)
                .from(DISPOSITION_CODE)
                .where(which)
                .orderBy(DISPOSITION_CODE.SORT, DISPOSITION_CODE.CODE)
                .limit(1)
                .fetchOptional(DISPOSITION_CODE.CODE);
    }
}
