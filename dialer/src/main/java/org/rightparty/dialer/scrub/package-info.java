/// Scrub files: lists from outside of whom not to call.
@NullMarked
package org.rightparty.dialer.scrub;

import org.jspecify.annotations.NullMarked;
