package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rightparty.schema.generated.Tables.ADDRESS;
import static org.rightparty.schema.generated.Tables.LOCATION_EVIDENCE;
import static org.rightparty.schema.generated.Tables.PHONE;
import static org.rightparty.schema.generated.Tables.RULEBOOK;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.postgres.Office.Debtor;
import org.rightparty.compliance.rules.Provenance;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.zones.Whereabouts;

import java.time.Instant;
import java.util.Set;

final class RulebooksAndPlacesTest {
    private static final Instant NOW = Instant.parse("2026-04-07T16:00:00Z");
    private Office office;

    @BeforeEach
    void open() {
        office = new Office();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void keeps_the_shipped_books_once_and_reads_those_in_force() {
        office.transact(tx -> {
            office.rulebooks.loadShipped(tx, NOW);
            return true;
        });
        Rulebooks books = office.transact(tx -> office.rulebooks.at(tx, NOW));
        assertThat(books.title())
                .isEqualTo(
                        "australia 2026.2, brazil 2026.3, canada 2026.3, house-policy 2026.6,"
                                + " india 2026.3, united-kingdom 2026.3, us-federal 2026.4,"
                                + " us-states 2026.5");
        assertThat(office.<Integer>transact(tx -> tx.fetchCount(RULEBOOK))).isEqualTo(8);
        assertThat(books.sha256()).hasSize(64);
    }

    @Test
    void ships_only_rows_that_were_read_in_the_law_or_decided_by_the_house() {
        Rulebooks books = office.transact(tx -> office.rulebooks.at(tx, NOW));
        assertThat(books.rows())
                .extracting(row -> row.rule().provenance())
                .containsOnly(Provenance.VERIFIED, Provenance.HOUSE);
        assertThat(books.rows()).extracting(row -> row.rule().id()).doesNotHaveDuplicates();
        assertThat(books.rows().stream().map(Rulebooks.Row::rule))
                .allMatch(rule -> !rule.sentence().isEmpty() && !rule.citation().isEmpty());
        assertThat(books.rows().stream().map(Rulebooks.Row::rule).map(Rule::id))
                .doesNotContain("US-NYC-3IN7");
    }

    @Test
    void stops_when_an_approved_book_was_changed() {
        office.tamper(tx ->
                tx.execute("ALTER TABLE rulebook DISABLE TRIGGER rulebook_kept")
                        + tx.update(RULEBOOK)
                                .set(RULEBOOK.SHA256, "0".repeat(64))
                                .where(RULEBOOK.NAME.eq("us-federal"))
                                .execute());
        assertThatThrownBy(() ->
                        office.transact(tx -> office.rulebooks.at(tx, NOW.plusSeconds(3_600))))
                .hasMessageContaining("not what was approved");
        assertThatThrownBy(() ->
                        office.transact(tx -> {
                            office.rulebooks.loadShipped(tx, NOW);
                            return true;
                        }))
                .hasMessageContaining("without a new version");
    }

    @Test
    void finds_places_by_numbers_and_addresses() {
        Debtor one = office.debtor();
        Debtor other = office.debtor();
        office.transact(tx ->
                tx.deleteFrom(LOCATION_EVIDENCE).execute()
                        + tx.insertInto(ADDRESS)
                                .set(ADDRESS.CONSUMER_ID, one.consumer())
                                .set(ADDRESS.LINE1, "1 Main Street")
                                .set(ADDRESS.CITY, "Gary")
                                .set(ADDRESS.REGION, "IN")
                                .set(ADDRESS.POSTAL_CODE, "46402")
                                .execute());
        Whereabouts place = whereabouts(one);
        assertThat(place.zoneNames()).containsExactly("America/Chicago", "America/New_York");
        assertThat(place.jurisdictions()).containsExactly("US", "US-IN", "US-NY", "US-NY-NYC");
        assertThat(whereabouts(other).zoneNames()).containsExactly("America/New_York");
        assertThat(whereabouts(other).jurisdictions()).containsExactly("US", "US-NY", "US-NY-NYC");
    }

    /// By the whole ZIP code, by its first three digits, by the state, and not at all.
    @ParameterizedTest
    @CsvSource({
        "US, IN, 46402, America/Chicago, US-IN",
        "US, IN, 46402-1234, America/Chicago, US-IN",
        "US, NY, 10001, America/New_York, US-NY",
        "US, HI, '', Pacific/Honolulu, US-HI",
        "CA, QC, H2X 1Y4, America/Toronto, CA-QC",
        "DE, BE, 10115, , US"
    })
    void finds_places_by_address(
            String country,
            String region,
            String postalCode,
            @Nullable String zone,
            String jurisdiction) {
        Debtor debtor = office.debtor();
        office.transact(tx -> {
            tx.deleteFrom(LOCATION_EVIDENCE).execute();
            tx.update(PHONE).set(PHONE.USABLE, "WRONG").execute();
            return tx.insertInto(ADDRESS)
                    .set(ADDRESS.CONSUMER_ID, debtor.consumer())
                    .set(ADDRESS.LINE1, "1 Main Street")
                    .set(ADDRESS.CITY, "Somewhere")
                    .set(ADDRESS.COUNTRY, country)
                    .set(ADDRESS.REGION, region)
                    .set(ADDRESS.POSTAL_CODE, postalCode)
                    .execute();
        });
        Whereabouts place = whereabouts(debtor);
        if (zone == null) {
            assertThat(place.zones()).isEmpty();
        } else {
            assertThat(place.zoneNames()).contains(zone);
        }
        assertThat(place.jurisdictions()).contains(jurisdiction);
    }

    @Test
    void takes_no_place_from_a_number_that_is_not_hers() {
        Debtor debtor = office.debtor();
        office.transact(tx ->
                tx.deleteFrom(LOCATION_EVIDENCE).execute()
                        + tx.update(PHONE)
                                .set(PHONE.USABLE, "WRONG")
                                .where(PHONE.ID.eq(debtor.phone()))
                                .execute());
        assertThat(whereabouts(debtor).zones()).isEmpty();
    }

    private Whereabouts whereabouts(Debtor debtor) {
        return office.transact(tx ->
                PostgresLocationEvidence.whereabouts(tx, debtor.consumer(), Set.of("US"), NOW));
    }
}
