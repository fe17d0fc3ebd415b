package org.rightparty.dialer.placement;

import java.time.LocalDate;

/// What rows are checked against besides themselves.
///
/// @param practice whether the file is practice data: only then may it hold fictional numbers
public record Checks(
        LocalDate today, boolean practice, PhoneReader phones, PostalRegions regions) {}
