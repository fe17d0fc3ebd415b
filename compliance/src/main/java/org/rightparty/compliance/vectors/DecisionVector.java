package org.rightparty.compliance.vectors;

import org.rightparty.compliance.gate.DialFacts;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Gate;
import org.rightparty.compliance.gate.Papers;
import org.rightparty.compliance.gate.Refusal;
import org.rightparty.compliance.gate.Verdict;
import org.rightparty.compliance.rules.Channel;
import org.rightparty.compliance.rules.CollectorRole;
import org.rightparty.compliance.rules.Excuse;
import org.rightparty.compliance.rules.LineType;
import org.rightparty.compliance.rules.Manner;
import org.rightparty.compliance.rules.Place;
import org.rightparty.compliance.rules.Purpose;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.zones.Evidence;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ClientId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// CALL_DECISION: one call, put to the gate once. It passes when the decision is the one expected
/// and the reason expected is among those given.
final class DecisionVector {
    private static final ConsumerId PERSON = new ConsumerId(1);
    private static final String DEFAULT_PERSON = "C1";
    private static final int ZONES_MAX = 10;

    private final Fields fields;
    private final Named named;
    private final String person;
    private final Set<String> jurisdictions;
    private final Instant at;
    private final String mode;
    private final Stage stage;

    private enum Decision {
        ALLOW,
        DENY
    }

    private enum Stance {
        DUGUID,
        CONSERVATIVE
    }

    private enum Answer {
        YES,
        NO,
        NO_DATA
    }

    private enum Stage {
        SCHEDULE,
        ORIGINATE,
        ANSWER
    }

    DecisionVector(Fields fields) {
        this.fields = fields;
        Fields debt = fields.required("debt", fields.object("debt"));
        Fields number = fields.required("number", fields.object("number"));
        named =
                new Named(
                        debt.text("id"),
                        debt.text("creditor", Named.CALLED),
                        number.text("e164", Named.CALLED));
        person = fields.text("person", DEFAULT_PERSON);
        jurisdictions = Set.copyOf(fields.texts("jurisdictions"));
        at = fields.required("instant_utc", fields.instant("instant_utc"));
        mode = fields.text("mode", "AGENT_PREVIEW");
        stage = fields.word("stage", Stage.class).orElse(Stage.ORIGINATE);
    }

    TestedCase run(VectorBooks books, String id, String title) {
        Rulebooks law = books.of(wanted());
        DialFacts facts = facts();
        DialRequest request = request(facts);
        Fields expect = fields.required("expect", fields.object("expect"));
        Decision decision = expect.required("decision", expect.word("decision", Decision.class));
        String reason = expect.text("reason", "");
        expect.end();
        fields.ignore(Words.FOR_READERS);
        fields.end();
        List<Refusal> refusals = refusals(request, facts, law);
        List<String> codes = refusals.stream().map(Refusal::code).distinct().toList();
        boolean allowed = codes.isEmpty();
        boolean passed =
                allowed
                        ? decision == Decision.ALLOW && Set.of("", "OK").contains(reason)
                        : decision == Decision.DENY && (reason.isEmpty() || codes.contains(reason));
        return new TestedCase(
                id,
                title,
                passed,
                false,
                (decision + " " + reason).strip(),
                allowed ? "ALLOW OK" : "DENY " + String.join(" ", codes),
                refusals.stream().map(Refusal::ruleId).toList());
    }

    private List<Refusal> refusals(DialRequest request, DialFacts facts, Rulebooks law) {
        return switch (Gate.decide(request, facts, law, at)) {
            case Verdict.Permitted _ -> List.of();
            case Verdict.Refused refused -> refused.refusals();
        };
    }

