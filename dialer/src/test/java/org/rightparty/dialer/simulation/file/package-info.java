@NullMarked
package org.rightparty.dialer.simulation.file;

import org.jspecify.annotations.NullMarked;
