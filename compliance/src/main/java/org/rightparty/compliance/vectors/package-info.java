/// Decisions that were written down, put to the rule engine: policy tests from files.
@NullMarked
package org.rightparty.compliance.vectors;

import org.jspecify.annotations.NullMarked;
