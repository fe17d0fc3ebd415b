@NullMarked
package org.rightparty.dialer.metrics;

import org.jspecify.annotations.NullMarked;
