/// Tests of the paces.
@NullMarked
package org.rightparty.dialer.pacing;

import org.jspecify.annotations.NullMarked;
