@NullMarked
package org.rightparty.compliance.facts;

import org.jspecify.annotations.NullMarked;
