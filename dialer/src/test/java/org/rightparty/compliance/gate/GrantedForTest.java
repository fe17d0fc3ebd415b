package org.rightparty.compliance.gate;

import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;

/// Permits for tests of what comes after the gate. It lives here because only this package can make
/// one, and in the tests because nothing else may.
public final class GrantedForTest {
    private GrantedForTest() {}

    public static DialPermit permit(DialRequest request, PhoneNumber number, Instant now) {
        return new DialPermit(request, number, now);
    }
}
