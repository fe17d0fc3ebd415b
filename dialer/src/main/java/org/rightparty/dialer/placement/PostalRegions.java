package org.rightparty.dialer.placement;

import java.util.Set;

/// Which states a ZIP code lies in, as far as the reference data know.
public interface PostalRegions {
    PostalRegions UNKNOWN = zip -> Set.of();

    /// @param zip five digits
    /// @return codes of the states; empty when the ZIP is not known
    Set<String> of(String zip);
}
