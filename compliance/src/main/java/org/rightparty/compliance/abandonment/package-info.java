/// How many people who answered found no agent, and how many may. Core.
@NullMarked
package org.rightparty.compliance.abandonment;

import org.jspecify.annotations.NullMarked;
