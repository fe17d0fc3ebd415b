@NullMarked
package org.rightparty.dialer.placement.postgres;

import org.jspecify.annotations.NullMarked;
