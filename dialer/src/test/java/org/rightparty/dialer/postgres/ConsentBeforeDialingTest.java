package org.rightparty.dialer.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.dialer.postgres.Floorplan.NOON;
import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.CONSENT;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.gate.ConsentAhead;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.ledger.AuditEntry.Actor;
import org.rightparty.compliance.postgres.PostgresGate;
import org.rightparty.compliance.postgres.PostgresLedger;
import org.rightparty.compliance.postgres.PostgresRulebooks;
import org.rightparty.console.office.Funnel;
import org.rightparty.dialer.loop.CampaignPolicy;
import org.rightparty.dialer.postgres.Floorplan.Person;
import org.rightparty.schema.generated.tables.records.DialCandidateRecord;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneId;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToIntFunction;

/// Whom a campaign that dials ahead chooses, under the rulebooks that come with the program: only
/// numbers that the gate would grant.
class ConsentBeforeDialingTest {
    private static final String NEEDED = "GATE_PREDICTIVE_NEEDS_MESSAGE_CONSENT";

    private final PostgresLedger ledger = new PostgresLedger();
    private final PostgresRulebooks rulebooks = new PostgresRulebooks(ledger);
    private final PostgresGate gate = new PostgresGate(rulebooks, ledger);
    private final Floorplan floor = new Floorplan(new Law());

    private final class Law implements OpenHours {
        private final RulebookHours hours = new RulebookHours(rulebooks, ZoneOffset.UTC);

        @Override
        public boolean open(
                DSLContext tx, List<String> zones, List<String> jurisdictions, Instant now) {
            return true;
        }

        @Override
        public ConsentAhead consents(DSLContext tx, Instant now) {
            return hours.consents(tx, now);
        }
    }

    ConsentBeforeDialingTest() {
        floor.database.transact(tx -> {
            rulebooks.loadShipped(tx, NOON.minus(Duration.ofDays(60)));
            return tx;
        });
    }

