/// What a supervisor sees of the whole floor. Core.
@NullMarked
package org.rightparty.console.floor;

import org.jspecify.annotations.NullMarked;
