package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.ADDRESS;
import static org.rightparty.schema.generated.Tables.AREA_CODE_ZONE;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.LOCATION_EVIDENCE;
import static org.rightparty.schema.generated.Tables.NUMBER_ZONE;
import static org.rightparty.schema.generated.Tables.PHONE;
import static org.rightparty.schema.generated.Tables.POSTAL_ZONE;
import static org.rightparty.schema.generated.Tables.REGION_ZONE;

import static java.util.stream.Collectors.toCollection;

import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.postgres.Office.Debtor;
import org.rightparty.compliance.zones.Evidence;
import org.rightparty.compliance.zones.Whereabouts;
import org.rightparty.compliance.zones.ZoneTables;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.Outcome;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// Whose law reaches a call: number, address, what was said, and where the collector is. The view
/// and the tables in memory say the same of everything the tables know.
final class ReachOfTheLawTest {
    private static final Instant NOW = Instant.parse("2026-04-07T16:00:00Z");
    private static final ZoneTables TABLES = ShippedZones.read();
    private static Office office;

    @BeforeAll
    static void open() {
        office = new Office();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    number         | places
                    +16175550100   | US US-MA
                    +12025550100   | US US-DC
                    +12125550100   | US US-NY US-NY-NYC
                    +17185550100   | US US-NY US-NY-NYC
                    +15165550100   | US US-NY
                    +17875550100   | US US-PR
                    +19025550100   | CA CA-NS CA-PE
                    +18675550100   | CA CA-NT CA-NU CA-YT
                    +12425550100   | BS
                    +18005550100   | ''
                    +442079460000  | GB
                    +919876543210  | IN
                    +61255500000   | AU AU-ACT AU-NSW
                    +61491570006   | AU
                    +5511955500000 | BR BR-SP
                    +5561955500000 | BR BR-DF BR-GO
                    +4930123456    | ''
                    """)
    void takes_the_law_of_a_number(String number, String places) {
        ConsumerId consumer = someone();
        office.transact(tx -> phone(tx, consumer, number));
        assertThat(lawOf(consumer)).isEqualTo(set(places));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    country | region | postal code | places
                    US      | NY     | 10001       | US US-NY US-NY-NYC
                    US      | NY     | 10301       | US US-NY US-NY-NYC
                    US      | NY     | 10475       | US US-NY US-NY-NYC
                    US      | NY     | 10501       | US US-NY
                    US      | NY     | 11001       | US US-NY US-NY-NYC
                    US      | NY     | 11003       | US US-NY
                    US      | NY     | 11004-1234  | US US-NY US-NY-NYC
                    US      | NY     | 11201       | US US-NY US-NY-NYC
                    US      | NY     | 11501       | US US-NY
                    US      | NY     | 11691       | US US-NY US-NY-NYC
                    US      | NY     | 11701       | US US-NY
                    US      | NJ     | 10001       | US US-NJ US-NY US-NY-NYC
                    US      | ''     | 02108       | US US-MA
                    US      | MA     | ''          | US US-MA
                    GB      | ''     | SW1A 1AA    | GB
                    IN      | ''     | 110001      | IN
                    AU      | NSW    | 2000        | AU AU-NSW
                    AU      | ''     | 2000        | AU
                    BR      | SP     | 01000-000   | BR BR-SP
                    DE      | BE     | 10115       | ''
                    """)
    void takes_the_law_of_an_address(String country, String region, String code, String places) {
        ConsumerId consumer = someone();
        office.transact(tx -> address(tx, consumer, country, region, code));
        assertThat(lawOf(consumer)).isEqualTo(set(places));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    country | region | number        | zones
                    GB      | ''     | +442079460000 | Europe/London
                    IN      | ''     | +919876543210 | Asia/Kolkata
                    BR      | SP     | +551195550000 | America/Sao_Paulo
                    AU      | WA     | +61491570006  | ''
                    """)
    void knows_the_clocks_of_the_countries_whose_books_ship(
            String country, String region, String number, String zones) {
        ConsumerId consumer = someone();
        office.transact(
                tx -> address(tx, consumer, country, region, "") + phone(tx, consumer, number));
        Set<String> wanted = zones.isEmpty() ? names("AU") : set(zones);
        assertThat(new TreeSet<>(where(consumer).zoneNames())).isEqualTo(wanted);
    }

    @Test
    void says_the_same_of_every_number_in_the_view_and_in_memory() {
        List<String> numbers = new ArrayList<>();
        office.<List<String>>transact(tx -> tx.fetchValues(AREA_CODE_ZONE.AREA_CODE))
                .forEach(code -> numbers.add("+1" + code + "5550123"));
        office.<List<String>>transact(tx -> tx.fetchValues(NUMBER_ZONE.PREFIX))
                .forEach(prefix -> numbers.add(prefix + "55501234"));
        assertThat(numbers).hasSizeGreaterThan(500);
        agree(
                numbers,
                (tx, consumer, each) -> phone(tx, consumer, each),
                each -> TABLES.of(new PhoneNumber(each)));
    }

    @Test
    void says_the_same_of_every_postal_code_and_region_in_the_view_and_in_memory() {
        List<List<String>> addresses = new ArrayList<>();
        office.transact(tx ->
                        tx.select(POSTAL_ZONE.POSTAL_CODE, POSTAL_ZONE.REGION)
                                .from(POSTAL_ZONE)
                                .fetch())
                .forEach(row -> {
                    String zip = (row.value1() + "99").substring(0, 5);
                    List<String> stated = List.of(row.value2(), "", "MA");
                    addresses.add(List.of("US", stated.get(addresses.size() % 3), zip));
                });
        office.<List<String>>transact(tx -> tx.fetchValues(REGION_ZONE.REGION))
                .forEach(place -> {
                    String country = place.substring(0, 2);
                    String region = place.length() > 2 ? place.substring(3) : "";
                    addresses.add(List.of(country, region, ""));
                    addresses.add(List.of(country, "ZZ", ""));
                });
        agree(
                addresses,
                (tx, consumer, each) ->
                        address(tx, consumer, each.get(0), each.get(1), each.get(2)),
                each -> TABLES.of(each.get(0), each.get(1), each.get(2)));
    }

    @FunctionalInterface
    private interface Insert<T> {
        int at(DSLContext tx, ConsumerId consumer, T thing);
    }

    private static <T> void agree(
            List<T> things, Insert<T> insert, Function<T, List<Evidence>> memory) {
        List<ConsumerId> consumers =
                office.transact(tx -> {
                    List<ConsumerId> made = new ArrayList<>();
                    for (T thing : things) {
                        ConsumerId consumer = consumer(tx);
                        insert.at(tx, consumer, thing);
                        made.add(consumer);
                    }
                    return made;
                });
        Map<ConsumerId, List<Evidence>> view =
                office.transact(tx -> PostgresLocationEvidence.read(tx, consumers));
        for (int i = 0; i < things.size(); i++) {
            T thing = things.get(i);
            List<Evidence> read = view.getOrDefault(consumers.get(i), List.of());
            assertThat(Whereabouts.of(read, Set.of(), NOW))
                    .as("%s", thing)
                    .isEqualTo(Whereabouts.of(memory.apply(thing), Set.of(), NOW));
        }
    }

    @Test
    void counts_a_third_call_to_a_number_of_massachusetts_wherever_the_address_lies() {
        Debtor debtor = office.debtorAt("+16175550142");
        assertThat(refusalAfterTwoVoicemails(debtor)).isEqualTo("FREQ_MA_2IN7");
        Debtor other = office.debtorAt("+15185550142");
        assertThat(refusalAfterTwoVoicemails(other)).isNotEqualTo("FREQ_MA_2IN7");
    }

    /// New York asks for one side's consent alone. Of a collector who named no state nobody knows.
    @ParameterizedTest
    @CsvSource({"US, true", "US-TX, false", "US-CA, true"})
    void announces_the_recording_where_the_law_on_our_side_may_ask_for_it(
            String collector, boolean announces) {
        PostgresRulebooks books = new PostgresRulebooks(office.ledger, Set.of(collector));
        PostgresGate gate = new PostgresGate(books, office.ledger);
        Debtor debtor = office.debtor();
        Reservation answer = office.transact(tx -> gate.reserve(tx, office.request(debtor), NOW));
        assertThat(
                        ((Reservation.Granted) answer)
                                .attempt().obligations().stream()
                                        .anyMatch(duty ->
                                                duty.code().equals("RECORDING_ANNOUNCEMENT")))
                .isEqualTo(announces);
    }

    @Test
    void puts_every_call_under_the_law_of_the_collector() {
        PostgresRulebooks books = new PostgresRulebooks(office.ledger, Set.of("US-DC"));
        assertThat(books.collector()).containsExactlyInAnyOrder("US", "US-DC");
        PostgresGate gate = new PostgresGate(books, office.ledger);
        Debtor debtor = office.debtor();
        office.transact(tx ->
                tx.update(LOCATION_EVIDENCE)
                        .set(LOCATION_EVIDENCE.ZONES, new String[] {"America/Los_Angeles"})
                        .set(LOCATION_EVIDENCE.AUTHORITATIVE, true)
                        .where(LOCATION_EVIDENCE.CONSUMER_ID.eq(debtor.consumer()))
                        .execute());
        Instant late = Instant.parse("2026-04-08T01:30:00Z"); // 18:30 there, 21:30 in Washington
        Reservation answer = office.transact(tx -> gate.reserve(tx, office.request(debtor), late));
        assertThat(((Reservation.Denied) answer).reason().ruleId()).isEqualTo("US-DC-HRS");
    }

    @Test
    void adds_the_law_of_a_stated_place() {
        Debtor debtor = office.debtor();
        Evidence stated = TABLES.stated("US-TX", true, Optional.empty()).orElseThrow();
        office.transact(tx ->
                tx.insertInto(LOCATION_EVIDENCE)
                        .set(LOCATION_EVIDENCE.CONSUMER_ID, debtor.consumer())
                        .set(LOCATION_EVIDENCE.KIND, stated.kind().name())
                        .set(
                                LOCATION_EVIDENCE.ZONES,
                                stated.zones().stream()
                                        .map(Object::toString)
                                        .toArray(String[]::new))
                        .set(LOCATION_EVIDENCE.JURISDICTION, stated.jurisdiction().orElseThrow())
                        .set(LOCATION_EVIDENCE.AUTHORITATIVE, true)
                        .execute());
        Whereabouts where = where(debtor.consumer());
        assertThat(where.jurisdictions()).containsExactly("US", "US-NY", "US-NY-NYC", "US-TX");
        assertThat(where.zoneNames()).containsExactly("America/Chicago", "America/Denver");
    }

    @ParameterizedTest
    @CsvSource({"US-NY-NYC, America/New_York", "GB, Europe/London", "US, ''", "DE-BE, ''"})
    void knows_the_zones_of_a_stated_place_or_of_the_one_around_it(String place, String zones) {
        Set<String> names = new TreeSet<>();
        TABLES.stated(place, true, Optional.empty())
                .ifPresent(found -> found.zones().forEach(zone -> names.add(zone.getId())));
        assertThat(names).isEqualTo(set(zones));
    }

    private static String refusalAfterTwoVoicemails(Debtor debtor) {
        voicemail(debtor, Instant.parse("2026-04-02T16:00:00Z"));
        voicemail(debtor, Instant.parse("2026-04-04T16:00:00Z"));
        return switch (office.reserve(office.request(debtor), NOW)) {
            case Reservation.Denied denied -> denied.reason().code();
            case Reservation.Granted _, Reservation.Busy _ -> "none";
        };
    }

    private static void voicemail(Debtor debtor, Instant at) {
        Reservation answer = office.reserve(office.request(debtor), at);
        Reservation.Granted granted = (Reservation.Granted) answer;
        office.end(granted.attempt(), Outcome.VOICEMAIL_NO_MESSAGE, at.plusSeconds(30));
    }

    private static ConsumerId someone() {
        return office.transact(ReachOfTheLawTest::consumer);
    }

    private static ConsumerId consumer(DSLContext tx) {
        return tx.insertInto(CONSUMER)
                .set(CONSUMER.GIVEN_NAME, "Test")
                .set(CONSUMER.FAMILY_NAME, "Person")
                .returningResult(CONSUMER.ID)
                .fetchSingle()
                .value1();
    }

    private static int phone(DSLContext tx, ConsumerId consumer, String number) {
        return tx.insertInto(PHONE)
                .set(PHONE.CONSUMER_ID, consumer)
                .set(PHONE.E164, number)
                .set(PHONE.PLACE, "HOME")
                .execute();
    }

    private static int address(
            DSLContext tx, ConsumerId consumer, String country, String region, String code) {
        return tx.insertInto(ADDRESS)
                .set(ADDRESS.CONSUMER_ID, consumer)
                .set(ADDRESS.LINE1, "1 Main Street")
                .set(ADDRESS.CITY, "Somewhere")
                .set(ADDRESS.COUNTRY, country)
                .set(ADDRESS.REGION, region)
                .set(ADDRESS.POSTAL_CODE, code)
                .execute();
    }

    private static Whereabouts where(ConsumerId consumer) {
        return office.transact(
                tx -> PostgresLocationEvidence.whereabouts(tx, consumer, Set.of(), NOW));
    }

    private static Set<String> lawOf(ConsumerId consumer) {
        return where(consumer).jurisdictions();
    }

    private static Set<String> names(String region) {
        return Objects.requireNonNull(TABLES.regions().get(region)).stream()
                .map(Object::toString)
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> set(String words) {
        return Stream.of(words.split(" "))
                .filter(word -> !word.isEmpty())
                .collect(toCollection(TreeSet::new));
    }
}
