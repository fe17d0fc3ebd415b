package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.ACCOUNT_PARTY;
import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.AUDIT_ENTRY;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.GATE_DECISION;
import static org.rightparty.schema.generated.Tables.HOLD;
import static org.rightparty.schema.generated.Tables.LIVE_ATTEMPT;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.gate.Attempt;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.postgres.Office.Debtor;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A conversation is handed over through the gate, and only to whom the law lets us speak of the
/// debt.
class TransferTest {
    /// A Tuesday noon in New York.
    private static final Instant NOON = Instant.parse("2026-04-07T16:00:00Z");

    private static final AgentId AGENT = new AgentId(7);

    private static final Office OFFICE = new Office();

    @AfterAll
    static void close() {
        OFFICE.close();
    }

    /// A conversation of this agent that is up, on an account of somebody new.
    static Attempt conversation(Office office, Debtor debtor, Instant at) {
        DialRequest plain = office.request(debtor);
        Attempt attempt = ((Reservation.Granted) office.reserve(plain, at)).attempt();
        office.transact(tx ->
                tx.update(LIVE_ATTEMPT)
                        .set(LIVE_ATTEMPT.AGENT_ID, AGENT)
                        .where(LIVE_ATTEMPT.ATTEMPT_ID.eq(attempt.id()))
                        .execute());
        return attempt;
    }

    static void party(Office office, Debtor whose, ConsumerId party, String role) {
        office.transact(tx ->
                tx.insertInto(ACCOUNT_PARTY)
                        .set(ACCOUNT_PARTY.ACCOUNT_ID, whose.account())
                        .set(ACCOUNT_PARTY.CONSUMER_ID, party)
                        .set(ACCOUNT_PARTY.PARTY_ROLE, role)
                        .set(ACCOUNT_PARTY.LIABLE, false)
                        .execute());
    }

    static DialRequest to(Attempt from, Debtor party) {
        return new DialRequest(
                from.campaign(),
                party.consumer(),
                from.account(),
                party.phone(),
                Mode.MANUAL,
                DialPath.TRANSFER,
                Optional.of(AGENT),
                25,
                Optional.of(from.id()));
    }

    /// A cosigner of this debtor speaks with us and is to be handed over to the debtor, who is the
    /// cosigner's spouse.
    static DialRequest toSpouse(Office office, Debtor spouse, Instant at) {
        Debtor cosigner = office.debtor();
        Debtor consumer = new Debtor(cosigner.consumer(), spouse.account(), cosigner.phone());
        party(office, spouse, cosigner.consumer(), "COSIGNER");
        office.transact(tx ->
                tx.update(ACCOUNT_PARTY)
                        .set(ACCOUNT_PARTY.LIABLE, true)
                        .where(ACCOUNT_PARTY.CONSUMER_ID.eq(cosigner.consumer()))
                        .execute());
        party(office, spouse, spouse.consumer(), "SPOUSE");
        return to(conversation(office, consumer, at), spouse);
    }

    private record Scene(Debtor consumer, Attempt from, Debtor party, DialRequest request) {}

    private static Scene scene(String role) {
        Debtor consumer = OFFICE.debtor();
        Attempt from = conversation(OFFICE, consumer, NOON);
        Debtor party = OFFICE.debtor();
        OFFICE.transact(tx -> tx.execute("DELETE FROM account WHERE id = " + party.account()));
        party(OFFICE, consumer, party.consumer(), role);
        return new Scene(consumer, from, party, to(from, party));
    }

    private static String verdict(DialRequest request, Instant at) {
        return switch (OFFICE.reserve(request, at)) {
            case Reservation.Granted _ -> "granted";
            case Reservation.Denied denied -> denied.reason().code();
            case Reservation.Busy _ -> "busy";
        };
    }

    private static void hold(ConsumerId consumer, String code) {
        OFFICE.transact(tx ->
                tx.insertInto(HOLD)
                        .set(HOLD.CONSUMER_ID, consumer)
                        .set(HOLD.CODE, code)
                        .set(HOLD.FROM_AT, NOON.minusSeconds(60))
                        .execute());
    }

