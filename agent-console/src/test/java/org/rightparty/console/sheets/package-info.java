/// Tests of tables as files.
@NullMarked
package org.rightparty.console.sheets;

import org.jspecify.annotations.NullMarked;
