@NullMarked
package org.rightparty.dialer.pacing.bench;

import org.jspecify.annotations.NullMarked;
