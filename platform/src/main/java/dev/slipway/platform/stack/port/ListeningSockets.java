package dev.slipway.platform.stack.port;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** TCP sockets that wait for callers, as Linux tells them in {@code /proc}; elsewhere there are none. */
public final class ListeningSockets {
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int HEXADECIMAL = 16;

    /** 127.0.0.0/8 as the kernel writes it, alone and inside IPv6, and ::1. */
    private static final String LOOPBACK =
            "[0-9A-F]{6}7F|0000000000000000FFFF0000[0-9A-F]{6}7F|00000000000000000000000001000000";

    private final Path proc;

    public ListeningSockets() {
        this(Path.of("/proc"));
    }

    ListeningSockets(Path proc) {
        this.proc = proc;
    }

    private record Listening(String address, int port, String socket) {
        boolean loopback() {
            return address.matches(LOOPBACK);
        }
    }

    /** Those ports of a process that other machines can reach. */
    public List<Integer> exposed(long pid) {
        Set<String> held = held(pid);
        return all().filter(listening -> held.contains(listening.socket()) && !listening.loopback())
                .map(Listening::port)
                .distinct()
                .sorted()
                .toList();
    }

    /** The sockets on which someone waits for callers of a port. */
    Set<String> on(int port) {
        return all().filter(listening -> listening.port() == port)
                .map(Listening::socket)
                .collect(Collectors.toSet());
    }

    /** Whether a process holds one of these sockets. */
    boolean holds(long pid, Set<String> some) {
        return !Collections.disjoint(held(pid), some);
    }

    private Stream<Listening> all() {
        return Stream.of("net/tcp", "net/tcp6")
                .flatMap(table -> lines(proc.resolve(table)).stream())
                .map(line -> line.strip().split("\\s+", -1))
                .filter(fields -> fields.length > INODE && fields[STATE].equals(LISTENING))
                .map(ListeningSockets::listening);
    }

    private static Listening listening(String... fields) {
        String[] local = fields[LOCAL_ADDRESS].split(":", -1);
        return new Listening(local[0], Integer.parseInt(local[1], HEXADECIMAL), "socket:[" + fields[INODE] + "]");
    }

    private Set<String> held(long pid) {
        var sockets = new HashSet<String>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(proc.resolve(pid + "/fd"))) {
            for (Path descriptor : descriptors) {
                sockets.add(target(descriptor));
            }
        } catch (IOException notOurs) {
            return Set.of();
        }
        return sockets;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException absent) {
            return List.of();
        }
    }
}
