package org.rightparty.dialer.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rightparty.console.desk.WrapUps.Undisposed;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.util.List;

class LooseEndsTest {
    private static final Instant AT = Instant.parse("2026-03-03T15:00:00Z");
    private static final AgentId ANN = new AgentId(1);
    private static final Undisposed TALK =
            new Undisposed(
                    new AttemptId(81),
                    new AccountId(7),
                    new PhoneId(9),
                    AT,
                    AT.plusSeconds(60),
                    "CONSUMER",
                    List.of());

    private final LooseEnds ends = new LooseEnds();

    @Test
    void what_the_tables_knew_too_late_is_owed_all_the_same() {
        ends.opening(ANN);
        ends.left(ANN, TALK);
        ends.written(TALK.attempt());
        assertThat(ends.opened(ANN, List.of())).containsExactly(TALK);
    }

    @Test
    void what_was_written_before_the_desk_was_read_is_for_the_tables_to_tell() {
        ends.left(ANN, TALK);
        ends.written(TALK.attempt());
        ends.opening(ANN);
        assertThat(ends.opened(ANN, List.of())).isEmpty();
    }

    /// The first page is refused its desk while that of the second is being read.
    @Test
    void it_is_kept_as_long_as_any_page_of_its_agent_waits() {
        ends.left(ANN, TALK);
        ends.opening(ANN);
        ends.opening(ANN);
        ends.notOpened(ANN);
        ends.written(TALK.attempt());
        assertThat(ends.opened(ANN, List.of())).containsExactly(TALK);
        ends.opening(ANN);
        assertThat(ends.opened(ANN, List.of())).isEmpty();
    }
}
