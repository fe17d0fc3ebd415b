package org.rightparty.dialer.demo;

import java.util.List;

/// A real town with one of its real postal codes.
///
/// @param region state or territory
/// @param weight how many live there, in proportion
/// @param areaCodes of telephones there
public record Place(
        String postalCode, String city, String region, int weight, List<String> areaCodes) {
    public Place {
        areaCodes = List.copyOf(areaCodes);
    }
}
