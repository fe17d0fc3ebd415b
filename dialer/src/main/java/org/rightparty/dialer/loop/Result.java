package org.rightparty.dialer.loop;

import org.rightparty.compliance.gate.Reservation;
import org.rightparty.console.agent.AgentState;
import org.rightparty.console.agent.Offer;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.NoCalls;
import org.rightparty.console.desk.ScreenPop;
import org.rightparty.console.desk.WrapUps.Undisposed;
import org.rightparty.vocabulary.AgentId;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What came of a [Work].
public sealed interface Result {
    /// Done; there is nothing to say about it.
    record Written() implements Result {}

    record Reserved(List<Pool.Drawn> drawn) implements Result {
        public Reserved {
            drawn = List.copyOf(drawn);
        }
    }

    record Offered(Optional<Offer> offer) implements Result {}

    /// @param holder who else has the person on a call; empty when nobody was seen to
    record Dialed(Reservation reservation, ScreenPop screen, Optional<CallBook.Holder> holder)
            implements Result {}

    record Transferred(Reservation reservation) implements Result {}

    /// What was asked for does not exist.
    record Missing() implements Result {}

    record Screen(ScreenPop screen) implements Result {}

    record Disposed(Answer answer) implements Result {}

    /// @param paused as the tables last knew the agent
    record DeskRead(
            Roster.Member member, Optional<AgentState.NotReady> paused, List<Undisposed> owed)
            implements Result {
        public DeskRead {
            owed = List.copyOf(owed);
        }
    }

    record WindowRead(
            CallBook.Abandonment abandonment,
            Roster.Tallies tallies,
            Optional<NoCalls> lacks,
            List<Roster.OwnCallback> callbacks)
            implements Result {
        public WindowRead {
            callbacks = List.copyOf(callbacks);
        }
    }

    record OpenRead(List<CallBook.OpenAttempt> open, Map<AgentId, Roster.Member> members)
            implements Result {
        public OpenRead {
            open = List.copyOf(open);
            members = Map.copyOf(members);
        }
    }
}
