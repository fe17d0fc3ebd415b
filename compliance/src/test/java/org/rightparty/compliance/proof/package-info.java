/// Sealing, exporting and verifying, end to end, and every way of tampering.
@NullMarked
package org.rightparty.compliance.proof;

import org.jspecify.annotations.NullMarked;
