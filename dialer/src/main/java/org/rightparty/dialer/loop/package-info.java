/// One campaign, one thread, one tick: drain the inbox, advance the machines, pace, order permits.
/// Shell.
@NullMarked
package org.rightparty.dialer.loop;

import org.jspecify.annotations.NullMarked;
