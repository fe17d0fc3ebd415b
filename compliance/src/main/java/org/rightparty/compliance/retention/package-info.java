/// How long records are kept, and erasing them by two people.
@NullMarked
package org.rightparty.compliance.retention;

import org.jspecify.annotations.NullMarked;
