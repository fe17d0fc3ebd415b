@NullMarked
package org.rightparty.dialer.placement.bench;

import org.jspecify.annotations.NullMarked;
