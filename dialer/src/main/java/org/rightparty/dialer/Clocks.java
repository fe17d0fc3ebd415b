package org.rightparty.dialer;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/// The world's clocks. Everything else is handed one.
public final class Clocks {
    public static final InstantSource WALL = InstantSource.system();

    /// Monotonic nanoseconds, for durations.
    public static final LongSupplier NANOS = System::nanoTime;

    private Clocks() {}
}
