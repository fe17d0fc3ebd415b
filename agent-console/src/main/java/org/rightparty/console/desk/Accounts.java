package org.rightparty.console.desk;

import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.ConsumerId;

import java.util.List;

/// Looks accounts up, for dialing by hand. Blocks.
public interface Accounts {
    /// Accounts by our number or the client's, a telephone number or its last digits, or a name in
    /// any order, best first; of those with the name, who was called lately.
    ///
    /// @param wanted as typed
    List<Found> search(String wanted, int countMax);

    /// One account, without anything of the debt but who placed it.
    record Found(
            AccountId account,
            ConsumerId consumer,
            String name,
            String accountNumberLast4,
            String client,
            List<ScreenPop.Phone> phones) {
        public Found {
            phones = List.copyOf(phones);
        }

        @Override
        public String toString() {
            return "account=" + account;
        }
    }
}
