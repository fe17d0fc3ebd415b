/// The telephone as Asterisk 22 gives it, over its manager interface (AMI). Shell.
@NullMarked
package org.rightparty.dialer.asterisk;

import org.jspecify.annotations.NullMarked;
