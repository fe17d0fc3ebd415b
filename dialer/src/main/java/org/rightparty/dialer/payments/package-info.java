/// Payment files: what clients say came in.
@NullMarked
package org.rightparty.dialer.payments;

import org.jspecify.annotations.NullMarked;
