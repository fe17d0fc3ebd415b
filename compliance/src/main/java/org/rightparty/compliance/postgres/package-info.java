/// Gate, ledger, rulebooks and places kept in PostgreSQL. Shell.
@NullMarked
package org.rightparty.compliance.postgres;

import org.jspecify.annotations.NullMarked;
