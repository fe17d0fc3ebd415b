@NullMarked
package org.rightparty.dialer.selection;

import org.jspecify.annotations.NullMarked;
