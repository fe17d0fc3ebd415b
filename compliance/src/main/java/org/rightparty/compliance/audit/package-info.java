/// What the compliance officer asks of years of decisions and calls.
@NullMarked
package org.rightparty.compliance.audit;

import org.jspecify.annotations.NullMarked;
