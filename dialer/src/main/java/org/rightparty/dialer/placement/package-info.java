/// Placement files: what a row must hold, how it is read, what is refused and why. Core: the files
/// and tables themselves are reached by `file`, `postgres` and `web`.
@NullMarked
package org.rightparty.dialer.placement;

import org.jspecify.annotations.NullMarked;
