/// Scenarios as JSON files, and what came of them as JSON and HTML. Shell.
@NullMarked
package org.rightparty.dialer.simulation.file;

import org.jspecify.annotations.NullMarked;
