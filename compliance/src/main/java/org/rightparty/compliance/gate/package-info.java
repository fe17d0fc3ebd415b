/// May this call be placed now? Core: it reads facts and an instant, nothing else.
@NullMarked
package org.rightparty.compliance.gate;

import org.jspecify.annotations.NullMarked;
