/// The life of an agent at work: states, events, one transition table. Core.
@NullMarked
package org.rightparty.console.agent;

import org.jspecify.annotations.NullMarked;
