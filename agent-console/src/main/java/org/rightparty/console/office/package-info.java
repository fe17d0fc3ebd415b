/// What the compliance officer asks, and what she is told.
@NullMarked
package org.rightparty.console.office;

import org.jspecify.annotations.NullMarked;
