@NullMarked
package org.rightparty.compliance.gate;

import org.jspecify.annotations.NullMarked;
