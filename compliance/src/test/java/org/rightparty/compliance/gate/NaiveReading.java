package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Applies;
import org.rightparty.compliance.rules.Excuse;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.RuleType;
import org.rightparty.compliance.rules.Span;
import org.rightparty.compliance.rules.Strength;
import org.rightparty.compliance.rules.Terms;
import org.rightparty.vocabulary.Mode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads rows of every type as a patient person would: with a calendar and a clock on the wall of
/// each place, counting one by one. It knows the words of the rows and nothing of the gate.
final class NaiveReading {
    /// As the handbook lists them.
    private static final List<RuleType> PRECEDENCE =
            List.of(
                    RuleType.STATUS_BLOCK,
                    RuleType.LICENCE,
                    RuleType.NUMBER_CHECK,
                    RuleType.CONSENT_REQUIRED,
                    RuleType.LOCATION_UNKNOWN,
                    RuleType.CONCURRENT_ATTEMPT,
                    RuleType.LIFETIME_CAP,
                    RuleType.WAIT_AFTER_NOTICE,
                    RuleType.PREFERENCE,
                    RuleType.CONTACT_HOURS,
                    RuleType.END_GUARD,
                    RuleType.COOLDOWN,
                    RuleType.FREQUENCY_CAP);

    private final List<Rule> rules;
    private final Someone who;
    private final Instant at;
    private final Set<ZoneId> zones = new HashSet<>();
    private final Set<String> places = new TreeSet<>();
    private final NaiveCounts counts;

    /// @param rules in the order of the book
    NaiveReading(List<Rule> rules, Someone who, Instant at) {
        this.rules = rules;
        this.who = who;
        this.at = at;
        places.addAll(who.collector);
        who.evidence.forEach(item -> {
            zones.addAll(item.zones());
            item.jurisdiction().ifPresent(this::addPlace);
        });
        counts = new NaiveCounts(who, at, zones);
    }

    private void addPlace(String code) {
        String rest = code;
        while (!rest.isEmpty()) {
            places.add(rest);
            rest = rest.contains("-") ? rest.substring(0, rest.lastIndexOf('-')) : "";
        }
    }

