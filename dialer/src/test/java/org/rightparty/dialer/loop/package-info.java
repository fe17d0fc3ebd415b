/// The simulated floor: the real loop, gate, machines and pace over a seeded schedule.
@NullMarked
package org.rightparty.dialer.loop;

import org.jspecify.annotations.NullMarked;
