@NullMarked
package org.rightparty.dialer.postgres;

import org.jspecify.annotations.NullMarked;
