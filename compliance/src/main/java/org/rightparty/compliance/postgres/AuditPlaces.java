package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.ACCOUNT_PARTY;
import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.GATE_DECISION;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record2;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.rightparty.compliance.audit.Audit.Place;
import org.rightparty.compliance.audit.Audit.Query;
import org.rightparty.database.Planning;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which decisions a search finds, the newest first.
///
/// Time is gone back through in spans that grow. In each, whatever index is best for what is known
/// finds every decision of the span, and the newest are taken: what is frequent is found in the
/// first hour, what is rare by its own index in the last span. One statement over all of time
/// would have the planner bet on how soon the page is full, and read everything when it loses.
///
/// Where few persons are known, all of time is one span.
final class AuditPlaces {
    private static final List<Duration> SPANS =
            List.of(
                    Duration.ofHours(1),
                    Duration.ofHours(8),
                    Duration.ofDays(3),
                    Duration.ofDays(30));

    /// More persons than these are found sooner by the time than by themselves.
    private static final int FEW = 1_000;

    private static final String TEXT_MASK = "%";

    /// After a comma, or between two words.
    private static final Pattern TWO_WORDS =
            Pattern.compile("\\s*,\\s*|(?<=^\\S{1,60})\\s+(?=\\S+$)");

    private static final String HITS = "hits";

    private final DSLContext tx;
    private final Query query;
    private final List<Condition> wanted = new ArrayList<>();
    private final boolean few;

    AuditPlaces(DSLContext tx, Query query) {
        this.tx = tx;
        this.query = query;
        Optional<List<ConsumerId>> persons = persons();
        this.few = persons.filter(known -> known.size() <= FEW).isPresent();
        persons.filter(_ -> few).map(GATE_DECISION.CONSUMER_ID::in).ifPresent(wanted::add);
        query.name().filter(_ -> !few).map(AuditPlaces::named).ifPresent(wanted::add);
        query.phone().map(AuditPlaces::numbered).ifPresent(wanted::add);
        query.account().map(GATE_DECISION.ACCOUNT_ID::eq).ifPresent(wanted::add);
        query.campaign().map(GATE_DECISION.CAMPAIGN_ID::eq).ifPresent(wanted::add);
        query.rule().map(AuditPlaces::refusedBy).ifPresent(wanted::add);
        query.allowed().map(GATE_DECISION.ALLOWED::eq).ifPresent(wanted::add);
        query.after()
                .map(place ->
                        DSL.row(GATE_DECISION.DECIDED_AT, GATE_DECISION.ID)
                                .lt(place.decidedAt(), place.id()))
                .ifPresent(wanted::add);
    }

    static List<Place> newest(DSLContext tx, Query query, int many) {
        Planning.perValue(tx);
        return new AuditPlaces(tx, query).newest(many);
    }

