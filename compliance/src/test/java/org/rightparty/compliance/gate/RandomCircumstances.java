package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Channel;
import org.rightparty.compliance.rules.CollectorRole;
import org.rightparty.compliance.rules.ContactKind;
import org.rightparty.compliance.rules.ContactResult;
import org.rightparty.compliance.rules.Excuse;
import org.rightparty.compliance.rules.LineType;
import org.rightparty.compliance.rules.Place;
import org.rightparty.compliance.rules.Purpose;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Span;
import org.rightparty.compliance.rules.Voice;
import org.rightparty.compliance.zones.Evidence;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.ClientId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneId;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Random people in random circumstances.
final class RandomCircumstances {
    private static final List<String> ZONES =
            List.of(
                    "America/New_York",
                    "America/Phoenix",
                    "America/Los_Angeles",
                    "America/Adak",
                    "Australia/Sydney",
                    "Asia/Kolkata",
                    "America/Sao_Paulo");
    private static final List<String> CENTRES =
            List.of(
                    "2026-03-08T12:00:00Z",
                    "2026-11-01T12:00:00Z",
                    "2026-10-04T00:00:00Z",
                    "2028-02-29T12:00:00Z",
                    "2027-12-31T22:00:00Z",
                    "2026-07-15T18:00:00Z");
    private static final PhoneId OTHER_PHONE = new PhoneId(2);

    private final RandomGenerator random;
    private final Instant at;

    private RandomCircumstances(RandomGenerator random, Instant at) {
        this.random = random;
        this.at = at;
    }

    static Instant instant(RandomGenerator random) {
        Instant centre = Instant.parse(CENTRES.get(random.nextInt(CENTRES.size())));
        return centre.plusSeconds(random.nextLong(-3 * 86_400, 3 * 86_400));
    }

    static Someone someone(RandomGenerator random, Instant at) {
        return new RandomCircumstances(random, at).someone();
    }

    /// Some of the rows are set aside by two people of the house, or were, or for something else.
    static void setAside(Someone someone, List<Rule> rules, RandomGenerator random, Instant at) {
        RandomCircumstances here = new RandomCircumstances(random, at);
        List<Papers.SetAside> overrides = new ArrayList<>();
        for (Rule rule : rules) {
            if (random.nextInt(3) == 0) {
                overrides.add(
                        new Papers.SetAside(
                                rule.id(),
                                here.maybe(here.debt()),
                                here.maybe(here.phone()),
                                here.near(Duration.ofDays(2)),
                                here.near(Duration.ofDays(3)).plusSeconds(86_400)));
            }
        }
        someone.papers = new Papers(someone.papers.licences(), someone.papers.notices(), overrides);
    }

    private Someone someone() {
        Someone someone = new Someone();
        for (int i = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(2); i > 0; i--) {
            someone.evidence.add(evidence());
        }
        someone.mode = pick(Mode.class);
        someone.role = pick(CollectorRole.class);
        someone.lineType = pick(LineType.class);
        someone.place = pick(Place.class);
        someone.channel = random.nextInt(4) > 0 ? Channel.VOICE : pick(Channel.class);
        someone.purpose = random.nextInt(4) > 0 ? Purpose.COLLECTION : pick(Purpose.class);
        someone.voice = random.nextInt(4) > 0 ? Voice.LIVE : pick(Voice.class);
        someone.usable = pick(RandomRows.USABLE);
        someone.source = pick(List.of("CLIENT", "CONSUMER", "SKIP_VENDOR"));
        someone.workState = pick(List.of("ACTIVE", "ACTIVE", "PAID"));
        someone.deceased = random.nextInt(8) == 0;
        someone.ringSeconds = random.nextInt(3) * 20;
        someone.group =
                random.nextBoolean()
                        ? Set.of(Someone.DEBT)
                        : Set.of(Someone.DEBT, Someone.OTHER_DEBT);
        someone.live = random.nextInt(4) == 0 ? Optional.of(new AttemptId(9)) : Optional.empty();
        someone.excuses = random.nextInt(6) == 0 ? Set.of(Excuse.EMERGENCY) : Set.of();
        someone.line =
                new DialFacts.Line(
                        pick(List.of("", "", "EMERGENCY")),
                        maybe(near(Duration.ofDays(20))),
                        maybe(near(Duration.ofDays(80))));
        declare(someone);
        return someone;
    }

