@NullMarked
package org.rightparty.dialer.placement.web;

import org.jspecify.annotations.NullMarked;
