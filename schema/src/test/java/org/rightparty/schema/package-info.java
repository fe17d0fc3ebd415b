@NullMarked
package org.rightparty.schema;

import org.jspecify.annotations.NullMarked;
