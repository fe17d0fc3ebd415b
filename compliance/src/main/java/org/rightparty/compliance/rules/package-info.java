/// The law as data: rulebooks, their rows, and the few types of row that code knows. Core.
@NullMarked
package org.rightparty.compliance.rules;

import org.jspecify.annotations.NullMarked;
