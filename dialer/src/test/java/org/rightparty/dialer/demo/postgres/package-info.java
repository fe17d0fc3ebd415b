@NullMarked
package org.rightparty.dialer.demo.postgres;

import org.jspecify.annotations.NullMarked;
