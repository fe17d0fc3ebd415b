/// Measurements of the console; `./rightparty bench` runs them.
@NullMarked
package org.rightparty.console.bench;

import org.jspecify.annotations.NullMarked;
