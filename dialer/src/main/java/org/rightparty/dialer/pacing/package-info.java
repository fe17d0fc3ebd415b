/// How many to dial now: a pure function of what is in flight and who will be free. Core.
@NullMarked
package org.rightparty.dialer.pacing;

import org.jspecify.annotations.NullMarked;
