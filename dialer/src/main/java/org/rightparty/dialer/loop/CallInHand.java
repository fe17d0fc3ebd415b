package org.rightparty.dialer.loop;

import org.rightparty.console.desk.ScreenPop;
import org.rightparty.dialer.call.Call;
import org.rightparty.dialer.pacing.Lead;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One call of the campaign with what the loop keeps beside its state. Touched by the loop's thread
/// alone.
final class CallInHand {
    Call call;
    final ConsumerId consumer;
    final AccountId account;
    final PhoneId phone;

    /// The conversation that this call is to take over; empty for a call that is no transfer.
    final Optional<AttemptId> transferredFrom;

    /// Placed by the program, so the pace counts it.
    final boolean isPaced;

    Optional<Instant> rangAt = Optional.empty();

    /// Somebody or something picked up and is being listened to.
    Optional<Instant> screenedAt = Optional.empty();

    /// The agent verified that it is the consumer.
    Optional<Instant> verifiedAt = Optional.empty();

    /// What the permit obliges to.
    Duties duties = Duties.unknown();

    /// What selection knew of the number.
    Lead lead = Lead.USUAL;

    /// The number shown; empty for a call from before a restart.
    Optional<PhoneNumber> callerId = Optional.empty();

    /// The trunk it left by; empty while it is not known.
    String trunk = "";

    /// The trunk's health was told that it got through to the number's network.
    boolean saidThrough;

    /// The trunk's health was told that it did not.
    boolean saidFailed;

    Optional<Long> answeredNanos = Optional.empty();
    Optional<ScreenPop> screen = Optional.empty();

    /// What identity was verified with before the program was started anew.
    List<String> verifiedBy = List.of();

    /// It was not among those that are up when the telephone system was last asked.
    boolean missing;

    /// The agent has handed it over and owes nothing more for it than at that moment.
    boolean handedOver;

    CallInHand(
            Call call,
            ConsumerId consumer,
            AccountId account,
            PhoneId phone,
            Optional<AttemptId> transferredFrom) {
        this.call = call;
        this.consumer = consumer;
        this.account = account;
        this.phone = phone;
        this.transferredFrom = transferredFrom;
        this.isPaced = call.known().dialedBy().isEmpty() && transferredFrom.isEmpty();
    }

    AttemptId id() {
        return call.id();
    }
}
