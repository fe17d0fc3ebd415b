/// Fakes of the console's ports, kept once and shared by all tests, the browser's too.
@NullMarked
package org.rightparty.console.fakes;

import org.jspecify.annotations.NullMarked;