    private VectorBooks.Wanted wanted() {
        Map<String, List<LocalDate>> calendars = new HashMap<>();
        fields.object("holidays")
                .ifPresent(days -> {
                    days.names().forEach(name -> calendars.put(name, days.days(name)));
                    days.end();
                });
        boolean conservative = false;
        long gap = 0;
        int daily = 0;
        boolean asWritten = false;
        Optional<Fields> policy = fields.object("policy");
        if (policy.isPresent()) {
            Fields settings = policy.get();
            conservative =
                    settings.word("atds_stance", Stance.class)
                            .equals(Optional.of(Stance.CONSERVATIVE));
            gap = gapSeconds(settings);
            daily = callsADay(settings);
            asWritten = settings.flag("as_written");
            settings.end();
        }
        return new VectorBooks.Wanted(calendars, alone(), conservative, gap, daily, asWritten);
    }

    /// The parts of countries that are tested by themselves; none when a country is named.
    private Set<String> alone() {
        return jurisdictions.stream().allMatch(code -> code.contains("-"))
                ? jurisdictions
                : Set.of();
    }

    private static long gapSeconds(Fields policy) {
        long gap = 0;
        for (String name : policy.names()) {
            Optional<Integer> unit = Words.apart(name);
            if (unit.isPresent()) {
                gap = Math.max(gap, (long) policy.count(name, 0) * unit.get());
            }
        }
        return gap;
    }

    private static int callsADay(Fields policy) {
        return Words.CALLS_A_DAY.stream().mapToInt(name -> policy.count(name, 0)).max().orElse(0);
    }

    private DialRequest request(DialFacts facts) {
        boolean callback = facts.excuses().contains(Excuse.CONSUMER_REQUESTED_CALLBACK);
        Mode dialed = fields.parsed("mode", Words::mode, "not a mode").orElse(Mode.PREVIEW);
        return new DialRequest(
                new CampaignId(1),
                PERSON,
                facts.debt().account(),
                facts.phone().id(),
                dialed,
                callback ? DialPath.CALLBACK : DialPath.CAMPAIGN,
                Optional.empty(),
                ringSeconds());
    }

    /// A call that is being answered rings no longer.
    private int ringSeconds() {
        int seconds = fields.count("ring_timeout_s", 0);
        return stage == Stage.ANSWER ? 0 : seconds;
    }

    private DialFacts facts() {
        DialFacts.Phone phone = phone();
        PastOfVector whole = new PastOfVector(fields, named, person, DEFAULT_PERSON);
        PastOfVector past = stage == Stage.ANSWER ? whole.withoutTheCallItself() : whole;
        Declarations declared = new Declarations(fields, named, person, DEFAULT_PERSON, at);
        return new DialFacts(
                new DialFacts.Person(PERSON, false, false, fields.text("party_role", "PRIMARY")),
                debt(),
                phone,
                new Manner(
                        fields.word("channel", Channel.class).orElse(Channel.VOICE),
                        fields.word("purpose", Purpose.class).orElse(Purpose.COLLECTION),
                        Words.voice(mode)),
                jurisdictions,
                evidence(),
                past.events(),
                declared.holds(),
                declared.consents(),
                declared.preferences(),
                papers(),
                past.live() ? Optional.of(new AttemptId(1)) : Optional.empty(),
                excuses());
    }

    private Set<Excuse> excuses() {
        Set<Excuse> excuses = new HashSet<>();
        for (String word : fields.texts("exempt")) {
            try {
                excuses.add(Words.excuse(word));
            } catch (IllegalArgumentException unknown) {
                throw fields.wrong("exempt", "not a circumstance of the whole call: " + word);
            }
        }
        return excuses;
    }

    private DialFacts.Debt debt() {
        Fields debt = fields.required("debt", fields.object("debt"));
        AccountId own = named.debt(debt.text("id"));
        Optional<String> group = debt.optional("frequency_group");
        Set<AccountId> together = new HashSet<>(Set.of(own));
        fields.objects(
                "other_debts",
                other -> {
                    AccountId account = named.debt(other.text("id"));
                    other.ignore("creditor");
                    if (group.isPresent() && group.equals(other.optional("frequency_group"))) {
                        together.add(account);
                    }
                    return account;
                });
        String type = debt.text("class", fields.text("debt_class", "CARD"));
        ClientId creditor = named.creditor(debt.text("creditor", Named.CALLED));
        debt.end();
        return new DialFacts.Debt(
                own,
                creditor,
                fields.word("collector_role", CollectorRole.class)
                        .orElse(CollectorRole.THIRD_PARTY),
                type,
                together,
                "ACTIVE");
    }

