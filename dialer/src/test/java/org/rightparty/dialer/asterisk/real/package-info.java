/// A real Asterisk and a SIPp carrier for tests: several runs may go on side by side.
@NullMarked
package org.rightparty.dialer.asterisk.real;

import org.jspecify.annotations.NullMarked;
