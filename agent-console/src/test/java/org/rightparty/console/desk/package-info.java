@NullMarked
package org.rightparty.console.desk;

import org.jspecify.annotations.NullMarked;
