/// The whole program against real parts: Asterisk, SIPp as the carrier, PostgreSQL, Chromium.
@NullMarked
package org.rightparty.dialer.whole;

import org.jspecify.annotations.NullMarked;
