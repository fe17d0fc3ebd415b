package org.rightparty.dialer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rightparty.database.Leadership.Standing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

class LeadTest {
    private final Queue<Standing> standings = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final Lead lead =
            new Lead(standings::remove, () -> done.add("take up"), () -> done.add("let go"));

    @Test
    void takes_up_what_it_let_go_when_the_right_is_its_own_again() {
        lead.begin();
        look(Standing.LEADING, Standing.FOLLOWING, Standing.FOLLOWING);
        assertThat(done).containsExactly("take up", "let go");
        look(Standing.LEADING_ANEW, Standing.LEADING);
        assertThat(done).containsExactly("take up", "let go", "take up");
    }

    @Test
    void starts_anew_when_another_led_between_two_looks() {
        lead.begin();
        look(Standing.LEADING_ANEW);
        assertThat(done).containsExactly("take up", "let go", "take up");
    }

    @Test
    void tries_again_when_taking_up_failed() {
        List<String> tries = new ArrayList<>();
        Lead failing =
                new Lead(
                        () -> Standing.LEADING,
                        () -> {
                            tries.add("try");
                            if (tries.size() == 1) {
                                throw new IllegalStateException("the database went away again");
                            }
                        },
                        () -> {});
        try {
            failing.look();
        } catch (IllegalStateException first) {
            assertThat(tries).hasSize(1);
        }
        failing.look();
        failing.look();
        assertThat(tries).hasSize(2);
    }

    private void look(Standing... told) {
        for (Standing standing : told) {
            standings.add(standing);
            lead.look();
        }
    }
}
