/// Checkpoints on their way out, against real servers on this machine.
@NullMarked
package org.rightparty.compliance.offsite;

import org.jspecify.annotations.NullMarked;
