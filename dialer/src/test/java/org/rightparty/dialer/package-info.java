@NullMarked
package org.rightparty.dialer;

import org.jspecify.annotations.NullMarked;
