package org.rightparty.dialer.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.LineEvent;
import org.rightparty.dialer.call.Telephone;
import org.rightparty.dialer.pacing.Standing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

class TrunkRoomTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    private final HandTelephone telephone = new HandTelephone(new Nobody(), CLOCK);
    private final TrunkRoom room = new TrunkRoom(telephone);

    @Test
    void what_one_campaign_has_booked_no_other_is_offered() {
        TrunkRoom.Share one = room.share();
        TrunkRoom.Share other = room.share();
        assertThat(one.book(70)).isEqualTo(70);
        assertThat(other.offered()).isEqualTo(30);
        assertThat(other.book(40)).isEqualTo(30);
        assertThat(one.book(1)).isZero();
        one.settle(50);
        assertThat(other.offered()).isEqualTo(50);
    }

    @Test
    void a_campaign_that_is_let_go_gives_back_what_it_booked() {
        TrunkRoom.Share one = room.share();
        one.book(70);
        one.giveBack();
        assertThat(room.share().offered()).isEqualTo(100);
    }

    @Test
    void nobody_settles_more_than_was_booked() {
        TrunkRoom.Share one = room.share();
        one.book(1);
        assertThatThrownBy(() -> one.settle(2)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_one_campaigns_calls_tell_of_a_trunk_all_go_by() {
        TrunkRoom.Share one = room.share();
        TrunkRoom.Share other = room.share();
        for (int i = 0; i < 2; i++) {
            one.saw("north", false, Instant.EPOCH, Instant.EPOCH);
            other.saw("north", false, Instant.EPOCH, Instant.EPOCH);
        }
        assertThat(telephone.avoided).containsExactly("north");
        assertThat(other.standing("north")).isEqualTo(Standing.DEAD);
        one.saw("north", true, Instant.EPOCH, Instant.EPOCH);
        assertThat(telephone.avoided).isEmpty();
    }

    private static final class Nobody implements Telephone.Listener {
        @Override
        public void call(CallEvent event) {}

        @Override
        public void line(LineEvent event) {}

        @Override
        public void link(boolean up, Instant at) {}

        @Override
        public void resynchronised(
                List<Telephone.LiveCall> calls, List<Telephone.LiveLine> lines, Instant at) {}
    }
}
