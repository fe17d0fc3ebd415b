package org.rightparty.dialer.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rightparty.dialer.asterisk.Moves.Move;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.vocabulary.AttemptId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

class MovesTest {
    private static final AttemptId CALL = new AttemptId(7);
    private static final Instant AT = Instant.parse("2026-03-02T15:00:00Z");
    private static final CallEvent HELD = new CallEvent.Held(CALL, AT);

    private final SlowSwitch slow = new SlowSwitch();
    private final Moves moves = new Moves(slow);

    @Test
    void sends_the_second_only_when_the_first_took_effect() {
        moves.move(CALL, Move.toHold());
        moves.move(CALL, Move.toRoom("2001"));
        assertThat(slow.sent).containsExactly("hold s");
        moves.heard(HELD);
        assertThat(slow.sent).containsExactly("hold s", "room 2001");
    }

    @Test
    void makes_only_the_last_of_several_that_wait() {
        moves.move(CALL, Move.toHold());
        moves.move(CALL, Move.toRoom("2001"));
        moves.move(CALL, Move.toRoom("2002"));
        moves.heard(HELD);
        moves.heard(joined("2002"));
        assertThat(slow.sent).containsExactly("hold s", "room 2002");
    }

    @Test
    void repeats_a_move_without_effect_and_then_gives_up() {
        moves.move(CALL, Move.toRoom("2001"));
        slow.aSecondPasses();
        slow.aSecondPasses();
        assertThat(slow.sent).containsExactly("room 2001", "room 2001", "room 2001");
        assertThat(slow.failed).isEmpty();
        slow.aSecondPasses();
        assertThat(slow.failed).containsExactly("NO_EFFECT");
        slow.aSecondPasses();
        assertThat(slow.sent).hasSize(3);
    }

    @Test
    void does_not_take_another_room_for_the_effect() {
        moves.move(CALL, Move.toRoom("2001"));
        moves.heard(joined("2002"));
        slow.aSecondPasses();
        assertThat(slow.sent).hasSize(2);
    }

    @Test
    void takes_an_empty_room_for_the_effect() {
        moves.move(CALL, Move.toRoom("2001"));
        moves.heard(new CallEvent.Orphaned(CALL, AT));
        slow.aSecondPasses();
        assertThat(slow.sent).hasSize(1);
        assertThat(slow.failed).isEmpty();
    }

    @Test
    void pulls_nobody_out_of_the_message() {
        moves.move(CALL, Move.toRoom("2001"));
        moves.heard(new CallEvent.Abandoned(CALL, AT));
        slow.aSecondPasses();
        assertThat(slow.sent).hasSize(1);
        assertThat(slow.failed).containsExactly("NO_EFFECT");
    }

    @Test
    void says_at_once_that_the_person_has_gone() {
        moves.move(CALL, Move.toRoom("2001"));
        slow.answer(Reply.REFUSED);
        assertThat(slow.failed).containsExactly("CHANNEL_GONE");
        slow.aSecondPasses();
        assertThat(slow.sent).hasSize(1);
    }

    @Test
    void an_effect_that_came_needs_no_repeating() {
        moves.move(CALL, Move.toRoom("2001"));
        moves.heard(joined("2001"));
        slow.aSecondPasses();
        moves.move(CALL, Move.toHold());
        assertThat(slow.sent).containsExactly("room 2001", "hold s");
        assertThat(slow.failed).isEmpty();
    }

    @Test
    void forgets_a_call_that_is_over() {
        moves.move(CALL, Move.toRoom("2001"));
        moves.forget(CALL);
        slow.aSecondPasses();
        assertThat(slow.sent).hasSize(1);
        assertThat(slow.failed).isEmpty();
    }

    private static CallEvent joined(String line) {
        return new CallEvent.Joined(CALL, line, AT);
    }

    /// Says nothing by itself.
    private static final class SlowSwitch implements Moves.Switch {
        private final List<String> sent = new ArrayList<>();
        private final List<String> failed = new ArrayList<>();
        private final List<Consumer<Reply>> open = new ArrayList<>();
        private List<Runnable> timers = new ArrayList<>();

        @Override
        public void redirect(AttemptId call, Move move, Consumer<Reply> onReply) {
            sent.add(move.context() + " " + move.exten());
            open.add(onReply);
        }

        @Override
        public void after(Duration delay, Runnable task) {
            timers.add(task);
        }

        @Override
        public void moveFailed(AttemptId call, String reason) {
            failed.add(reason);
        }

        void answer(Reply reply) {
            open.removeFirst().accept(reply);
        }

        void aSecondPasses() {
            List<Runnable> due = timers;
            timers = new ArrayList<>();
            due.forEach(Runnable::run);
        }
    }
}
