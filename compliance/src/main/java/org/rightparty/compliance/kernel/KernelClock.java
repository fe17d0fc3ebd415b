package org.rightparty.compliance.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import org.rightparty.compliance.clock.ClockReading.Sync;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// Asks the Linux kernel whether a time server disciplines its clock: `adjtimex(2)`, which changes
/// nothing when asked for nothing. Elsewhere nobody knows.
public final class KernelClock {
    /// `struct timex` has 208 bytes on 64-bit machines; more does no harm.
    private static final int TIMEX_BYTES = 256;

    /// What it returns for a clock that is not synchronised.
    private static final int TIME_ERROR = 5;

    private final Optional<MethodHandle> adjtimex;

    @SuppressWarnings("restricted") // the one call into the kernel
    public KernelClock() {
        Linker linker = Linker.nativeLinker();
        this.adjtimex =
                linker.defaultLookup()
                        .find("adjtimex")
                        .map(symbol ->
                                linker.downcallHandle(
                                        symbol, FunctionDescriptor.of(JAVA_INT, ADDRESS)));
    }

    public Sync sync() {
        return adjtimex.map(KernelClock::ask).orElse(Sync.UNKNOWN);
    }

    private static Sync ask(MethodHandle adjtimex) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment timex = arena.allocate(TIMEX_BYTES, Long.BYTES);
            int said = (int) adjtimex.invokeExact(timex);
            return said < 0
                    ? Sync.UNKNOWN
                    : said == TIME_ERROR ? Sync.UNSYNCHRONISED : Sync.SYNCHRONISED;
        } catch (Throwable broken) {
            throw new IllegalStateException("adjtimex cannot be called", broken);
        }
    }
}
