/// What is set against contact with a consumer, by whom, on what evidence, and how it is lifted.
@NullMarked
package org.rightparty.compliance.holds;

import org.jspecify.annotations.NullMarked;
