/// Tables as files that people open elsewhere.
@NullMarked
package org.rightparty.console.sheets;

import org.jspecify.annotations.NullMarked;
