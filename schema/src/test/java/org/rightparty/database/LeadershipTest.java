package org.rightparty.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeadershipTest {
    @Test
    void one_process_leads_at_a_time_and_the_next_when_it_is_gone() {
        try (Database database = TestDatabase.fresh();
                Leadership first = new Leadership(database);
                Leadership second = new Leadership(database)) {
            assertThat(first.hold()).isTrue();
            assertThat(first.hold()).isTrue();
            assertThat(second.hold()).isFalse();

            first.close();

            assertThat(second.hold()).isTrue();
            assertThat(first.hold()).isFalse();
        }
    }
}
