@NullMarked
package org.rightparty.dialer.cli;

import org.jspecify.annotations.NullMarked;
