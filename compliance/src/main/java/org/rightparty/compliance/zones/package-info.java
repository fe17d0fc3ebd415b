/// Where a consumer may be: time zones and jurisdictions from numbers, addresses and statements.
/// Core.
@NullMarked
package org.rightparty.compliance.zones;

import org.jspecify.annotations.NullMarked;
