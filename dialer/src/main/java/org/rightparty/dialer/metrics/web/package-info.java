/// What the web server has to tell of itself, for the metrics. Shell.
@NullMarked
package org.rightparty.dialer.metrics.web;

import org.jspecify.annotations.NullMarked;
