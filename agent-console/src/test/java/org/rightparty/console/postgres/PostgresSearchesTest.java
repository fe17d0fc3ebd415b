package org.rightparty.console.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rightparty.console.office.Searches;
import org.rightparty.database.TestDatabase;
import org.rightparty.vocabulary.AgentId;

import java.util.Map;

class PostgresSearchesTest {
    private static final Map<String, String> REFUSED = Map.of("allowed", "no", "rule", "HOUSE-GAP");

    private final Case it = new Case(TestDatabase.fresh());
    private final AgentId other = other(it);
    private final Searches searches = new PostgresSearches(it.database);

    @AfterEach
    void close() {
        it.database.close();
    }

    private static AgentId other(Case it) {
        return new AgentId(
                it.insert(
                        "INSERT INTO agent (login, display_name, password_hash, line, line_secret)"
                                + " VALUES ('bosei', 'B. Osei', 'x', '2002', 's')"));
    }

    private boolean save(AgentId whose, String name) {
        return searches.save(whose, new Searches.Saved(name, REFUSED), Case.NOW);
    }

    @Test
    void each_finds_her_own_by_name_and_nobody_elses() {
        save(it.agent, "Refused by the gap");
        save(it.agent, "Abandoned");
        save(other, "Mine");
        assertThat(searches.of(it.agent))
                .extracting(Searches.Saved::name)
                .containsExactly("Abandoned", "Refused by the gap");
        assertThat(searches.of(other)).containsExactly(new Searches.Saved("Mine", REFUSED));
        searches.forget(other, "Abandoned");
        assertThat(searches.of(it.agent)).hasSize(2);
        searches.forget(it.agent, "Abandoned");
        assertThat(searches.of(it.agent)).hasSize(1);
    }

    @Test
    void one_of_the_same_name_takes_the_place_of_the_one_before() {
        save(it.agent, "Gap");
        Map<String, String> later = Map.of("rule", "US-FED-7IN7");
        assertThat(searches.save(it.agent, new Searches.Saved("Gap", later), Case.NOW)).isTrue();
        assertThat(searches.of(it.agent)).containsExactly(new Searches.Saved("Gap", later));
    }

    @Test
    void nobody_keeps_more_than_the_most() {
        for (int i = 0; i < Searches.MOST; i++) {
            assertThat(save(it.agent, "search " + i)).isTrue();
        }
        assertThat(save(it.agent, "one more")).isFalse();
        assertThat(save(it.agent, "search 0")).isTrue();
        assertThat(save(other, "one more")).isTrue();
    }
}
