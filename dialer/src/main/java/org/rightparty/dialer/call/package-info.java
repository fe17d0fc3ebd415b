/// The life of a call: states, events, one transition table, and the telephone it is placed with.
/// Core.
@NullMarked
package org.rightparty.dialer.call;

import org.jspecify.annotations.NullMarked;
