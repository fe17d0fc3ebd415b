@NullMarked
package org.rightparty.dialer.practice;

import org.jspecify.annotations.NullMarked;
