package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Channel;
import org.rightparty.compliance.rules.CollectorRole;
import org.rightparty.compliance.rules.ContactKind;
import org.rightparty.compliance.rules.ContactResult;
import org.rightparty.compliance.rules.Excuse;
import org.rightparty.compliance.rules.LineType;
import org.rightparty.compliance.rules.Manner;
import org.rightparty.compliance.rules.Place;
import org.rightparty.compliance.rules.Purpose;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.rules.Voice;
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

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Facts of a made-up consumer, to be changed a little by each test. A home landline, one card
/// debt.
public final class Someone {
    static final AccountId DEBT = new AccountId(1);
    static final AccountId OTHER_DEBT = new AccountId(2);
    static final PhoneId PHONE = new PhoneId(1);

    Mode mode = Mode.PROGRESSIVE;
    DialPath path = DialPath.CAMPAIGN;
    int ringSeconds;
    CollectorRole role = CollectorRole.THIRD_PARTY;
    LineType lineType = LineType.LANDLINE;
    Place place = Place.HOME;
    String usable = "VERIFIED";
    String source = "CLIENT";
    String workState = "ACTIVE";
    DialFacts.Line line = DialFacts.Line.PLAIN;
    Channel channel = Channel.VOICE;
    Purpose purpose = Purpose.COLLECTION;
    Voice voice = Voice.LIVE;
    Set<String> collector = Set.of("US");
    Papers papers = Papers.NONE;
    boolean deceased;
    Set<AccountId> group = Set.of(DEBT);
    List<Evidence> evidence = new ArrayList<>();
    List<ContactEvent> history = new ArrayList<>();
    List<DialFacts.Hold> holds = new ArrayList<>();
    List<Consent> consents = new ArrayList<>();
    List<Preference> preferences = new ArrayList<>();
    Optional<AttemptId> live = Optional.empty();
    Set<Excuse> excuses = Set.of();

    /// @param zones tzdb names between spaces
    public static Someone in(String zones, String... jurisdictions) {
        Someone someone = new Someone();
        Stream.of(zones.split(" "))
                .filter(zone -> !zone.isEmpty())
                .forEach(zone -> someone.evidence.add(evidence(zone, Optional.empty())));
        for (String code : jurisdictions) {
            someone.evidence.add(evidence(zones.split(" ")[0], Optional.of(code)));
        }
        return someone;
    }

    static Evidence evidence(String zone, Optional<String> jurisdiction) {
        return new Evidence(
                Evidence.Kind.ADDRESS,
                Set.of(ZoneId.of(zone)),
                jurisdiction,
                false,
                Optional.empty());
    }

    public Someone had(Instant at, ContactResult result) {
        return had(at, result, DEBT);
    }

    Someone had(Instant at, ContactResult result, AccountId debt) {
        history.add(event(at, ContactKind.CALL_PLACED, result, debt));
        return this;
    }

    static ContactEvent event(Instant at, ContactKind kind, ContactResult result, AccountId debt) {
        return new ContactEvent(
                Optional.empty(),
                at,
                at,
                kind,
                result,
                Set.of(debt),
                Optional.of(new ClientId(1)),
                Optional.of(PHONE),
                Optional.of(Place.HOME),
                Voice.LIVE,
                Optional.empty(),
                false,
                Set.of());
    }

    DialRequest request() {
        return new DialRequest(
                new CampaignId(1),
                new ConsumerId(1),
                DEBT,
                PHONE,
                mode,
                path,
                Optional.empty(),
                ringSeconds);
    }

    DialFacts facts() {
        return new DialFacts(
                new DialFacts.Person(new ConsumerId(1), deceased, false, DialFacts.Person.PRIMARY),
                new DialFacts.Debt(DEBT, new ClientId(1), role, "CARD", group, workState),
                new DialFacts.Phone(
                        PHONE,
                        new PhoneNumber("+12125550100"),
                        lineType,
                        place,
                        usable,
                        source,
                        line),
                new Manner(channel, purpose, voice),
                collector,
                evidence,
                history,
                holds,
                consents,
                preferences,
                papers,
                live,
                excuses);
    }

    Verdict verdict(Rulebooks books, Instant at) {
        return Gate.decide(request(), facts(), books, at);
    }

    /// The codes of all refusals, or OK.
    List<String> codes(Rulebooks books, Instant at) {
        return switch (verdict(books, at)) {
            case Verdict.Permitted _ -> List.of("OK");
            case Verdict.Refused refused -> refused.refusals().stream().map(Refusal::code).toList();
        };
    }

    /// The first refusal's code, or OK.
    String code(Rulebooks books, Instant at) {
        return codes(books, at).getFirst();
    }

    Optional<Instant> next(Rulebooks books, Instant at) {
        return switch (verdict(books, at)) {
            case Verdict.Permitted _ -> Optional.of(at);
            case Verdict.Refused refused -> refused.nextAllowedAt();
        };
    }
}
