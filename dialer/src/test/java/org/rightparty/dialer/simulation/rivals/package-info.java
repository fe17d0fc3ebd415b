@NullMarked
package org.rightparty.dialer.simulation.rivals;

import org.jspecify.annotations.NullMarked;
