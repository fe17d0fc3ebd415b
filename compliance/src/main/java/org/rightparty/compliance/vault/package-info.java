/// Recordings, encrypted where they lie.
@NullMarked
package org.rightparty.compliance.vault;

import org.jspecify.annotations.NullMarked;
