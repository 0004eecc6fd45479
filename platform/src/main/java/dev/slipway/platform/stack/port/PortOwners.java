package dev.slipway.platform.stack.port;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Who listens on a port, as Linux tells it; elsewhere nobody is known. */
public final class PortOwners {
    private final Path proc = Path.of("/proc");
    private final ListeningSockets sockets = new ListeningSockets(proc);

    /** Name and number of the process, e.g. {@code nginx (pid 812)}; empty when none listens or it may not be seen. */
    public Optional<String> of(int port) {
        OptionalLong pid = pid(port);
        return pid.isPresent()
                ? Optional.of(name(pid.getAsLong()) + " (pid " + pid.getAsLong() + ")")
                : Optional.empty();
    }

    /** Number of the process; empty when none listens or it may not be seen. */
    public OptionalLong pid(int port) {
        Set<String> wanted = sockets.on(port);
        return wanted.isEmpty()
                ? OptionalLong.empty()
                : ProcessHandle.allProcesses()
                        .mapToLong(ProcessHandle::pid)
                        .filter(pid -> sockets.holds(pid, wanted))
                        .findFirst();
    }

    private String name(long pid) {
        try {
            return Files.readString(proc.resolve(pid + "/comm")).strip();
        } catch (IOException gone) {
            return "";
        }
    }
}
