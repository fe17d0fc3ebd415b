/// The audit ledger: what was done, in a form that nobody can change unnoticed. Core.
@NullMarked
package org.rightparty.compliance.ledger;

import org.jspecify.annotations.NullMarked;
