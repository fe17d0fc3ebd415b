/// What the program counts and times, for a scraper. Shell.
@NullMarked
package org.rightparty.dialer.metrics;

import org.jspecify.annotations.NullMarked;
