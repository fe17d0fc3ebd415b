/// Figures of simulated floors that take longer than a test may.
@NullMarked
package org.rightparty.dialer.simulation.bench;

import org.jspecify.annotations.NullMarked;
