package org.rightparty.compliance.zones;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.postgres.PostgresZones;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The reference tables as they are loaded into the database.
final class ZoneTablesTest {
    private static Database database;
    private static ZoneTables tables;

    @BeforeAll
    static void load() {
        database = TestDatabase.fresh();
        PostgresZones zones = new PostgresZones();
        tables =
                database.transact(tx -> {
                    zones.load(tx);
                    zones.load(tx);
                    return zones.tables(tx);
                });
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    number       | zones
                    +12195550100 | America/Chicago America/New_York
                    +14485550100 | America/Chicago America/New_York
                    +13645550100 | America/Chicago America/New_York
                    +19305550100 | America/Chicago America/New_York
                    +14585550100 | America/Denver America/Los_Angeles
                    +19285550100 | America/Denver America/Phoenix
                    +12125550100 | America/New_York
                    +17295550100 | America/Chicago America/New_York
                    +14575550100 | America/Chicago
                    +14655550100 | America/New_York
                    +19245550100 | America/Chicago
                    +18005550100 | ''
                    +17385550100 | ''
                    +15005550100 | ''
                    +442079460000 | Europe/London
                    """)
    void takes_an_area_code_for_all_its_zones(String number, String zones) {
        assertThat(names(tables.of(new PhoneNumber(number)))).isEqualTo(set(zones));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    country | region | postal code | zones
                    US      | IN     | 46402       | America/Chicago
                    US      | IN     | 46402-1234  | America/Chicago
                    US      | OR     | 97914       | America/Boise
                    US      | AK     | 99546       | America/Adak
                    US      | AZ     | 85001       | America/Phoenix
                    US      | PR     | 00901       | America/Puerto_Rico
                    US      | TN     | ''          | America/Chicago America/New_York
                    US      | TN     | 1           | America/Chicago America/New_York
                    US      | AE     | 09001       | ''
                    CA | ON | M5V 3L9 | America/Atikokan America/Toronto America/Winnipeg
                    DE      | BE     | 10115       | ''
                    """)
    void takes_an_address_by_its_zip_code_or_else_its_state(
            String country, String region, String postalCode, String zones) {
        assertThat(names(tables.of(country, region, postalCode))).isEqualTo(set(zones));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    ZIP        | state
                    06320      | CT
                    06390      | NY
                    83401      | ID
                    83414      | WY
                    43004-1234 | OH
                    00901      | PR
                    09001      | ''
                    4300       | ''
                    """)
    void knows_the_state_of_a_zip_code(String zip, String state) {
        assertThat(tables.regionOfZip(zip).orElse("")).isEqualTo(state);
    }

    @Test
    void goes_by_what_the_consumer_said_and_keeps_every_law() {
        Instant now = Instant.parse("2026-04-07T16:00:00Z");
        Evidence address = tables.of("US", "DC", "20001").getFirst();
        Evidence stated =
                new Evidence(
                        Evidence.Kind.STATED,
                        Set.of(ZoneId.of("America/Los_Angeles")),
                        Optional.of("US-NY-NYC"),
                        true,
                        Optional.of(now.plusSeconds(1)));
        Whereabouts where = Whereabouts.of(List.of(address, stated), now);
        assertThat(where.zoneNames()).containsExactly("America/Los_Angeles");
        assertThat(where.jurisdictions()).containsExactly("US", "US-DC", "US-NY", "US-NY-NYC");
        assertThat(Whereabouts.of(List.of(address, stated), now.plusSeconds(1)).zoneNames())
                .containsExactly("America/New_York");
        assertThat(Whereabouts.of(List.of(), now).zones()).isEmpty();
    }

    private static Set<String> names(List<Evidence> evidence) {
        return evidence.stream()
                .flatMap(item -> item.zones().stream())
                .map(ZoneId::getId)
                .collect(Collectors.toSet());
    }

    private static Set<String> set(String words) {
        return Stream.of(words.split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
