/// What sealing and proving cost.
@NullMarked
package org.rightparty.compliance.bench;

import org.jspecify.annotations.NullMarked;
