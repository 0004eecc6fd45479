package dev.slipway.platform.stack.port;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who listens on a port, as Linux tells it in {@code /proc}; elsewhere nobody is known. */
public final class PortOwners {
    /** State of a socket that listens, in {@code /proc/net/tcp}. */
    private static final String LISTENING = "0A";

    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private final Path proc;

    public PortOwners() {
        this(Path.of("/proc"));
    }

    PortOwners(Path proc) {
        this.proc = proc;
    }

    /** Name and number of the process, e.g. {@code nginx (pid 812)}; empty when none listens or it may not be seen. */
    public Optional<String> of(int port) {
        var sockets = new HashSet<String>();
        sockets.addAll(sockets("net/tcp", port));
        sockets.addAll(sockets("net/tcp6", port));
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> holds(pid, sockets))
                .findFirst()
                .map(pid -> name(pid) + " (pid " + pid + ")");
    }

    private Set<String> sockets(String table, int port) {
        String ending = String.format(Locale.ROOT, ":%04X", port);
        var found = new HashSet<String>();
        for (String line : lines(proc.resolve(table))) {
            String[] fields = line.strip().split("\\s+", -1);
            if (fields.length > INODE && fields[STATE].equals(LISTENING) && fields[LOCAL_ADDRESS].endsWith(ending)) {
                found.add("socket:[" + fields[INODE] + "]");
            }
        }
        return found;
    }

    private boolean holds(long pid, Set<String> sockets) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(proc.resolve(pid + "/fd"))) {
            for (Path descriptor : descriptors) {
                if (isOneOf(sockets, descriptor)) {
                    return true;
                }
            }
        } catch (IOException notOurs) {
            return false;
        }
        return false;
    }

    private static boolean isOneOf(Set<String> sockets, Path descriptor) {
        try {
            return sockets.contains(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private String name(long pid) {
        return String.join("", lines(proc.resolve(pid + "/comm"))).strip();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException absent) {
            return List.of();
        }
    }
}
