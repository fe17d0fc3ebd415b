@NullMarked
package org.rightparty.dialer.scrub;

import org.jspecify.annotations.NullMarked;
