package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rightparty.schema.generated.Tables.ADDRESS;
import static org.rightparty.schema.generated.Tables.CALLING_GROUP;
import static org.rightparty.schema.generated.Tables.LOCATION_EVIDENCE;
import static org.rightparty.schema.generated.Tables.PHONE;
import static org.rightparty.schema.generated.Tables.RULEBOOK;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.postgres.Office.Debtor;
import org.rightparty.compliance.rules.Provenance;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Rulebooks;

import java.time.Instant;
import java.util.List;
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
                .isEqualTo("house-policy 2026.1, us-federal 2026.1, us-states 2026.1");
        assertThat(office.<Integer>transact(tx -> tx.fetchCount(RULEBOOK))).isEqualTo(3);
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
        office.transact(tx ->
                tx.update(RULEBOOK)
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
    void derives_places_from_numbers_and_addresses_and_groups_consumers_by_them() {
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
        var groups =
                office.transact(tx -> {
                    var both = List.of(one.consumer(), other.consumer());
                    office.evidence.derive(tx, both);
                    office.evidence.derive(tx, both);
                    return office.evidence.callingGroups(tx, both, NOW);
                });
        var group =
                office.transact(tx ->
                        tx.selectFrom(CALLING_GROUP)
                                .where(CALLING_GROUP.ID.eq(groups.get(one.consumer())))
                                .fetchSingle());
        assertThat(group.getZones()).containsExactly("America/Chicago", "America/New_York");
        assertThat(group.getJurisdictions()).containsExactly("US", "US-IN");
        assertThat(groups.get(other.consumer())).isNotEqualTo(group.getId());
        assertThat(office.<Integer>transact(tx -> tx.fetchCount(LOCATION_EVIDENCE))).isEqualTo(3);
    }

    @Test
    void takes_no_place_from_a_number_that_is_not_hers() {
        Debtor debtor = office.debtor();
        var places =
                office.transact(tx -> {
                    tx.deleteFrom(LOCATION_EVIDENCE).execute();
                    tx.update(PHONE)
                            .set(PHONE.USABLE, "WRONG")
                            .where(PHONE.ID.eq(debtor.phone()))
                            .execute();
                    office.evidence.derive(tx, List.of(debtor.consumer()));
                    return office.evidence.whereabouts(tx, Set.of(debtor.consumer()), NOW);
                });
        assertThat(places.values())
                .singleElement()
                .satisfies(where -> assertThat(where.zones()).isEmpty());
    }
}
