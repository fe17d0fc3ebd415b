/// Writes demo portfolios into the tables, many rows at a time.
@NullMarked
package org.rightparty.dialer.demo.postgres;

import org.jspecify.annotations.NullMarked;
