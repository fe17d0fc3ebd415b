@NullMarked
package org.rightparty.dialer.record;

import org.jspecify.annotations.NullMarked;
