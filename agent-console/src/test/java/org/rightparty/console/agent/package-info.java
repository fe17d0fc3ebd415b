/// Tests of the agent machine.
@NullMarked
package org.rightparty.console.agent;

import org.jspecify.annotations.NullMarked;
