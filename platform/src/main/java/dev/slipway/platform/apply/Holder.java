package dev.slipway.platform.apply;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Who holds a lease: {@code user@host, process N of PLACE, started T}. Whoever runs in the same place can tell that the
 * process is gone, and need not wait for the lease to expire.
 */
record Holder(String who, long pid, String place, String started) {
    static Holder current() {
        ProcessHandle self = ProcessHandle.current();
        return new Holder(System.getProperty("user.name") + "@" + host(), self.pid(), currentPlace(), startOf(self));
    }

    static Optional<Holder> parse(String identity) {
        String[] parts = identity.split(" ", -1);
        return parts.length == 4 && parts[1].matches("\\d+")
                ? Optional.of(new Holder(parts[0], Long.parseLong(parts[1]), parts[2], parts[3]))
                : Optional.empty();
    }

    String identity() {
        return String.join(" ", who, Long.toString(pid), place, started);
    }

    /** Known only of processes in the place where this one runs. */
    boolean surelyGone() {
        boolean lives = ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process).equals(started))
                .isPresent();
        return !place.isEmpty() && place.equals(currentPlace()) && !lives;
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    /** The boot of the kernel and the namespace of process numbers; empty where there are no such files. */
    private static String currentPlace() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip() + "/"
                    + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
        } catch (IOException | UnsupportedOperationException otherSystem) {
            return "";
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException nameless) {
            return "unknown";
        }
    }
}
