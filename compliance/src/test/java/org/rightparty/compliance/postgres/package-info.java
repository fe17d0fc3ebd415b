@NullMarked
package org.rightparty.compliance.postgres;

import org.jspecify.annotations.NullMarked;
