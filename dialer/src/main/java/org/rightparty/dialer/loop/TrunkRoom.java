package org.rightparty.dialer.loop;

import org.rightparty.dialer.call.Telephone;
import org.rightparty.dialer.pacing.Standing;
import org.rightparty.dialer.pacing.TrunkHealth;
import org.rightparty.vocabulary.AttemptId;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The trunks of one telephone system, shared by all campaigns that dial by it: the room on them,
/// where a permit that is on order is booked, so that no two campaigns count on the same channel;
/// and what all campaigns' calls tell of each. Any thread.
final class TrunkRoom {
    private final Telephone telephone;
    private final TrunkHealth health = new TrunkHealth();
    private Set<String> avoided = Set.of();
    private int booked;

    TrunkRoom(Telephone telephone) {
        this.telephone = telephone;
    }

    Telephone telephone() {
        return telephone;
    }

    Share share() {
        return new Share();
    }

    /// How many more permits may be ordered now.
    private synchronized int offered() {
        return Math.max(0, telephone.room() - booked);
    }

    private synchronized void saw(String trunk, boolean through, Instant placedAt, Instant now) {
        if (health.saw(trunk, through, placedAt, now)) {
            Set<String> avoid = health.avoid();
            if (!avoid.equals(avoided)) {
                avoided = avoid;
                telephone.avoid(avoid);
            }
        }
    }

    private synchronized <T> T ask(Function<TrunkHealth, T> question) {
        return question.apply(health);
    }

    /// What one campaign has booked.
    final class Share {
        private int mine;

        int offered() {
            return TrunkRoom.this.offered();
        }

        /// A call got through to the number's network, or did not.
        void saw(String trunk, boolean through, Instant placedAt, Instant now) {
            TrunkRoom.this.saw(trunk, through, placedAt, now);
        }

        Optional<String> trunkOf(AttemptId call) {
            return telephone.trunkOf(call);
        }

        Standing standing(String trunk) {
            return ask(h -> h.of(trunk));
        }

        /// The share of calls that get through, as far as the trunk is not sound; 1 otherwise.
        double through(String trunk) {
            return ask(h -> h.through(trunk));
        }

        /// Something told with the trunks' health at hand.
        <T> T tell(Function<TrunkHealth, T> question) {
            return ask(question);
        }

        /// Books room for as many of `wanted` permits as there is.
        ///
        /// @return how many
        int book(int wanted) {
            synchronized (TrunkRoom.this) {
                int got = Math.min(wanted, TrunkRoom.this.offered());
                booked += got;
                mine += got;
                return got;
            }
        }

        /// So many permits came, and their calls are with the telephone system, or will not come.
        void settle(int permits) {
            synchronized (TrunkRoom.this) {
                if (permits > mine) {
                    throw new IllegalStateException(permits + " settled of " + mine + " booked");
                }
                booked -= permits;
                mine -= permits;
            }
        }

        /// The campaign is let go; what it ordered will not be placed from here.
        void giveBack() {
            synchronized (TrunkRoom.this) {
                settle(mine);
            }
        }
    }
}
