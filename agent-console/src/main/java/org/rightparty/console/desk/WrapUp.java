package org.rightparty.console.desk;

import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.Money;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// What the agent records of a call, as one form: saved whole or not at all.
///
/// @param code a row of `disposition_code`
/// @param reason reason for the delinquency; empty when none was given
/// @param note free text; empty when none
public record WrapUp(
        AttemptId attempt,
        String code,
        String reason,
        String note,
        Optional<Promise> promise,
        Optional<Callback> callback,
        Optional<Payment> payment,
        Optional<Attorney> attorney) {
    /// One that names neither payment nor attorney.
    public WrapUp(
            AttemptId attempt,
            String code,
            String reason,
            String note,
            Optional<Promise> promise,
            Optional<Callback> callback) {
        this(attempt, code, reason, note, promise, callback, Optional.empty(), Optional.empty());
    }

    /// Paid while on the telephone.
    ///
    /// @param method as of a promise
    /// @param confirmation what the processor calls it; empty when none was given
    public record Payment(Money amount, String method, String confirmation) {
        @Override
        public String toString() {
            return "Payment[]";
        }
    }

    /// Who represents the consumer.
    ///
    /// @param firm empty when it was not given
    /// @param reach telephone, e-mail or address; empty when none was given
    public record Attorney(String name, String firm, String reach) {
        @Override
        public String toString() {
            return "Attorney[]";
        }
    }

    /// @param method one of CARD, ACH, CHECK, CASH, WIRE, MONEY_ORDER, OTHER
    public record Promise(Money amount, LocalDate dueOn, String method) {}

    /// @param phone the number to call; empty for the number just called
    /// @param mine true when this agent is to call, false when anyone may
    /// @param askedByConsumer the consumer asked for this call
    public record Callback(
            Instant dueAt,
            String zone,
            Optional<PhoneId> phone,
            boolean mine,
            boolean askedByConsumer) {}
}
