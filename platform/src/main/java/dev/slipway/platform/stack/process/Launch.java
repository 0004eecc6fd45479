package dev.slipway.platform.stack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is needed to start one process.
 *
 * @param component name of the component that the process is
 * @param command program and arguments; never a secret, anyone on the machine can read them
 * @param environment everything the process gets to see besides a few harmless variables of this process
 * @param directory working directory; made when absent
 * @param log file that both output streams are appended to
 */
public record Launch(
        String component, List<String> command, Map<String, String> environment, Path directory, Path log) {
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
