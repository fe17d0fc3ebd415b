@NullMarked
package org.rightparty.dialer.placement;

import org.jspecify.annotations.NullMarked;
