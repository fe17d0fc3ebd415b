/// What the operating system's kernel says. Shell.
@NullMarked
package org.rightparty.compliance.kernel;

import org.jspecify.annotations.NullMarked;