    /// The codes of all that refuse, the strongest of each type first; OK when nothing does.
    List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (RuleType type : PRECEDENCE) {
            for (Strength strength : Strength.values()) {
                for (Rule rule : rules) {
                    if (rule.terms().type() == type
                            && rule.strength() == strength
                            && asked(rule, who.mode)
                            && refuses(rule)
                            && !setAside(rule)) {
                        codes.add(rule.reasonCode());
                    }
                }
            }
        }
        boolean covered =
                rules.stream()
                        .filter(rule -> rule.terms().type() == RuleType.CONTACT_HOURS)
                        .anyMatch(rule -> asked(rule, who.mode));
        if (!covered) {
            codes.add("NO_RULES");
        }
        return codes.isEmpty() ? List.of("OK") : codes;
    }

    private boolean asked(Rule rule, Mode mode) {
        Applies applies = rule.applies();
        boolean here = rule.jurisdiction().equals("*") || places.contains(rule.jurisdiction());
        return rule.active()
                && here
                && inForce(rule)
                && in(applies.channels(), who.channel)
                && in(applies.purposes(), who.purpose)
                && in(applies.voices(), who.voice)
                && in(applies.modes(), mode)
                && in(applies.roles(), who.role)
                && in(applies.lineTypes(), who.lineType)
                && in(applies.places(), who.place);
    }

    static <T> boolean in(Set<T> some, T one) {
        return some.isEmpty() || some.contains(one);
    }

    /// Somewhere where she may be it is a day of the row; nowhere, by the day of Greenwich.
    private boolean inForce(Rule rule) {
        Set<ZoneId> anywhere = zones.isEmpty() ? Set.of(ZoneId.of("UTC")) : zones;
        return anywhere.stream()
                .anyMatch(zone -> {
                    LocalDate day = day(at, zone);
                    boolean begun =
                            rule.effectiveFrom().isEmpty()
                                    || day.toEpochDay() >= rule.effectiveFrom().get().toEpochDay();
                    boolean ended =
                            rule.effectiveTo().isPresent()
                                    && day.toEpochDay() >= rule.effectiveTo().get().toEpochDay();
                    return begun && !ended;
                });
    }

    private boolean setAside(Rule rule) {
        return rule.overridable()
                && who.papers.overrides().stream()
                        .anyMatch(each ->
                                each.ruleId().equals(rule.id())
                                        && !each.from().isAfter(at)
                                        && each.until().isAfter(at)
                                        && sameOrAll(each.account(), Someone.DEBT)
                                        && sameOrAll(each.phone(), Someone.PHONE));
    }

    private static <T> boolean sameOrAll(Optional<T> one, T this_) {
        return one.isEmpty() || one.get().equals(this_);
    }

    private boolean refuses(Rule rule) {
        return switch (rule.terms()) {
            case Terms.StatusBlock terms -> !excused(rule) && status(terms);
            case Terms.Licence terms -> unlicensed(terms);
            case Terms.NumberCheck terms -> !excused(rule) && number(terms);
            case Terms.ConsentRequired terms -> !excused(rule) && !consented(terms);
            case Terms.LocationKnown _ -> zones.isEmpty() || places.contains("US-ZZ");
            case Terms.OneLiveAttempt _ -> who.live.isPresent();
            case Terms.LifetimeCap terms ->
                    !excused(rule)
                            && counts.counted(rule, terms.counter(), terms.scope(), false).stream()
                                            .filter(event -> !event.at().isAfter(at))
                                            .count()
                                    >= terms.max();
            case Terms.WaitAfterNotice terms -> tooSoon(terms);
            case Terms.Preference terms -> !excused(rule) && unwished(terms);
            case Terms.ContactHours terms -> shut(terms, rule, at);
            case Terms.EndGuard terms -> ringsOver(terms);
            case Terms.Cooldown terms -> !excused(rule) && counts.cooling(terms, rule);
            case Terms.FrequencyCap terms -> !excused(rule) && counts.tooOften(terms, rule);
            case Terms.Abandonment _, Terms.Recording _, Terms.Obligation _ -> false;
        };
    }

    private boolean excused(Rule rule) {
        return who.excuses.stream().anyMatch(rule.excuses()::contains);
    }

    private boolean status(Terms.StatusBlock terms) {
        if (!in(terms.places(), who.place)) {
            return false;
        }
        if (terms.codes().contains(who.workState)
                || (who.deceased && terms.codes().contains("DECEASED"))) {
            return true;
        }
        for (DialFacts.Hold hold : who.holds) {
            boolean now =
                    !hold.from().isAfter(at)
                            && (hold.until().isEmpty() || hold.until().get().isAfter(at));
            if (now
                    && terms.codes().contains(hold.code())
                    && in(hold.channels(), who.channel)
                    && sameOrAll(hold.phone(), Someone.PHONE)
                    && (terms.anyDebt() || sameOrAll(hold.account(), Someone.DEBT))) {
                return true;
            }
        }
        return false;
    }

    private boolean unlicensed(Terms.Licence terms) {
        for (String place : places) {
            boolean required = terms.requiredIn().contains(place);
            boolean held = false;
            for (Papers.Licence licence : who.papers.licences()) {
                if (licence.jurisdiction().equals(place)) {
                    boolean runs =
                            !licence.from().isAfter(at)
                                    && (licence.until().isEmpty()
                                            || licence.until().get().isAfter(at));
                    required |= licence.held() || runs;
                    held |= licence.held() && runs;
                }
            }
            if (required && !held) {
                return true;
            }
        }
        return false;
    }

    private boolean number(Terms.NumberCheck terms) {
        if (terms.refused().contains(who.usable)
                || terms.refused().contains(who.line.protection())) {
            return true;
        }
        if (terms.lookup().isEmpty()) {
            return false;
        }
        long oldest = at.getEpochSecond() - terms.lookup().get().ageMax().toSeconds();
        boolean looked =
                who.line.lookedUpAt().isPresent()
                        && who.line.lookedUpAt().get().getEpochSecond() >= oldest;
        for (Consent consent : who.consents) {
            looked |=
                    consent.kind().equals(terms.lookup().get().consent())
                            && standsForThis(consent)
                            && consent.givenAt().getEpochSecond() >= oldest;
        }
        return !looked;
    }

    private boolean standsForThis(Consent consent) {
        return forThis(consent)
                && !consent.givenAt().isAfter(at)
                && (consent.endsAt().isEmpty() || consent.endsAt().get().isAfter(at));
    }

    private boolean forThis(Consent consent) {
        return sameOrAll(consent.phone(), Someone.PHONE)
                && (consent.account().isEmpty() || who.group.contains(consent.account().get()));
    }

    private boolean consented(Terms.ConsentRequired terms) {
        boolean asked = false;
        for (Consent consent : who.consents) {
            if (consent.kind().equals(terms.consent()) && forThis(consent)) {
                asked = true;
                if (standsForThis(consent)) {
                    return true;
                }
            }
        }
        if (!asked && terms.impliedBy().contains(who.source)) {
            return true;
        }
        if (who.line.portedAt().isEmpty() || terms.portedWithin().isZero()) {
            return false;
        }
        long since = at.getEpochSecond() - who.line.portedAt().get().getEpochSecond();
        return since >= 0 && since <= terms.portedWithin().toSeconds();
    }

    private boolean tooSoon(Terms.WaitAfterNotice terms) {
        Instant first = Instant.MAX;
        for (Papers.Notice notice : who.papers.notices()) {
            if (notice.kind().equals(terms.notice())
                    && sameOrAll(notice.account(), Someone.DEBT)
                    && !notice.sentAt().isAfter(at)
                    && notice.sentAt().isBefore(first)) {
                first = notice.sentAt();
            }
        }
        if (first.equals(Instant.MAX)) {
            return true;
        }
        for (ZoneId zone : zones.isEmpty() ? Set.of(ZoneId.of("UTC")) : zones) {
            if (day(at, zone).toEpochDay() < day(first, zone).toEpochDay() + terms.days()) {
                return true;
            }
        }
        return false;
    }

    private boolean unwished(Terms.Preference terms) {
        for (Preference wish : who.preferences) {
            if (terms.subject() == Terms.Preference.Subject.PLACE
                    && wish instanceof Preference.BadPlace bad
                    && bad.place() == who.place) {
                return true;
            }
            if (terms.subject() == Terms.Preference.Subject.TIME
                    && wish instanceof Preference.BadTime bad
                    && isBad(bad, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBad(Preference.BadTime bad, Instant when) {
        return zones.isEmpty()
                || zones.stream()
                        .anyMatch(zone -> {
                            LocalDate day = day(when, zone);
                            boolean held =
                                    bad.days().contains(day.getDayOfWeek())
                                            && (bad.from().isEmpty()
                                                    || !day.isBefore(bad.from().get()))
                                            && (bad.to().isEmpty() || !day.isAfter(bad.to().get()));
                            return held && within(bad.bad(), second(when, zone));
                        });
    }

    private boolean shut(Terms.ContactHours terms, Rule rule, Instant when) {
        return zones.isEmpty()
                || zones.stream()
                        .anyMatch(zone -> {
                            LocalDate day = day(when, zone);
                            List<Span> open =
                                    new ArrayList<>(
                                            terms.holidays().contains(day)
                                                    ? terms.holidaySpans()
                                                    : terms.week()
                                                            .getOrDefault(
                                                                    day.getDayOfWeek(), List.of()));
                            for (Consent consent : who.consents) {
                                if (rule.excuses().contains(Excuse.TIME_CONSENT)
                                        && consent.kind().equals(Consent.TIME)
                                        && consent.direct()
                                        && standsForThis(consent)) {
                                    consent.daily().ifPresent(open::add);
                                }
                            }
                            return open.stream()
                                    .noneMatch(span -> within(span, second(when, zone)));
                        });
    }

    private static boolean within(Span span, int second) {
        return second >= span.from() && second < span.to();
    }

    /// Second by second, while the phone may ring.
    private boolean ringsOver(Terms.EndGuard guard) {
        long until = who.ringSeconds + guard.margin().toSeconds();
        for (Rule rule : rules) {
            boolean open =
                    asked(rule, who.mode)
                            && rule.terms().type() != RuleType.END_GUARD
                            && !refuses(rule);
            for (long ring = 1; open && ring <= until; ring++) {
                Instant then = at.plusSeconds(ring);
                boolean over =
                        switch (rule.terms()) {
                            case Terms.ContactHours terms -> shut(terms, rule, then);
                            case Terms.Preference terms ->
                                    terms.subject() == Terms.Preference.Subject.TIME
                                            && !excused(rule)
                                            && isBadForAny(then);
                            default -> false;
                        };
                if (over) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isBadForAny(Instant then) {
        return who.preferences.stream()
                .anyMatch(wish -> wish instanceof Preference.BadTime bad && isBad(bad, then));
    }

    /// The modes in which nothing would refuse.
    boolean passesIn(Mode mode) {
        Mode kept = who.mode;
        who.mode = mode;
        boolean passes = codes().equals(List.of("OK"));
        who.mode = kept;
        return passes;
    }

    static LocalDate day(Instant when, ZoneId zone) {
        return LocalDateTime.ofInstant(when, zone).toLocalDate();
    }

    private static int second(Instant when, ZoneId zone) {
        return LocalDateTime.ofInstant(when, zone).toLocalTime().toSecondOfDay();
    }
}
