/// Whom to try next, on which number, when, and why: tiers, expected value and retry spacing. Core.
@NullMarked
package org.rightparty.dialer.selection;

import org.jspecify.annotations.NullMarked;
