@NullMarked
package org.rightparty.compliance.ledger;

import org.jspecify.annotations.NullMarked;
