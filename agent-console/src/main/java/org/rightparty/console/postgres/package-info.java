/// The console's tables: log-ins, screens, wrap-ups. Shell.
@NullMarked
package org.rightparty.console.postgres;

import org.jspecify.annotations.NullMarked;
