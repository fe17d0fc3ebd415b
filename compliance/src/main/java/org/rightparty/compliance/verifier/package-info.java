/// Checks an exported part of the ledger without database, network or library: what stands in the
/// one jar that an outsider is given. Shell.
@NullMarked
package org.rightparty.compliance.verifier;

import org.jspecify.annotations.NullMarked;
