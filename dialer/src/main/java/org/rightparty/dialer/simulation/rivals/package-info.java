/// Other dialers' ways to pace, re-implemented from their published behaviour, to be compared with.
@NullMarked
package org.rightparty.dialer.simulation.rivals;

import org.jspecify.annotations.NullMarked;
