/// Whole floors in virtual time: the loop, the machines and the paces of production over a
/// simulated carrier, tables and people. Nothing here rings a telephone. Shell.
@NullMarked
package org.rightparty.dialer.simulation;

import org.jspecify.annotations.NullMarked;
