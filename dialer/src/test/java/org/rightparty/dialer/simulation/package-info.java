@NullMarked
package org.rightparty.dialer.simulation;

import org.jspecify.annotations.NullMarked;
