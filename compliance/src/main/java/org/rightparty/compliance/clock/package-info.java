/// Whether this machine's clock may be believed. Core.
@NullMarked
package org.rightparty.compliance.clock;

import org.jspecify.annotations.NullMarked;
