/// The dialer's tables: candidates and their claim, the book of calls, campaigns. Shell.
@NullMarked
package org.rightparty.dialer.postgres;

import org.jspecify.annotations.NullMarked;
