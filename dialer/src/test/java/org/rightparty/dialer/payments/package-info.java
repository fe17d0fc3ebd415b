/// Payment files, read and posted.
@NullMarked
package org.rightparty.dialer.payments;

import org.jspecify.annotations.NullMarked;
