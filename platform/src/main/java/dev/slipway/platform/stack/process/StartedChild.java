package dev.slipway.platform.stack.process;

import java.util.OptionalInt;

/** A process that this one started; the JDK holds it by handle, so that its number cannot be recycled meanwhile. */
final class StartedChild implements Child {
    private final Process process;
    private final ProcessIdentity identity;

    StartedChild(Process process, ProcessIdentity identity) {
        this.process = process;
        this.identity = identity;
    }

    @Override
    public ProcessIdentity identity() {
        return identity;
    }

    @Override
    public boolean alive() {
        return process.isAlive();
    }

    @Override
    public OptionalInt exitCode() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    @Override
    public void terminate() {
        process.destroy();
    }

    @Override
    public void kill() {
        process.destroyForcibly();
    }
}
