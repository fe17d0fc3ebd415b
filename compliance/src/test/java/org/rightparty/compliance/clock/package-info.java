/// Whether clocks are believed.
@NullMarked
package org.rightparty.compliance.clock;

import org.jspecify.annotations.NullMarked;
