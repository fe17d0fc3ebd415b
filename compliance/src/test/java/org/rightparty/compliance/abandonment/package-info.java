@NullMarked
package org.rightparty.compliance.abandonment;

import org.jspecify.annotations.NullMarked;
