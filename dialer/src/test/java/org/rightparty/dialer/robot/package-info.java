/// Agents who work a floor by themselves over the real HTTP and sockets, for tests and benchmarks.
@NullMarked
package org.rightparty.dialer.robot;

import org.jspecify.annotations.NullMarked;
