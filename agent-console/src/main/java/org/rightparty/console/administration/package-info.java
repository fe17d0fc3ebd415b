/// Who works here and which campaigns there are, as administrators keep them. Core: ports that the
/// tables implement.
@NullMarked
package org.rightparty.console.administration;

import org.jspecify.annotations.NullMarked;
