@NullMarked
package org.rightparty.database;

import org.jspecify.annotations.NullMarked;
