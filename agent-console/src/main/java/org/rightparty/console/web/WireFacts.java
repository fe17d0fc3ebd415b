package org.rightparty.console.web;

import org.rightparty.compliance.facts.ConsentKind;
import org.rightparty.compliance.facts.Facts;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What pages and other programs send and get of facts.
final class WireFacts {
    private WireFacts() {}

    record Account(long account) {}

    /// @param kind `PLACE`, `NOTICE`, `CONTACT`, `CONSENT` or `LOOK_UP`; of the fields after
    ///     `evidence` each kind takes its own
    /// @param at when it was so; absent for now
    /// @param word whose word a place is
    /// @param receiver to whom a consent was given
    /// @param from first hour of a day that a consent opens, on the consumer's clock
    /// @param reassigned whether the number became somebody else's, `since`
    record Order(
            String kind,
            long account,
            Optional<Long> phone,
            Optional<Instant> at,
            Optional<Instant> until,
            String evidence,
            Optional<String> debts,
            Optional<String> place,
            Optional<String> zone,
            Optional<String> word,
            Optional<String> notice,
            Optional<String> contact,
            Optional<String> result,
            Optional<String> occasion,
            Optional<String> consent,
            Optional<String> change,
            Optional<String> receiver,
            Optional<String> from,
            Optional<String> to,
            Optional<String> lineType,
            Optional<Boolean> reassigned,
            Optional<Instant> since,
            Optional<Instant> ported,
            Optional<String> protection) {
        @Override
        public String toString() {
            return "Order[kind=" + kind + "]";
        }
    }

    /// @param days how long it counts; absent when it has no end
    record Said(
            long attempt,
            String place,
            Optional<String> zone,
            Optional<Integer> days,
            String words) {
        @Override
        public String toString() {
            return "Said[attempt=" + attempt + "]";
        }
    }

    record Key(String kind, long id, boolean recorded) {}

    record Known(
            String kind,
            long id,
            String code,
            List<String> words,
            Optional<Long> account,
            Optional<Long> phone,
            Instant at,
            Optional<Instant> until,
            boolean stands,
            String evidence,
            String source,
            Optional<Long> by) {}

    static Known known(Facts.Known k) {
        return new Known(
                k.key().kind().name(),
                k.key().id(),
                k.code(),
                k.words(),
                k.account().map(AccountId::value),
                k.phone().map(PhoneId::value),
                k.at(),
                k.until(),
                k.standing() == Facts.Standing.STANDS,
                k.evidence(),
                k.source(),
                k.by().map(AgentId::value));
    }

    record Choices(List<Region> regions, List<String> notices, List<Consent> consents) {}

    record Region(String code, List<String> zones) {}

    record Consent(String code, String label) {}

    static Choices choices(Facts.Choices choices) {
        return new Choices(
                choices.regions().stream().map(one -> new Region(one.code(), one.zones())).toList(),
                choices.notices(),
                Arrays.stream(ConsentKind.values())
                        .map(kind -> new Consent(kind.name(), kind.label()))
                        .toList());
    }
}
