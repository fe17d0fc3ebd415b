package org.rightparty.console.web;

import static org.rightparty.console.web.WireScreen.amount;

import org.rightparty.console.desk.ScreenPop;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What may be spoken of only with the consumer.
public record WireDebt(
        String client,
        String clientAccountNumber,
        String originalCreditor,
        String currentCreditor,
        String debtType,
        Wire.Amount balance,
        Wire.Amount principal,
        Wire.Amount interest,
        Wire.Amount fees,
        Wire.Amount placed,
        LocalDate itemizationOn,
        Wire.Amount itemizationAmount,
        Optional<LocalDate> delinquentOn,
        Optional<LocalDate> limitationOn,
        Policy policy,
        List<LinkedAccount> linked,
        List<PastPromise> promises,
        List<History> history) {

    /// What the client lets an agent agree to.
    public record Policy(Wire.Amount settlementFloor, int promiseDaysMax, int promiseGraceDays) {}

    public record LinkedAccount(
            long account, String client, String debtType, Wire.Amount balance) {}

    public record PastPromise(Wire.Amount amount, LocalDate dueOn, String state) {}

    /// One line of the account's past; `kind` is CALL, DISPOSITION, NOTE, PROMISE or PAYMENT, and
    /// `day` stands where there is no hour.
    public record History(
            Instant at, Optional<LocalDate> day, String kind, String who, String text) {
        @Override
        public String toString() {
            return "History[" + kind + "]";
        }
    }

    @Override
    public String toString() {
        return "WireDebt[]";
    }

    static WireDebt of(ScreenPop.Debt d) {
        return new WireDebt(
                d.client(),
                d.clientAccountNumber(),
                d.originalCreditor(),
                d.currentCreditor(),
                d.debtType(),
                amount(d.balance()),
                amount(d.principal()),
                amount(d.interest()),
                amount(d.fees()),
                amount(d.placed()),
                d.itemizationOn(),
                amount(d.itemizationAmount()),
                d.delinquentOn(),
                d.limitationOn(),
                policy(d.policy()),
                d.linked().stream().map(WireDebt::linked).toList(),
                d.promises().stream().map(WireDebt::promise).toList(),
                d.history().stream().map(WireDebt::history).toList());
    }

    private static Policy policy(ScreenPop.Policy p) {
        return new Policy(amount(p.settlementFloor()), p.promiseDaysMax(), p.promiseGraceDays());
    }

    private static LinkedAccount linked(ScreenPop.LinkedAccount l) {
        return new LinkedAccount(
                l.account().value(), l.client(), l.debtType(), amount(l.balance()));
    }

    private static PastPromise promise(ScreenPop.PastPromise p) {
        return new PastPromise(amount(p.amount()), p.dueOn(), p.state());
    }

    static History history(ScreenPop.History h) {
        return new History(h.at(), h.day(), h.kind(), h.who(), h.text());
    }
}
