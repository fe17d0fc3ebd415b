package org.rightparty.console.web;

import com.fasterxml.jackson.annotation.JsonRawValue;

import org.rightparty.compliance.audit.Audit;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Searching and looking on the wire.
final class WireAudit {
    private static final String RULE = "[A-Za-z0-9_.:-]{1,80}";
    private static final String OUTCOME = "[A-Z_]{1,40}";
    private static final int NAME_MIN = 3;

    private WireAudit() {}

    record Place(Instant decidedAt, long id) {
        Audit.Place toCore() {
            return new Audit.Place(decidedAt, id);
        }

        static Place of(Audit.Place place) {
            return new Place(place.decidedAt(), place.id());
        }
    }

    /// Fields that are absent exclude nothing.
    record Query(
            Optional<Long> consumer,
            Optional<String> name,
            Optional<String> phone,
            Optional<Long> account,
            Optional<Long> agent,
            Optional<Long> campaign,
            Optional<String> rule,
            Optional<String> outcome,
            Optional<Boolean> allowed,
            Instant from,
            Instant to,
            Optional<Place> after) {

        /// @throws WireJson.Malformed when a field is not what it should be
        Audit.Query toCore() {
            if (rule.filter(r -> !r.matches(RULE)).isPresent()
                    || outcome.filter(o -> !o.matches(OUTCOME)).isPresent()
                    || name.filter(n -> n.strip().length() < NAME_MIN).isPresent()) {
                throw new WireJson.Malformed("no such rule, outcome or name");
            }
            return new Audit.Query(
                    consumer.map(id -> Ids.of(ConsumerId::new, id)),
                    name.map(String::strip),
                    phone.map(Query::number),
                    account.map(id -> Ids.of(AccountId::new, id)),
                    agent.map(id -> Ids.of(AgentId::new, id)),
                    campaign.map(id -> Ids.of(CampaignId::new, id)),
                    rule,
                    outcome,
                    allowed,
                    from,
                    to,
                    after.map(Place::toCore));
        }

        private static PhoneNumber number(String written) {
            String digits = written.replaceAll("[^0-9+]", "");
            String e164 =
                    digits.startsWith("+")
                            ? digits
                            : digits.length() == 10 ? "+1" + digits : "+" + digits;
            if (!e164.matches("\\+[1-9][0-9]{6,14}")) {
                throw new WireJson.Malformed("not a telephone number");
            }
            return new PhoneNumber(e164);
        }
    }

    record Page(List<Found> rows, boolean more) {}

    record Found(
            Place place,
            long consumer,
            String name,
            long account,
            Optional<String> phoneLast4,
            Optional<String> campaign,
            String mode,
            boolean allowed,
            String reason,
            String rule,
            String sentence,
            Optional<Long> attempt,
            Optional<String> outcome,
            Optional<String> disposition,
            Optional<String> agent,
            long talkMillis,
            boolean recorded) {
        static Found of(Audit.Found found) {
            return new Found(
                    Place.of(found.place()),
                    found.consumer().value(),
                    found.name(),
                    found.account().value(),
                    found.phone().map(PhoneNumber::lastFour),
                    found.campaign(),
                    found.mode(),
                    found.allowed(),
                    found.reason(),
                    found.rule(),
                    found.sentence(),
                    found.attempt().map(id -> id.value()),
                    found.outcome(),
                    found.disposition(),
                    found.agent(),
                    found.talkMillis(),
                    found.recorded());
        }
    }

    record Decision(
            Found found,
            String path,
            List<Audit.Refused> refusals,
            List<Audit.Asked> rows,
            @JsonRawValue String facts,
            String rulebooks,
            String rulebooksSha256,
            String tzdb,
            Optional<Instant> nextAllowedAt,
            Optional<Audit.Sealed> sealed) {
        static Decision of(Audit.Decision decision) {
            return new Decision(
                    Found.of(decision.found()),
                    decision.path(),
                    decision.refusals(),
                    decision.rows(),
                    decision.facts(),
                    decision.rulebooks(),
                    decision.rulebooksSha256(),
                    decision.tzdb(),
                    decision.nextAllowedAt(),
                    decision.sealed());
        }
    }

    record Consumer(long consumer) {}

    record Moment(Instant at, String kind, String actor, Optional<Long> attempt, String text) {
        static Moment of(Audit.Moment moment) {
            return new Moment(
                    moment.at(),
                    moment.kind(),
                    moment.actor(),
                    moment.attempt().map(id -> id.value()),
                    moment.text());
        }
    }

    record Export(Query query, String format) {}

    record Proof(
            Optional<Long> consumer,
            Optional<Long> campaign,
            Optional<Instant> from,
            Optional<Instant> to) {}
}
