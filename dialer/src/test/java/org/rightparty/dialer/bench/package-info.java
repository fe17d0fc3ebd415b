@NullMarked
package org.rightparty.dialer.bench;

import org.jspecify.annotations.NullMarked;
