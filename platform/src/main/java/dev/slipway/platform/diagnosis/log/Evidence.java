package dev.slipway.platform.diagnosis.log;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * What is known about a component that does not run.
 *
 * @param port where it should answer; 0 when that is not known
 * @param exitCode how its process ended; empty while it runs
 * @param lines what it wrote since it was started, the end of it
 * @param portOwner tells which process listens on a port, e.g. {@code nginx (pid 812)}
 */
public record Evidence(
        String component, int port, OptionalInt exitCode, List<String> lines, IntFunction<Optional<String>> portOwner) {
    public Evidence {
        lines = List.copyOf(lines);
    }
}
