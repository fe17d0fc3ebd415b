/// Placement files over HTTP. Shell.
@NullMarked
package org.rightparty.dialer.placement.web;

import org.jspecify.annotations.NullMarked;
