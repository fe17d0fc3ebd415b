package org.rightparty.dialer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.placement.postgres.TestOffice;

import java.time.InstantSource;
import java.util.List;

/// `campaign set` as the shell calls it, over real tables.
final class CampaignSettingsTest {
    private static final String ENTERED = "+12025550100 25 false true 45";

    private final Database database = TestDatabase.fresh();
    private final TestAdministration administration = new TestAdministration(database);

    @BeforeEach
    void campaign() {
        run("campaign add Cards --mode preview --caller-id +12025550100");
        assertThat(kept()).containsExactly(ENTERED);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --caller-id +1-212-555-0101 | +12125550101 25 false true 45
                    --ring-seconds 15           | +12025550100 15 false true 45
                    --ring-seconds 60           | +12025550100 60 false true 45
                    --screening                 | +12025550100 25 true true 45
                    --no-recording              | +12025550100 25 false false 45
                    --wrap-up-seconds 1         | +12025550100 25 false true 1
                    --wrap-up-seconds 3600      | +12025550100 25 false true 3600
                    --ring-seconds 30 --screening --wrap-up-seconds 90 | \
                    +12025550100 30 true true 90
                    """)
    void sets_what_is_given_and_leaves_the_rest(String options, String after) {
        Said said = run("campaign set Cards " + options);
        assertThat(said.code()).as(said.text()).isZero();
        assertThat(kept()).containsExactly(after);
        assertThat(column("SELECT kind || ' ' || actor FROM audit_entry ORDER BY id"))
                .containsExactly("campaign.added command", "campaign.set command");
    }

    @Test
    void says_and_shows_what_is_set_and_enters_it_into_the_ledger() {
        run("campaign set Cards --screening --no-recording --wrap-up-seconds 90");
        Said back = run("campaign set Cards --no-screening --recording --ring-seconds 20");
        assertThat(back.text())
                .contains(
                        "Cards: caller id +12025550100; rings 20 s at most; does not screen;"
                                + " records conversations; wrap-up turns amber after 90 s");
        assertThat(run("campaign show Cards").text())
                .contains("  rings 20 s at most\n", "  wrap-up turns amber after 90 s\n");
        assertThat(column("SELECT payload FROM audit_entry ORDER BY id DESC LIMIT 1"))
                .singleElement()
                .asString()
                .contains("\"callerId\":\"+12025550100\"", "\"ringSeconds\":20")
                .contains("\"recording\":true", "\"screening\":false", "\"wrapUpSeconds\":90");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Cards --ring-seconds 14      | --ring-seconds is out of its range; write 15 to
                    Cards --ring-seconds 61      | --ring-seconds is out of its range; write 15 to
                    Cards --wrap-up-seconds 0    | --wrap-up-seconds is out of its range; write 1 to
                    Cards --wrap-up-seconds 3601 | --wrap-up-seconds is out of its range; write 1 to
                    Cards --caller-id 5550100    | --caller-id is no telephone number; write it as
                    Cards --caller-id +19005550100 | --caller-id is out of its range; write a number
                    Cards --ring-seconds 25      | nothing would change; give what is to be set
                    Cards                        | nothing would change; give what is to be set
                    Loans --ring-seconds 30      | there is no campaign Loans; ./rightparty campaign
                    """)
    void tells_what_cannot_be_set_and_the_mend(String words, String says) {
        Said said = run("campaign set " + words);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text()).contains(says);
        assertThat(kept()).containsExactly(ENTERED);
        assertThat(column("SELECT kind FROM audit_entry")).containsExactly("campaign.added");
    }

    private List<String> kept() {
        return column(
                "SELECT concat_ws(' ', caller_id, ring_seconds, screening::text, recording::text,"
                        + " wrap_up_target_seconds) FROM campaign");
    }

    private List<String> column(String sql) {
        return database.transact(tx -> tx.fetch(sql).getValues(0, String.class));
    }

    private Said run(String words) {
        InstantSource clock = InstantSource.fixed(TestAdministration.NOW);
        TestOffice office = new TestOffice(database, clock);
        return Said.of(
                Commands.all(_ -> new KeptOpen(office), _ -> administration), words.split(" +"));
    }
}
