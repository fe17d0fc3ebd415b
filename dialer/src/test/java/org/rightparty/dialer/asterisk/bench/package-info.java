@NullMarked
package org.rightparty.dialer.asterisk.bench;

import org.jspecify.annotations.NullMarked;