    @ParameterizedTest
    @CsvSource({
        "ATTORNEY, granted",
        "CREDITOR, granted",
        "CREDITOR_ATTORNEY, granted",
        "COLLECTOR_ATTORNEY, granted",
        "COLLEAGUE, granted",
        "SPOUSE, granted",
        "GUARDIAN, granted",
        "EXECUTOR, granted",
        "COSIGNER, granted",
        "GUARANTOR, granted",
        "REPRESENTATIVE, PARTY_NOT_ALLOWED",
        "PARENT, PARTY_NOT_ALLOWED",
    })
    void only_those_are_reached_whom_the_law_names(String role, String verdict) {
        assertThat(verdict(scene(role).request(), NOON.plusSeconds(60))).isEqualTo(verdict);
    }

    @Test
    void a_parent_is_reached_while_the_consumer_is_a_minor() {
        Scene scene = scene("PARENT");
        OFFICE.transact(tx ->
                tx.update(CONSUMER)
                        .set(CONSUMER.MINOR, true)
                        .where(CONSUMER.ID.eq(scene.consumer().consumer()))
                        .execute());
        hold(scene.consumer().consumer(), "MINOR");
        assertThat(verdict(scene.request(), NOON.plusSeconds(60))).isEqualTo("granted");
    }

    @Test
    void the_permit_makes_one_attempt_and_one_entry_that_name_the_conversation() {
        Scene scene = scene("ATTORNEY");
        Instant at = NOON.plusSeconds(60);
        Attempt leg = ((Reservation.Granted) OFFICE.reserve(scene.request(), at)).attempt();
        assertThat(leg.transferredFrom()).contains(scene.from().id());
        assertThat(leg.covers(at.plusMillis(1_999))).isTrue();
        assertThat(leg.covers(at.plusMillis(2_000))).isFalse();
        OFFICE.transact(tx -> {
            assertThat(tx.fetchCount(ATTEMPT, ATTEMPT.TRANSFERRED_FROM.eq(scene.from().id())))
                    .isEqualTo(1);
            assertThat(
                            tx.fetchCount(
                                    GATE_DECISION,
                                    GATE_DECISION.TRANSFERRED_FROM.eq(scene.from().id())))
                    .isEqualTo(1);
            return assertThat(
                            tx.fetchSingle(AUDIT_ENTRY, AUDIT_ENTRY.ATTEMPT_ID.eq(leg.id()))
                                    .toString())
                    .contains("dial.permitted");
        });
        assertThat(verdict(scene.request(), at)).isEqualTo("CONCURRENT_ATTEMPT");
    }

    @Test
    void nothing_is_handed_over_that_is_over_or_another_agents() {
        Scene scene = scene("ATTORNEY");
        DialRequest request = scene.request();
        DialRequest others =
                new DialRequest(
                        request.campaign(),
                        request.consumer(),
                        request.account(),
                        request.phone(),
                        request.mode(),
                        request.path(),
                        Optional.of(new AgentId(8)),
                        25,
                        request.transferredFrom());
        assertThat(verdict(others, NOON.plusSeconds(60))).isEqualTo("FACTS_MISSING");
        OFFICE.end(scene.from(), Outcome.ANSWERED, NOON.plusSeconds(70));
        assertThat(verdict(request, NOON.plusSeconds(80))).isEqualTo("FACTS_MISSING");
    }

    @Test
    void somebody_who_is_nobody_to_the_account_is_not_reached() {
        Scene scene = scene("ATTORNEY");
        assertThat(verdict(to(scene.from(), OFFICE.debtor()), NOON.plusSeconds(60)))
                .isEqualTo("FACTS_MISSING");
    }

