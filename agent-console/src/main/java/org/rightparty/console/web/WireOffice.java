package org.rightparty.console.web;

import org.rightparty.compliance.gate.Explanation;
import org.rightparty.compliance.holds.Bar;
import org.rightparty.compliance.holds.HoldOrder;
import org.rightparty.compliance.holds.Holds;
import org.rightparty.compliance.rules.Place;
import org.rightparty.console.office.Funnel;
import org.rightparty.console.office.Office;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.PhoneId;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/// What the officer's page and other programs send and get.
final class WireOffice {
    private WireOffice() {}

    /// @param at an instant; absent for now
    record Ask(long account, Optional<Long> phone, Optional<String> mode, Optional<Instant> at) {}

    record Told(
            long account,
            long phone,
            String mode,
            Instant at,
            boolean allowed,
            Optional<Instant> nextAllowedAt,
            String rulebooks,
            List<String> zones,
            List<Reaching> jurisdictions,
            List<Row> rows) {}

    /// A place whose law reaches the call.
    ///
    /// @param because what points to it, in words
    record Reaching(String code, List<String> because) {}

    record Row(
            String rule,
            String type,
            String book,
            String jurisdiction,
            String citation,
            String strength,
            String provenance,
            String code,
            String sentence,
            String answer,
            List<Input> inputs,
            Optional<Instant> clearsAt,
            String change) {}

    record Input(String name, String value) {}

    static Told told(Explanation e) {
        return new Told(
                e.request().account().value(),
                e.request().phone().value(),
                e.request().mode().name(),
                e.at(),
                e.allowed(),
                e.nextAllowedAt(),
                e.rulebooks(),
                e.where().zoneNames(),
                e.reaches().stream()
                        .map(reach -> new Reaching(reach.jurisdiction(), reach.because()))
                        .toList(),
                e.rows().stream().map(WireOffice::row).toList());
    }

    record Decision(long decision) {}

    /// @param allowedThen what the gate said when it decided
    /// @param phoneLast4 the end of the number it was about
    record Past(
            Told told,
            boolean allowedThen,
            String tzdbThen,
            Optional<String> phoneLast4,
            Optional<String> lineType) {}

    static Past past(Office.Past.Told past) {
        return new Past(
                told(past.explanation()),
                past.allowedThen(),
                past.tzdbThen(),
                past.line().map(Office.Line::last4),
                past.line().map(Office.Line::lineType));
    }

    /// What an agent needs: the reasons and no more.
    static Told shortly(Explanation e) {
        Told all = told(e);
        return new Told(
                all.account(),
                all.phone(),
                all.mode(),
                all.at(),
                all.allowed(),
                all.nextAllowedAt(),
                all.rulebooks(),
                List.of(),
                List.of(),
                e.refusing().stream().map(WireOffice::row).toList());
    }

    private static Row row(Explanation.Row r) {
        return new Row(
                r.ruleId(),
                r.type().name(),
                r.book(),
                r.jurisdiction(),
                r.citation(),
                r.strength().name(),
                r.provenance().name(),
                r.code(),
                r.sentence(),
                r.answer().name(),
                r.inputs().stream().map(i -> new Input(i.name(), i.value())).toList(),
                r.clearsAt(),
                r.change());
    }

    record WhyNot(long campaign, Instant at, long accounts, List<Step> steps, long dialable) {}

    record Step(String code, String words, boolean waits, long accounts) {}

    static WhyNot whyNot(Funnel funnel) {
        return new WhyNot(
                funnel.campaign().value(),
                funnel.at(),
                funnel.accounts(),
                funnel.steps().stream()
                        .map(s -> new Step(s.code(), s.words(), s.waits(), s.accounts()))
                        .toList(),
                funnel.dialable());
    }

    /// @param after the last account of the page before; 0 for the first page
    record AskBehind(long campaign, String reason, long after) {}

    /// @param more there are others
    record Behind(List<Long> accounts, boolean more) {}

    /// @param days `MONDAY`, …; for an inconvenient time
    /// @param place for an inconvenient place
    /// @param onPage true when somebody filled in the page's form; another program leaves it out
    record SetBar(
            String bar,
            long account,
            Optional<Long> phone,
            Optional<Long> attempt,
            Optional<Instant> until,
            String evidence,
            List<String> days,
            Optional<String> from,
            Optional<String> to,
            Optional<String> place,
            Optional<Boolean> onPage) {}

    record Lift(String kind, long id, String reason, String evidence) {}

    record BarKey(String kind, long id) {}

    record BarKind(String code, String label, String reach) {}

    static BarKind kind(Bar bar) {
        return new BarKind(bar.name(), bar.label(), bar.reach().name());
    }

    record Standing(
            String kind,
            long id,
            String code,
            Optional<Long> account,
            Optional<Long> phone,
            Instant from,
            Optional<Instant> until,
            String evidence,
            String source,
            Optional<Long> by,
            List<String> days,
            Optional<LocalTime> wishFrom,
            Optional<LocalTime> wishTo,
            Optional<String> place) {}

    static Standing standing(Holds.Standing s) {
        return new Standing(
                s.key().kind().name(),
                s.key().id(),
                s.code(),
                s.account().map(AccountId::value),
                s.phone().map(PhoneId::value),
                s.from(),
                s.until(),
                s.evidence(),
                s.source(),
                s.by().map(AgentId::value),
                s.times().stream()
                        .flatMap(times -> times.days().stream().sorted())
                        .map(DayOfWeek::name)
                        .toList(),
                s.times().map(HoldOrder.Times::from),
                s.times().map(HoldOrder.Times::to),
                s.place().map(Place::name));
    }

    record Account(long account) {}

    record Campaign(long campaign) {}

    record Correct(long attempt, String outcome, String reason) {}

    record Corrected(int revision) {}
}
