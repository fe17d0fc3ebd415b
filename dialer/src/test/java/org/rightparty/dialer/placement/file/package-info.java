@NullMarked
package org.rightparty.dialer.placement.file;

import org.jspecify.annotations.NullMarked;
