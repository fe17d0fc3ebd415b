package org.rightparty.console.fakes;

import org.rightparty.console.desk.Accounts;
import org.rightparty.console.desk.ScreenPop;
import org.rightparty.console.web.Samples;

import java.util.List;
import java.util.Locale;

/// The one sample account, found by any part of the name, or by our number.
public final class FakeAccounts implements Accounts {
    @Override
    public List<Found> search(String wanted, int countMax) {
        ScreenPop screen = Samples.screen();
        String name = screen.person().givenName() + " " + screen.person().familyName();
        Found found =
                new Found(
                        screen.account(),
                        screen.consumer(),
                        name,
                        "7781",
                        "Northbank",
                        screen.person().phones());
        boolean hit =
                name.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT))
                        || wanted.equals(screen.account().toString());
        return hit ? List.of(found) : List.of();
    }
}
