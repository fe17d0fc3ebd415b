/// Writes proofs: exports of the ledger that outsiders can check by themselves. Shell.
@NullMarked
package org.rightparty.compliance.proof;

import org.jspecify.annotations.NullMarked;
