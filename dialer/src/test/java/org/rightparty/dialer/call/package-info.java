@NullMarked
package org.rightparty.dialer.call;

import org.jspecify.annotations.NullMarked;