    private DialFacts.Phone phone() {
        Fields number = fields.required("number", fields.object("number"));
        LineType line = number.word("line_type", LineType.class).orElse(LineType.UNKNOWN);
        Place place = number.parsed("place", Words::place, "not a place").orElse(Place.OTHER);
        number.ignore("e164");
        Optional<Instant> looked = Optional.empty();
        String usable =
                number.parsed("usable", Words::usable, "nothing that is known of numbers")
                        .orElse("UNVERIFIED");
        Optional<Fields> lookup = fields.object("rnd");
        if (lookup.isPresent()) {
            Answer answer =
                    lookup.get().required("answer", lookup.get().word("answer", Answer.class));
            Optional<Instant> when = lookup.get().instant("checked");
            usable = answer == Answer.YES ? "REASSIGNED" : usable;
            looked = answer == Answer.NO ? when : Optional.empty();
            lookup.get().end();
        }
        DialFacts.Phone phone =
                new DialFacts.Phone(
                        new PhoneId(Named.OWN),
                        new PhoneNumber(number.text("e164", "+12125550100")),
                        line,
                        place,
                        usable,
                        number.parsed("source", Words::source, "nobody who gives numbers")
                                .orElse("CLIENT"),
                        new DialFacts.Line(
                                Words.protection(number.text("class", "")),
                                number.instant("ported_to_wireless"),
                                looked));
        number.end();
        return phone;
    }

    private List<Evidence> evidence() {
        List<Evidence> evidence = new ArrayList<>();
        fields.objects(
                "location_evidence",
                item -> {
                    String kind = item.text("kind");
                    Set<ZoneId> zones = new HashSet<>();
                    item.texts("zones").forEach(name -> zones.add(zone(item, name)));
                    boolean authoritative = item.flag("authoritative");
                    item.ignore("jurisdiction");
                    if (says(kind(kind), zones)) {
                        evidence.add(
                                new Evidence(
                                        kind(kind),
                                        zones,
                                        Optional.empty(),
                                        authoritative,
                                        item.instant("expires_at")));
                    }
                    return kind;
                });
        return evidence;
    }

    /// A number that may be in more zones than any area code has tells of no place: toll-free ones.
    private static boolean says(Evidence.Kind kind, Set<ZoneId> zones) {
        return !zones.isEmpty() && (kind != Evidence.Kind.NUMBER || zones.size() <= ZONES_MAX);
    }

    private static ZoneId zone(Fields item, String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw item.wrong("zones", "not a time zone: " + name);
        }
    }

    private static Evidence.Kind kind(String word) {
        return word.contains("NUMBER")
                ? Evidence.Kind.NUMBER
                : word.contains("STATED")
                        ? Evidence.Kind.STATED
                        : word.contains("EMPLOYER")
                                ? Evidence.Kind.EMPLOYER
                                : Evidence.Kind.ADDRESS;
    }

    /// A licence is held everywhere, unless the test says otherwise.
    private Papers papers() {
        boolean licensed = !fields.has("license") || fields.flag("license");
        List<Papers.Licence> licences =
                jurisdictions.stream()
                        .map(code ->
                                new Papers.Licence(code, licensed, Instant.EPOCH, Optional.empty()))
                        .toList();
        List<Papers.Notice> notices =
                fields.instant("notice_sent").stream()
                        .map(sent -> new Papers.Notice("FIRST_NOTICE", Optional.empty(), sent))
                        .toList();
        return new Papers(licences, notices, List.of());
    }
}
