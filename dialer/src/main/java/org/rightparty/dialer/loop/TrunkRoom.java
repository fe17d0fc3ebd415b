package org.rightparty.dialer.loop;

import org.rightparty.dialer.call.Telephone;

/// The room on the trunks of one telephone system, shared by all campaigns that dial by it: a
/// permit that is on order is booked, so that no two campaigns count on the same channel. Any
/// thread.
final class TrunkRoom {
    private final Telephone telephone;
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

    /// What one campaign has booked.
    final class Share {
        private int mine;

        int offered() {
            return TrunkRoom.this.offered();
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
