@NullMarked
package org.rightparty.console.postgres;

import org.jspecify.annotations.NullMarked;
