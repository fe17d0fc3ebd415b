package org.rightparty.compliance.postgres;

import static org.jooq.impl.DSL.select;
import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.ACCOUNT_PARTY;
import static org.rightparty.schema.generated.Tables.AREA_CODE_ZONE;
import static org.rightparty.schema.generated.Tables.CLIENT;
import static org.rightparty.schema.generated.Tables.LIVE_ATTEMPT;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.rightparty.compliance.gate.ContactEvent;
import org.rightparty.compliance.gate.DialFacts;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Papers;
import org.rightparty.compliance.postgres.HistoryReader.Past;
import org.rightparty.compliance.postgres.RestrictionReader.Restrictions;
import org.rightparty.compliance.rules.CollectorRole;
import org.rightparty.compliance.rules.LineType;
import org.rightparty.compliance.rules.Manner;
import org.rightparty.compliance.rules.Place;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.zones.Evidence;
import org.rightparty.compliance.zones.Whereabouts;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the facts of a batch of requests, a handful of statements however many requests there are.
final class FactsReader {
    /// Consent may be a week older than the first call that still counts.
    private static final Duration CONSENT = Duration.ofDays(8);

    private static final Set<String> USABLE = Set.of("UNVERIFIED", "VERIFIED");
    private static final String NO_SUCH_AREA = "NO_SUCH_AREA";

    private FactsReader() {}

    /// The facts by consumer. A consumer is missing when the account or the number is not hers.
    ///
    /// @param collector where we are, parents named too
    static Map<ConsumerId, DialFacts> read(
            DSLContext tx,
            Map<ConsumerId, DialFacts.Person> persons,
            List<DialRequest> requests,
            Rulebooks books,
            Set<String> collector,
            Instant now) {
        Optional<OutsideParty> party =
                requests.stream().flatMap(r -> OutsideParty.of(tx, r).stream()).findFirst();
        Set<ConsumerId> consumers =
                Stream.concat(
                                persons.keySet().stream(),
                                party.stream().flatMap(OutsideParty::others))
                        .collect(Collectors.toUnmodifiableSet());
        Map<ConsumerId, List<Evidence>> evidence = PostgresLocationEvidence.read(tx, consumers);
        Instant since = now.minus(historyRead(books, places(evidence.values(), collector, now)));
        Batch batch =
                new Batch(
                        collector,
                        new Owned(accounts(tx, requests), lines(tx, consumers)),
                        evidence,
                        HistoryReader.read(tx, consumers, since),
                        RestrictionReader.read(tx, consumers, since),
                        PapersReader.read(tx, consumers, books, now),
                        party);
        Map<ConsumerId, DialFacts> facts = new HashMap<>();
        for (DialRequest request : requests) {
            DialFacts.Person person = persons.get(request.consumer());
            if (person != null) {
                batch.facts(tx, request, person)
                        .ifPresent(found -> facts.put(request.consumer(), found));
            }
        }
        return facts;
    }

    /// How far back contacts are read for people in these places.
    static Duration historyRead(Rulebooks books, Set<String> places) {
        return books.lookback(Manner.COLLECTION_CALL, places).plus(CONSENT);
    }

    private static Set<String> places(
            Collection<List<Evidence>> evidence, Set<String> collector, Instant now) {
        Set<String> places = new HashSet<>(collector);
        evidence.forEach(
                items -> places.addAll(Whereabouts.of(items, collector, now).jurisdictions()));
        return places;
    }

    private record Batch(
            Set<String> collector,
            Owned owned,
            Map<ConsumerId, List<Evidence>> evidence,
            Map<ConsumerId, List<Past>> history,
            Map<ConsumerId, Restrictions> restrictions,
            Map<ConsumerId, Papers> papers,
            Optional<OutsideParty> party) {

        Optional<DialFacts> facts(DSLContext tx, DialRequest request, DialFacts.Person person) {
            Owned.Account account = owned.accounts().get(request.account());
            Owned.Line line = owned.lines().get(request.phone());
            if (account == null || line == null || !line.consumer().equals(person.id())) {
                return Optional.empty();
            }
            if (request.transferredFrom().isPresent()) {
                return party.map(other -> shared(person, account, line, other));
            }
            if (account.consumer().equals(person.id())) {
                return Optional.of(facts(person, account, line));
            }
            return owes(tx, person, account.id()).map(party -> facts(party, account, line));
        }

        private DialFacts facts(DialFacts.Person person, Owned.Account account, Owned.Line line) {
            Restrictions found = restrictions.getOrDefault(person.id(), Restrictions.NONE);
            return new DialFacts(
                    person,
                    new DialFacts.Debt(
                            account.id(),
                            account.client(),
                            account.role(),
                            account.debtType(),
                            owned.group(account),
                            account.workState()),
                    new DialFacts.Phone(
                            line.id(),
                            new PhoneNumber(line.e164()),
                            line.lineType(),
                            line.place(),
                            line.usable(),
                            line.source(),
                            line.history()),
                    Manner.COLLECTION_CALL,
                    collector,
                    evidence.getOrDefault(person.id(), List.of()),
                    contacts(person.id(), found),
                    found.holds(),
                    Declared.consents(found.consents(), found.callbacks()),
                    Declared.preferences(found.preferences()),
                    papers.getOrDefault(person.id(), Papers.NONE),
                    Optional.ofNullable(line.live()),
                    Set.of());
        }

        /// To be decided on what is known of everybody whom the call may reach.
        private DialFacts shared(
                DialFacts.Person person,
                Owned.Account account,
                Owned.Line line,
                OutsideParty other) {
            DialFacts.Person reached =
                    new DialFacts.Person(
                            person.id(), person.deceased(), person.minor(), other.role());
            return SharedNumber.facts(
                    facts(reached, account, line),
                    other,
                    other.sharers().stream().map(this::theirs).toList(),
                    restrictions.getOrDefault(other.consumer(), Restrictions.NONE).holds());
        }

        private SharedNumber.Theirs theirs(OutsideParty.Sharer sharer) {
            ConsumerId consumer = sharer.consumer();
            Restrictions found = restrictions.getOrDefault(consumer, Restrictions.NONE);
            Owned.Line line = owned.lines().get(sharer.phone());
            return new SharedNumber.Theirs(
                    sharer.phone(),
                    evidence.getOrDefault(consumer, List.of()),
                    contacts(consumer, found),
                    found.holds(),
                    Declared.preferences(found.preferences()),
                    Optional.ofNullable(line == null ? null : line.live()));
        }

        private List<ContactEvent> contacts(ConsumerId consumer, Restrictions found) {
            return Stream.concat(
                            history.getOrDefault(consumer, List.of()).stream()
                                    .map(past -> HistoryReader.event(past, owned)),
                            found.contacts().stream()
                                    .map(contact -> Declared.event(contact, owned)))
                    .toList();
        }
    }

