package org.rightparty.dialer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.HOLD;
import static org.rightparty.schema.generated.Tables.PREFERENCE;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightparty.dialer.cli.Said;
import org.rightparty.dialer.cli.ScrubCommand;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;

/// `compliance scrub` as the shell calls it, over real tables with one account.
final class ScrubCommandTest {
    @TempDir Path directory;
    private @Nullable OneAccount it;

    @BeforeEach
    void open() throws SQLException, IOException {
        it = new OneAccount(directory);
    }

    @AfterEach
    void close() {
        it().close();
    }

    private OneAccount it() {
        return Objects.requireNonNull(it);
    }

    private Said scrub(String csv, String by) throws IOException {
        return it().run(ScrubCommand::new, csv, by);
    }

    private int holds() {
        return it().database.transact(tx -> tx.fetchCount(HOLD));
    }

    @Test
    void holds_stand_for_whom_the_list_names_and_the_tally_says_so() throws IOException {
        Said said = scrub("number,bar\n(614) 555-0101,CEASE\n(614) 555-0199,CEASE\n", "officer1");
        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text()).contains("2 rows: 1 holds stand, nobody here for 1, 0 refused");
        assertThat(holds()).isEqualTo(1);
    }

    @Test
    void the_same_list_twice_changes_nothing() throws IOException {
        String list =
                """
                number,bar,until,from,to,place
                (614) 555-0101,ATTORNEY,2027-01-31T05:00:00Z,,,
                (614) 555-0101,INCONVENIENT_TIME,,21:00,08:00,
                (614) 555-0101,INCONVENIENT_PLACE,,,,WORK
                """;
        Said once = scrub(list, "officer1");
        assertThat(once.text()).contains("3 rows: 3 holds stand", "0 refused");
        assertThat(scrub(list, "officer1")).isEqualTo(once);
        assertThat(holds()).isEqualTo(1);
        int wishes = it().database.transact(tx -> tx.fetchCount(PREFERENCE));
        assertThat(wishes).isEqualTo(2);
    }

    @Test
    void a_row_that_is_refused_is_told_and_the_others_stand() throws IOException {
        Said said = scrub("number,bar\nnone,CEASE\n(614) 555-0101,CEASE\n", "officer1");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).contains("row 2: ", "1 refused");
        assertThat(holds()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number,bar\n(614) 555-0101,CEASE\n\"(614) 555-0101,CEASE\n",
                "number,why\n(614) 555-0101,CEASE\n",
                "number\n(614) 555-0101\n"
            })
    void a_list_that_is_none_is_told_before_a_database_is_opened(String csv) throws IOException {
        Said said = scrub(csv, "officer1");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .startsWith("rightparty: " + directory.resolve("list.csv") + ": ")
                .hasLineCount(1);
        assertThat(it().opened()).isZero();
        assertThat(holds()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "agent1"})
    void only_an_officer_who_is_here_answers_for_it(String by) throws IOException {
        Said said = scrub("number,bar\n(614) 555-0101,CEASE\n", by);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .startsWith("rightparty: no officer or administrator with the log-in name " + by)
                .hasLineCount(1);
        assertThat(holds()).isZero();
    }
}
