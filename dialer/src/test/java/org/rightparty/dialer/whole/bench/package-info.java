/// A floor of real parts beside the simulator's prediction of it.
@org.jspecify.annotations.NullMarked
package org.rightparty.dialer.whole.bench;
