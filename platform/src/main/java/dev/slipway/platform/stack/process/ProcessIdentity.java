package dev.slipway.platform.stack.process;

/**
 * A process that cannot be mistaken for another one with a recycled number.
 *
 * @param pid number of the process
 * @param started when it started, in the operating system's own unit (Linux: clock ticks since this boot, elsewhere
 *     milliseconds since 1970); only good for comparing
 */
public record ProcessIdentity(long pid, long started) {}
