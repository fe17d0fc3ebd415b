package org.rightparty.dialer.placement;

import java.util.Optional;

/// Which state a ZIP code lies in, as far as the reference tables know.
public interface PostalRegions {
    /// @param zip five digits
    /// @return the state's code; empty when the ZIP is not known
    Optional<String> of(String zip);
}