    @AfterEach
    void close() {
        floor.close();
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    line     | consent       | parked
                    LANDLINE | none          |
                    MOBILE   | none          | yes
                    UNKNOWN  | none          | yes
                    VOIP     | none          | yes
                    MOBILE   | given         |
                    MOBILE   | for the debt  |
                    MOBILE   | for another   | yes
                    MOBILE   | taken back    | yes
                    """)
    void an_imported_number_is_dialed_ahead_with_a_consent_on_record(
            String line, String consent, @Nullable String parked) {
        Person person = floor.person(90_000);
        line(person.phone(), line);
        switch (consent) {
            case "given" -> consent(person, person.phone(), null, true, 60);
            case "for the debt" -> consent(person, null, person.account(), true, 60);
            case "for another" -> consent(person, floor.phone(person, 2), null, true, 60);
            case "taken back" -> {
                consent(person, person.phone(), null, true, 60);
                consent(person, person.phone(), null, false, 30);
            }
            default -> {}
        }
        change(tx -> tx.update(PHONE).set(PHONE.USABLE, "WRONG").where(rank(2)).execute());
        floor.candidates.settleAll(NOON);
        DialCandidateRecord chosen = candidate(person);
        assertThat(chosen.getParked()).isEqualTo(parked == null ? "" : NEEDED);
        assertThat(chosen.getDue()).isEqualTo(parked == null);
    }

    private static Condition rank(int rank) {
        return PHONE.PREFERENCE_RANK.eq((short) rank);
    }

    @Test
    void the_landline_is_dialed_where_the_mobile_wants_a_consent_and_a_change_of_mode_turns_it() {
        Person person = floor.person(90_000);
        line(person.phone(), "MOBILE");
        PhoneId home = floor.phone(person, 2);
        line(home, "LANDLINE");
        PostgresRoster roster = new PostgresRoster(floor.database, floor.journal, ZoneOffset.UTC);
        CampaignPolicy ahead = roster.campaigns().getFirst();
        roster.ordered(Actor.PROGRAM, in(ahead, Mode.PROGRESSIVE), NOON);
        floor.candidates.settleAll(NOON);
        assertThat(candidate(person).getPhoneId()).isEqualTo(person.phone());
        roster.ordered(Actor.PROGRAM, in(ahead, Mode.PREDICTIVE), NOON);
        floor.candidates.settleAll(NOON);
        assertThat(candidate(person).getPhoneId()).isEqualTo(home);
    }

    @Test
    void the_funnel_says_who_needs_a_consent_and_nobody_is_claimed_in_vain() {
        for (int i = 0; i < 3; i++) {
            line(floor.person(90_000).phone(), "MOBILE");
        }
        Person consented = floor.person(80_000);
        line(consented.phone(), "MOBILE");
        consent(consented, consented.phone(), null, true, 60);
        floor.candidates.settleAll(NOON);
        Funnel funnel =
                floor.database
                        .transact(tx -> new PostgresFunnels(new Law()).of(tx, floor.campaign, NOON))
                        .orElseThrow();
        assertThat(funnel.dialable()).isEqualTo(1);
        assertThat(funnel.steps())
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.code()).isEqualTo(NEEDED);
                    assertThat(step.accounts()).isEqualTo(3);
                    assertThat(step.words()).startsWith("Needs consent on record");
                });
        assertThat(floor.pool.reserveNext(floor.campaign, Mode.PREDICTIVE, 20, NOON)).hasSize(1);
    }

    /// Every choice is put to the real gate; where a consent is wanting, it never said so.
    @Test
    void selection_and_gate_agree_on_random_numbers_and_consents() {
        Random chance = new Random(7);
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            people.add(random(chance));
        }
        floor.candidates.settleAll(NOON);
        int parked = 0;
        for (Person person : people) {
            DialCandidateRecord chosen = candidate(person);
            boolean granted = reserve(person, chosen.getPhoneId()) instanceof Reservation.Granted;
            assertThat(chosen.getParked()).isEqualTo(granted ? "" : NEEDED);
            parked += granted ? 0 : 1;
        }
        assertThat(parked).isBetween(5, 55);
    }

    private Person random(Random chance) {
        Person person = floor.person(90_000 + chance.nextInt(1_000));
        List<PhoneId> phones = new ArrayList<>(List.of(person.phone()));
        if (chance.nextBoolean()) {
            phones.add(floor.phone(person, 2));
        }
        List<String> lines = List.of("MOBILE", "UNKNOWN", "VOIP", "LANDLINE", "MOBILE", "MOBILE");
        phones.forEach(phone -> line(phone, lines.get(chance.nextInt(lines.size()))));
        if (chance.nextInt(4) == 0) {
            change(tx -> tx.update(ACCOUNT).set(ACCOUNT.FREQUENCY_GROUP, "one").execute());
        }
        for (int i = chance.nextInt(4); i > 0; i--) {
            PhoneId phone = chance.nextBoolean() ? phones.getLast() : null;
            AccountId account = chance.nextInt(3) == 0 ? person.account() : null;
            consent(person, phone, account, chance.nextInt(3) > 0, 10 + chance.nextInt(1_000));
        }
        return person;
    }

    private Reservation reserve(Person person, PhoneId phone) {
        DialRequest request =
                new DialRequest(
                        floor.campaign,
                        person.id(),
                        person.account(),
                        phone,
                        Mode.PREDICTIVE,
                        DialPath.CAMPAIGN,
                        Optional.empty(),
                        25);
        return floor.database.transact(tx -> gate.reserve(tx, request, NOON));
    }

    private static CampaignPolicy in(CampaignPolicy policy, Mode mode) {
        return PostgresRosterTest.with(policy, mode, policy.activity());
    }

    private DialCandidateRecord candidate(Person person) {
        return floor.candidate(person).orElseThrow();
    }

    private void line(PhoneId phone, String type) {
        change(tx ->
                tx.update(PHONE).set(PHONE.LINE_TYPE, type).where(PHONE.ID.eq(phone)).execute());
    }

    private void consent(
            Person person,
            @Nullable PhoneId phone,
            @Nullable AccountId account,
            boolean granted,
            int secondsAgo) {
        change(tx ->
                tx.insertInto(CONSENT)
                        .set(CONSENT.CONSUMER_ID, person.id())
                        .set(CONSENT.PHONE_ID, phone)
                        .set(CONSENT.ACCOUNT_ID, account)
                        .set(CONSENT.KIND, "TCPA_PRIOR_EXPRESS")
                        .set(CONSENT.GRANTED, granted)
                        .set(CONSENT.GIVEN_AT, NOON.minusSeconds(secondsAgo))
                        .execute());
    }

    private void change(ToIntFunction<DSLContext> work) {
        floor.database.transact(tx -> work.applyAsInt(tx));
    }
}
