package org.rightparty.dialer.asterisk;

import org.rightparty.dialer.call.Telephone.Listener;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/// What calls and lines need of the world: the switch, their thread, who listens, and the clocks.
///
/// @param nanos a monotonic clock
record Outside(
        Link link,
        SwitchThread thread,
        Listener listener,
        InstantSource clock,
        LongSupplier nanos) {}
