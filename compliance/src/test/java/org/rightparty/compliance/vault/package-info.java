/// Tests of recordings at rest.
@NullMarked
package org.rightparty.compliance.vault;

import org.jspecify.annotations.NullMarked;
