/// The program: reads the configuration and wires the parts together.
@NullMarked
package org.rightparty.dialer;

import org.jspecify.annotations.NullMarked;
