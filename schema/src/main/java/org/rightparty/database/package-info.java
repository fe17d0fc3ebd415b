/// Opening a database, embedded or external, and working in it: one pool, one fair gate, explicit
/// transactions.
@NullMarked
package org.rightparty.database;

import org.jspecify.annotations.NullMarked;
