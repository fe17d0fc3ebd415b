/// Files of facts: what other systems know of consumers, row by row.
@NullMarked
package org.rightparty.dialer.record;

import org.jspecify.annotations.NullMarked;
