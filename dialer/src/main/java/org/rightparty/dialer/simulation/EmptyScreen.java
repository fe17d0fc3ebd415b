package org.rightparty.dialer.simulation;

import org.rightparty.console.desk.CallReason;
import org.rightparty.console.desk.ScreenPop;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneNumber;

import java.util.List;
import java.util.Optional;

/// A screen with nobody on it, as simulated agents look at.
final class EmptyScreen {
    private static final ScreenPop.Person NOBODY =
            new ScreenPop.Person(
                    "", "", "en", Optional.empty(), Optional.empty(), List.of(), List.of());

    private EmptyScreen() {}

    static ScreenPop of(AccountId account, PhoneNumber number, CallReason why) {
        return new ScreenPop(
                new ConsumerId(account.value()),
                account,
                NOBODY,
                new ScreenPop.Dialed(
                        number, "", "UTC", List.of(), Optional.empty(), 0, Optional.empty(), why),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