    @ParameterizedTest
    @CsvSource({
        "WRONG, NUMBER_UNUSABLE",
        "DO_NOT_CALL, NUMBER_UNUSABLE",
        "REASSIGNED, NUMBER_UNUSABLE",
        "VERIFIED, granted",
    })
    void a_number_that_is_bad_for_anybody_is_bad(String usable, String verdict) {
        Scene scene = scene("COLLEAGUE");
        ConsumerId other = scene("ATTORNEY").party().consumer();
        OFFICE.transact(tx -> {
            String e164 = tx.fetchSingle(PHONE, PHONE.ID.eq(scene.party().phone())).getE164();
            return tx.insertInto(PHONE)
                    .set(PHONE.CONSUMER_ID, other)
                    .set(PHONE.E164, e164)
                    .set(PHONE.USABLE, usable)
                    .execute();
        });
        assertThat(verdict(scene.request(), NOON.plusSeconds(60))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "CEASE, ATTORNEY, granted",
        "CEASE, SPOUSE, CEASE",
        "ATTORNEY, ATTORNEY, granted",
        "ATTORNEY, SPOUSE, ATTORNEY",
        "DECEASED, EXECUTOR, granted",
    })
    void what_the_consumer_asked_for_binds_those_who_stand_for_the_consumer(
            String code, String role, String verdict) {
        Scene scene = scene(role);
        hold(scene.consumer().consumer(), code);
        assertThat(verdict(scene.request(), NOON.plusSeconds(60))).isEqualTo(verdict);
    }

    /// The attorney's number is one of a debtor of ours too: everything holds that would hold for a
    /// call to that debtor.
    @ParameterizedTest
    @CsvSource({"nothing, granted", "CEASE, CEASE", "spoken, COOLDOWN_7D", "live, busy"})
    void on_a_debtors_number_every_rule_of_that_debtor_holds(String what, String verdict) {
        Scene scene = scene("ATTORNEY");
        String e164 =
                OFFICE.transact(
                        tx -> tx.fetchSingle(PHONE, PHONE.ID.eq(scene.party().phone())).getE164());
        Debtor other = OFFICE.debtorAt(e164);
        switch (what) {
            case "CEASE" -> hold(other.consumer(), "CEASE");
            case "live" -> OFFICE.reserve(OFFICE.request(other), NOON.plusSeconds(50));
            case "spoken" -> spoken(other, scene);
            default -> {}
        }
        assertThat(verdict(scene.request(), NOON.plusSeconds(60))).isEqualTo(verdict);
    }

    /// A conversation about the same debt two days before, on that number.
    private static void spoken(Debtor other, Scene scene) {
        Instant before = NOON.minus(Duration.ofDays(2));
        party(OFFICE, scene.consumer(), other.consumer(), "COSIGNER");
        OFFICE.transact(tx ->
                tx.execute("UPDATE account_party SET liable = true WHERE party_role = 'COSIGNER'"));
        DialRequest about =
                new DialRequest(
                        scene.from().campaign(),
                        other.consumer(),
                        scene.consumer().account(),
                        other.phone(),
                        Mode.MANUAL,
                        DialPath.AGENT,
                        Optional.of(AGENT),
                        25);
        Reservation.Granted call = (Reservation.Granted) OFFICE.reserve(about, before);
        OFFICE.end(call.attempt(), Outcome.ANSWERED, before.plusSeconds(60));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-07T11:59:59Z, OUTSIDE_HOURS",
        "2026-04-07T12:00:00Z, granted",
        "2026-04-08T00:59:00Z, granted",
        "2026-04-08T01:00:00Z, OUTSIDE_HOURS",
    })
    void an_attorney_is_reached_within_the_hours_of_the_house(Instant at, String verdict) {
        Debtor consumer = OFFICE.debtor();
        Attempt from = conversation(OFFICE, consumer, NOON);
        Debtor party = OFFICE.debtor();
        OFFICE.transact(tx -> tx.execute("DELETE FROM account WHERE id = " + party.account()));
        party(OFFICE, consumer, party.consumer(), "ATTORNEY");
        assertThat(verdict(to(from, party), at)).isEqualTo(verdict);
    }
}