    private List<Place> newest(int many) {
        List<Place> found = new ArrayList<>();
        Optional<Instant> last = last();
        if (last.isEmpty()) {
            return found;
        }
        Instant to = last.get().plusNanos(1_000); // as the tables keep it: to the microsecond
        for (Duration span : few ? List.<Duration>of() : SPANS) {
            Instant from = later(to.minus(span), query.from());
            found.addAll(within(from, to, many - found.size()));
            if (found.size() >= many || !from.isAfter(query.from())) {
                return found;
            }
            to = from;
        }
        found.addAll(within(query.from(), to, many - found.size()));
        return found;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// When the last decision was made of those that could be found by their time alone.
    private Optional<Instant> last() {
        Condition before =
                query.after()
                        .map(place -> GATE_DECISION.DECIDED_AT.le(place.decidedAt()))
                        .orElse(DSL.noCondition());
        return tx.select(GATE_DECISION.DECIDED_AT)
                .from(GATE_DECISION)
                .where(GATE_DECISION.DECIDED_AT.ge(query.from()))
                .and(GATE_DECISION.DECIDED_AT.lt(query.to()))
                .and(before)
                .orderBy(GATE_DECISION.DECIDED_AT.desc(), GATE_DECISION.ID.desc())
                .limit(1)
                .fetchOptional(GATE_DECISION.DECIDED_AT);
    }

    private List<Place> within(Instant from, Instant to, int many) {
        return asked(from, to, many).fetch(row -> new Place(row.value1(), row.value2()));
    }

    /// The newest of a span, which ends before `to`.
    ResultQuery<Record2<Instant, Long>> asked(Instant from, Instant to, int many) {
        Field<Long> id = DSL.field(DSL.name(HITS, GATE_DECISION.ID.getName()), Long.class);
        Field<Instant> at =
                DSL.field(
                        DSL.name(HITS, GATE_DECISION.DECIDED_AT.getName()),
                        GATE_DECISION.DECIDED_AT.getDataType());
        return tx.with(DSL.name(HITS).asMaterialized(hits(from, to)))
                .select(at, id)
                .from(DSL.name(HITS))
                .orderBy(at.desc(), id.desc())
                .limit(many);
    }

    private Select<Record2<Long, Instant>> hits(Instant from, Instant to) {
        List<Condition> here = new ArrayList<>(wanted);
        here.add(GATE_DECISION.DECIDED_AT.ge(from));
        here.add(GATE_DECISION.DECIDED_AT.lt(to));
        List<Condition> ended = new ArrayList<>();
        query.outcome().map(ATTEMPT_END.OUTCOME::eq).ifPresent(ended::add);
        if (!ended.isEmpty()) {
            ended.add(ATTEMPT_END.PLACED_AT.ge(from));
            ended.add(ATTEMPT_END.PLACED_AT.lt(to));
        }
        return query.agent()
                .map(agent -> ofAgent(agent, here, ended, from, to))
                .orElseGet(() -> ended.isEmpty() ? decided(here) : ended(here, ended));
    }

    /// Those she asked for, and those she took.
    private Select<Record2<Long, Instant>> ofAgent(
            AgentId agent, List<Condition> here, List<Condition> ended, Instant from, Instant to) {
        List<Condition> asked = new ArrayList<>(here);
        asked.add(GATE_DECISION.AGENT_ID.eq(agent));
        List<Condition> took = new ArrayList<>(ended);
        took.add(ATTEMPT_END.AGENT_ID.eq(agent));
        took.add(ATTEMPT_END.PLACED_AT.ge(from));
        took.add(ATTEMPT_END.PLACED_AT.lt(to));
        Select<Record2<Long, Instant>> ofHers =
                ended.isEmpty() ? decided(asked) : ended(asked, ended);
        return ofHers.union(ended(here, took));
    }

    private Select<Record2<Long, Instant>> decided(List<Condition> here) {
        return tx.select(GATE_DECISION.ID, GATE_DECISION.DECIDED_AT)
                .from(GATE_DECISION)
                .where(here);
    }

    private Select<Record2<Long, Instant>> ended(List<Condition> here, List<Condition> ended) {
        return tx.select(GATE_DECISION.ID, GATE_DECISION.DECIDED_AT)
                .from(ATTEMPT_END)
                .join(ATTEMPT)
                .on(ATTEMPT.ID.eq(ATTEMPT_END.ATTEMPT_ID))
                .and(ATTEMPT.PLACED_AT.eq(ATTEMPT_END.PLACED_AT))
                .join(GATE_DECISION)
                .on(GATE_DECISION.ID.eq(ATTEMPT.DECISION_ID))
                .and(GATE_DECISION.DECIDED_AT.eq(ATTEMPT.PLACED_AT))
                .where(ended)
                .and(AuditSearch.newestEnd())
                .and(DSL.and(here));
    }

    /// Who may be meant; one more than [#FEW] when there are more. Empty when everybody may be.
    private Optional<List<ConsumerId>> persons() {
        Optional<List<ConsumerId>> known =
                query.consumer()
                        .map(List::of)
                        .or(() -> query.phone().map(this::owners))
                        .or(() -> query.account().map(this::parties));
        Condition among = known.map(CONSUMER.ID::in).orElse(DSL.noCondition());
        return query.name().map(part -> bearers(part, among)).or(() -> known);
    }

    private List<ConsumerId> owners(PhoneNumber number) {
        return tx.select(PHONE.CONSUMER_ID)
                .from(PHONE)
                .where(PHONE.E164.eq(number.e164()))
                .limit(FEW + 1)
                .fetch(PHONE.CONSUMER_ID);
    }

    private List<ConsumerId> parties(AccountId account) {
        return tx.select(ACCOUNT.CONSUMER_ID)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(account))
                .union(
                        DSL.select(ACCOUNT_PARTY.CONSUMER_ID)
                                .from(ACCOUNT_PARTY)
                                .where(ACCOUNT_PARTY.ACCOUNT_ID.eq(account)))
                .fetch(row -> row.value1());
    }

    private List<ConsumerId> bearers(String part, Condition among) {
        return tx.select(CONSUMER.ID)
                .from(CONSUMER)
                .where(bears(part))
                .and(among)
                .limit(FEW + 1)
                .fetch(CONSUMER.ID);
    }

    /// Whoever is so called, part of the name or the whole of it, the family name before a comma or
    /// first of two words too.
    private static Condition bears(String part) {
        String[] sides = TWO_WORDS.split(part.strip(), 2);
        if (sides.length < 2) {
            return called(part);
        }
        Condition turned = called(sides[1] + " " + sides[0]);
        return part.contains(",") ? turned : called(part).or(turned);
    }

    private static Condition called(String part) {
        String pattern =
                TEXT_MASK
                        + part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
                        + TEXT_MASK;
        return CONSUMER.GIVEN_NAME.concat(" ").concat(CONSUMER.FAMILY_NAME).likeIgnoreCase(pattern);
    }

    private static Condition named(String part) {
        return GATE_DECISION.CONSUMER_ID.in(
                DSL.select(CONSUMER.ID).from(CONSUMER).where(bears(part)));
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
}
