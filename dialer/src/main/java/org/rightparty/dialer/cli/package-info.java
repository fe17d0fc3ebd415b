/// The command line: one class a command, each with its help.
@NullMarked
package org.rightparty.dialer.cli;

import org.jspecify.annotations.NullMarked;
