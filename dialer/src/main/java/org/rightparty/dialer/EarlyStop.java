package org.rightparty.dialer;

/// Closes what is open already when the process is told to end before it has started.
final class EarlyStop implements AutoCloseable {
    private final Thread hook;

    EarlyStop(Runnable stop) {
        hook = Thread.ofPlatform().name("stop").unstarted(stop);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            return; // it is at work
        }
    }
}