    /// The accounts asked for, with all others of the persons who primarily owe them.
    private static Map<AccountId, Owned.Account> accounts(
            DSLContext tx, List<DialRequest> requests) {
        var asked = ACCOUNT.as("asked");
        return tx
                .select(
                        ACCOUNT.ID,
                        ACCOUNT.CONSUMER_ID,
                        ACCOUNT.CLIENT_ID,
                        CLIENT.COLLECTOR_ROLE,
                        ACCOUNT.DEBT_TYPE,
                        ACCOUNT.FREQUENCY_GROUP,
                        ACCOUNT.WORK_STATE)
                .from(ACCOUNT)
                .join(CLIENT)
                .on(CLIENT.ID.eq(ACCOUNT.CLIENT_ID))
                .where(
                        ACCOUNT.CONSUMER_ID.in(
                                select(asked.CONSUMER_ID)
                                        .from(asked)
                                        .where(
                                                asked.ID.in(
                                                        requests.stream()
                                                                .map(DialRequest::account)
                                                                .toList()))))
                .fetch(row ->
                        new Owned.Account(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                CollectorRole.valueOf(row.value4()),
                                row.value5(),
                                row.value6(),
                                row.value7()))
                .stream()
                .collect(Collectors.toMap(Owned.Account::id, Function.identity()));
    }

    private static Map<PhoneId, Owned.Line> lines(DSLContext tx, Collection<ConsumerId> consumers) {
        return tx
                .select(
                        PHONE.ID,
                        PHONE.CONSUMER_ID,
                        PHONE.E164,
                        PHONE.LINE_TYPE,
                        PHONE.PLACE,
                        PHONE.USABLE,
                        PHONE.SOURCE,
                        PHONE.PROTECTION,
                        PHONE.PORTED_AT,
                        PHONE.LOOKED_UP_AT,
                        live(),
                        areaKnown())
                .from(PHONE)
                .where(PHONE.CONSUMER_ID.in(consumers))
                .fetch(row ->
                        new Owned.Line(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                LineType.valueOf(row.value4()),
                                Place.valueOf(row.value5()),
                                row.value12() ? row.value6() : worse(row.value6()),
                                row.value7(),
                                new DialFacts.Line(
                                        row.value8(),
                                        Optional.ofNullable(row.value9()),
                                        Optional.ofNullable(row.value10())),
                                row.value11()))
                .stream()
                .collect(Collectors.toMap(Owned.Line::id, Function.identity()));
    }

    /// Whether the table knows the area code; numbers of other countries have none, and a table
    /// that was never loaded says nothing of any. By key.
    private static Field<Boolean> areaKnown() {
        return DSL.field(
                PHONE.E164
                        .notLike("+1%")
                        .or(
                                DSL.exists(
                                        DSL.selectOne()
                                                .from(AREA_CODE_ZONE)
                                                .where(
                                                        AREA_CODE_ZONE.AREA_CODE.eq(
                                                                DSL.substring(PHONE.E164, 3, 3)))))
                        .or(DSL.notExists(DSL.selectOne().from(AREA_CODE_ZONE))));
    }

    /// Nobody knows where a number of an unknown area code rings.
    private static String worse(String usable) {
        return USABLE.contains(usable) ? NO_SUCH_AREA : usable;
    }

    /// By key for each number: a join might read all that is live.
    private static Field<AttemptId> live() {
        return DSL.field(
                select(LIVE_ATTEMPT.ATTEMPT_ID)
                        .from(LIVE_ATTEMPT)
                        .where(LIVE_ATTEMPT.CONSUMER_ID.eq(PHONE.CONSUMER_ID)));
    }

    /// Asked only for somebody who is not the person primarily liable: the person, with the role.
    private static Optional<DialFacts.Person> owes(
            DSLContext tx, DialFacts.Person person, AccountId account) {
        return tx.select(ACCOUNT_PARTY.PARTY_ROLE)
                .from(ACCOUNT_PARTY)
                .where(ACCOUNT_PARTY.ACCOUNT_ID.eq(account))
                .and(ACCOUNT_PARTY.CONSUMER_ID.eq(person.id()))
                .and(DSL.condition(ACCOUNT_PARTY.LIABLE))
                .orderBy(ACCOUNT_PARTY.PARTY_ROLE)
                .limit(1)
                .fetchOptional(row ->
                        new DialFacts.Person(
                                person.id(), person.deceased(), person.minor(), row.value1()));
    }
}
