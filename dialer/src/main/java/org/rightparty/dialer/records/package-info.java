/// Reads what others recorded of calls: Asterisk's call detail records and a carrier's. Shell.
@NullMarked
package org.rightparty.dialer.records;

import org.jspecify.annotations.NullMarked;
