package org.rightparty.console.web;

import org.rightparty.console.agent.PauseReason;
import org.rightparty.console.desk.DeskSnapshot;
import org.rightparty.console.desk.NoCalls;
import org.rightparty.console.desk.ScreenPop;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Outcome;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The whole desk of one agent, as the page reads it.
///
/// @param at the server's clock when the snapshot was taken; timers count from it
public record WireDesk(
        long agent,
        long revision,
        Instant at,
        long campaign,
        String campaignName,
        Mode mode,
        WireState state,
        DeskSnapshot.Line line,
        Optional<PauseReason> pauseAfterCall,
        boolean helpWanted,
        Optional<NoCalls> noCalls,
        Optional<Missed> missed,
        Optional<Call> call) {

    /// A call of this agent that reached nobody.
    public record Missed(
            long attempt,
            String name,
            Optional<Wire.Dialable> number,
            Outcome outcome,
            boolean declined,
            String hungUpBy,
            Instant at) {
        static Missed of(DeskSnapshot.Missed missed) {
            return new Missed(
                    missed.attempt().value(),
                    missed.name(),
                    missed.number().map(WireScreen::number),
                    missed.outcome(),
                    missed.declined(),
                    missed.hungUpBy(),
                    missed.at());
        }

        @Override
        public String toString() {
            return "Missed[" + attempt + "]";
        }
    }

    /// The call in front of the agent.
    ///
    /// @param screen absent while it is still being loaded
    public record Call(
            Optional<Long> attempt,
            DeskSnapshot.Phase phase,
            Optional<Instant> answeredAt,
            Optional<Instant> endedAt,
            String hungUpBy,
            DeskSnapshot.Recorded recording,
            boolean verified,
            Optional<Transfer> transfer,
            Optional<WireScreen> screen,
            List<DeskSnapshot.Duty> duties,
            boolean announce) {
        static Call of(DeskSnapshot.CallInFront call) {
            return new Call(
                    call.attempt().map(AttemptId::value),
                    call.phase(),
                    call.answeredAt(),
                    call.endedAt(),
                    call.hungUpBy(),
                    call.recording(),
                    call.verified(),
                    call.transfer().map(Transfer::of),
                    call.screen().map(screen -> shown(call, screen)).map(WireScreen::of),
                    call.duties(),
                    call.announce());
        }

        private static ScreenPop shown(DeskSnapshot.CallInFront call, ScreenPop screen) {
            if (call.phase() == DeskSnapshot.Phase.PREVIEW) {
                return screen.debt().isPresent() ? screen.beforeDialing() : screen;
            } else {
                return call.verified() ? screen : screen.withoutDebt();
            }
        }
    }

    /// The call to somebody who is to take over.
    ///
    /// @param ended absent while they are being called
    record Transfer(long phone, Optional<Outcome> ended) {
        static Transfer of(DeskSnapshot.Transfer transfer) {
            return new Transfer(transfer.phone().value(), transfer.ended());
        }
    }

    static WireDesk of(DeskSnapshot desk) {
        return new WireDesk(
                desk.agent().value(),
                desk.revision(),
                desk.at(),
                desk.campaign().value(),
                desk.campaignName(),
                desk.mode(),
                WireState.of(desk.state()),
                desk.line(),
                desk.pauseAfterCall(),
                desk.helpWanted(),
                desk.noCalls(),
                desk.missed().map(Missed::of),
                desk.call().map(Call::of));
    }
}
