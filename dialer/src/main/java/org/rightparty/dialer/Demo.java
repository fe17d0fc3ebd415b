package org.rightparty.dialer;

import org.rightparty.console.web.Passwords;
import org.rightparty.dialer.demo.postgres.DemoPortfolio;
import org.rightparty.dialer.postgres.PostgresTables;

import java.security.SecureRandom;

/// What became of the demo portfolio, as the start says it.
enum Demo {
    LOADED("loaded"),
    THERE("there since an earlier start"),
    LEFT_OUT("not loaded"),
    UNWANTED("not loaded, because accounts are here");

    private final String words;

    Demo(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /// Loads it where it is wanted and nothing is here yet.
    ///
    /// @param secrets what its secrets are made of
    static Demo load(DialerConfig config, PostgresTables tables, SecureRandom secrets) {
        if (tables.isDemo()) {
            return THERE;
        } else if (!config.demo().load()) {
            return LEFT_OUT;
        }
        Passwords passwords = new Passwords(secrets);
        boolean loaded =
                new DemoPortfolio(
                                tables.database(),
                                tables.zoneTables(),
                                password -> passwords.hash(new String(password)),
                                secrets)
                        .loadIfEmpty(1, Clocks.WALL.instant());
        return loaded ? LOADED : UNWANTED;
    }
}
