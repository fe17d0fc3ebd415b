@NullMarked
package org.rightparty.tidy;

import org.jspecify.annotations.NullMarked;