    private void declare(Someone someone) {
        times(12, () -> someone.history.add(event()));
        times(2, () -> someone.holds.add(hold()));
        times(3, () -> someone.consents.add(consent()));
        times(2, () -> someone.preferences.add(wish()));
        List<Papers.Licence> licences = new ArrayList<>();
        times(
                2,
                () ->
                        licences.add(
                                new Papers.Licence(
                                        pick(List.of("US", "US-NY", "CA-ON")),
                                        random.nextInt(4) > 0,
                                        near(Duration.ofDays(2)),
                                        maybe(near(Duration.ofDays(2))))));
        List<Papers.Notice> notices = new ArrayList<>();
        times(
                2,
                () ->
                        notices.add(
                                new Papers.Notice(
                                        "FIRST_NOTICE", maybe(debt()), near(Duration.ofDays(9)))));
        someone.papers = new Papers(licences, notices, List.of());
    }

    private Evidence evidence() {
        String place = pick(List.of("", "", "US-NY", "US-NY-NYC", "CA-ON", "AU", "US-ZZ"));
        return new Evidence(
                pick(Evidence.Kind.class),
                Set.of(ZoneId.of(pick(ZONES))),
                place.isEmpty() ? Optional.empty() : Optional.of(place),
                false,
                Optional.empty());
    }

    private ContactEvent event() {
        Instant when = at.minusSeconds(random.nextLong(120, 1L << random.nextInt(10, 21)));
        ContactResult result = pick(RandomRows.RESULTS);
        return new ContactEvent(
                Optional.empty(),
                when,
                result == ContactResult.CONVERSATION ? when.plusSeconds(60) : when,
                random.nextInt(5) > 0 ? ContactKind.CALL_PLACED : ContactKind.INBOUND_CALL,
                result,
                random.nextInt(6) == 0 ? Set.of(Someone.DEBT, Someone.OTHER_DEBT) : Set.of(debt()),
                Optional.of(new ClientId(1)),
                maybe(phone()),
                maybe(pick(Place.class)),
                random.nextInt(4) > 0 ? Voice.LIVE : pick(Voice.class),
                Optional.empty(),
                false,
                random.nextInt(5) == 0 ? Set.of(Excuse.WRONG_NUMBER) : Set.of());
    }

    private DialFacts.Hold hold() {
        return new DialFacts.Hold(
                pick(RandomRows.CODES),
                maybe(debt()),
                maybe(phone()),
                random.nextInt(3) == 0 ? EnumSet.of(pick(Channel.class)) : Set.of(),
                near(Duration.ofDays(2)),
                maybe(near(Duration.ofDays(2))));
    }

    private Consent consent() {
        String kind =
                pick(List.of(Consent.EXTRA_CALLS, Consent.TIME, Consent.RECORDED_VOICE, "TEXT"));
        boolean time = kind.equals(Consent.TIME);
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return new Consent(
                kind,
                random.nextInt(5) > 0,
                time ? Optional.empty() : maybe(debt()),
                time ? Optional.empty() : maybe(phone()),
                near(Duration.ofDays(kind.equals("TEXT") ? 90 : 9)),
                maybe(near(Duration.ofDays(2))),
                random.nextInt(5) == 0 ? Set.of(today, today.minusDays(1)) : Set.of(),
                time ? Optional.of(new Span(4 * 3_600, 6 * 3_600)) : Optional.empty(),
                Optional.empty());
    }

    private Preference wish() {
        if (random.nextInt(3) == 0) {
            return new Preference.BadPlace(pick(Place.class));
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        EnumSet.allOf(DayOfWeek.class).stream()
                .filter(_ -> random.nextBoolean())
                .forEach(days::add);
        int second = LocalTime.ofInstant(at, ZoneId.of(pick(ZONES))).toSecondOfDay();
        int near = Math.clamp(second + random.nextLong(-20, 60), 4 * 3_600, 23 * 3_600);
        int from = random.nextBoolean() ? near : random.nextInt(4 * 3_600, 20 * 3_600);
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return new Preference.BadTime(
                days,
                new Span(from, random.nextInt(from + 1, 86_400)),
                maybe(today.plusDays(random.nextInt(-2, 2))),
                maybe(today.plusDays(random.nextInt(-1, 3))));
    }

    private void times(int max, Runnable what) {
        for (int i = random.nextInt(max + 1); i > 0; i--) {
            what.run();
        }
    }

    private Instant near(Duration around) {
        return at.plusSeconds(random.nextLong(-around.toSeconds(), around.toSeconds() / 4 + 1));
    }

    private AccountId debt() {
        return random.nextInt(4) > 0 ? Someone.DEBT : Someone.OTHER_DEBT;
    }

    private PhoneId phone() {
        return random.nextInt(4) > 0 ? Someone.PHONE : OTHER_PHONE;
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextInt(3) > 0 ? Optional.of(value) : Optional.empty();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private <E extends Enum<E>> E pick(Class<E> from) {
        return from.getEnumConstants()[random.nextInt(from.getEnumConstants().length)];
    }
}
