@NullMarked
package org.rightparty.dialer.asterisk;

import org.jspecify.annotations.NullMarked;
