package dev.slipway.platform.shutdown;

/** Work that is done when this process is told to end, by Ctrl-C for one, before it is closed. A kill does nothing of it. */
public final class ShutdownHook implements AutoCloseable {
    private final Thread thread;

    /** @throws IllegalStateException when the process is ending already */
    public ShutdownHook(String name, Runnable work) {
        this.thread = new Thread(work, name);
        Runtime.getRuntime().addShutdownHook(thread);
    }

    /** Too late, it changes nothing: the work is being done then. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException ending) {
            return; // it may be this work that has ended whoever closes it
        }
    }
}
