package org.rightparty.dialer.placement;

import org.rightparty.vocabulary.PhoneNumber;

/// Turns a telephone number as people write it into E.164.
public interface PhoneReader {
    Parsed<Spoken> read(String written);

    /// @param extension whether an extension was written, which no dialer can dial
    record Spoken(PhoneNumber number, boolean extension) {}
}
