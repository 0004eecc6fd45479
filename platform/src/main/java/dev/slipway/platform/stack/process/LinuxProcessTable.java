package dev.slipway.platform.stack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Reads {@code /proc}, whose start times are exact and do not move with the wall clock; they are told apart from those before a reboot. */
final class LinuxProcessTable implements ProcessTable {
    /** Field 22 of {@code stat} (proc_pid_stat(5)), counted from the state, which is field 3. */
    private static final int START_AFTER_STATE = 19;

    /** Clock ticks since the start of the machine stay below it for centuries. */
    private static final int TICK_BITS = 40;

    private final Path proc;
    private final long boot;

    LinuxProcessTable(Path proc) {
        this.proc = proc;
        this.boot = (long) read(proc.resolve("sys/kernel/random/boot_id")).hashCode() << TICK_BITS;
    }

    boolean usable() {
        return Files.isReadable(proc.resolve("self").resolve("stat"));
    }

    @Override
    public OptionalLong started(long pid) {
        String stat = read(pid, "stat");
        // The command name stands in parentheses and may itself hold blanks and parentheses.
        int end = stat.lastIndexOf(')');
        if (end < 0) {
            return OptionalLong.empty();
        }
        String[] fields = stat.substring(end + 2).split(" ", -1);
        boolean gone = fields[0].equals("Z") || fields[0].equals("X");
        return gone ? OptionalLong.empty() : OptionalLong.of(boot ^ Long.parseLong(fields[START_AFTER_STATE]));
    }

    @Override
    public Map<String, String> environment(long pid) {
        var environment = new LinkedHashMap<String, String>();
        for (String entry : read(pid, "environ").split("\0", -1)) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                environment.put(entry.substring(0, equals), entry.substring(equals + 1));
            }
        }
        return environment;
    }

    @Override
    public boolean tellsWhose() {
        return true;
    }

    @Override
    public Optional<Path> program(long pid) {
        return link(pid, "exe");
    }

    @Override
    public Optional<Path> directory(long pid) {
        return link(pid, "cwd");
    }

    @Override
    public LongStream pids() {
        return ProcessHandle.allProcesses().mapToLong(ProcessHandle::pid);
    }

    @Override
    public OptionalLong residentBytes(long pid) {
        return read(pid, "status")
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst();
    }

    private Optional<Path> link(long pid, String name) {
        try {
            return Optional.of(
                    Files.readSymbolicLink(proc.resolve(Long.toString(pid)).resolve(name)));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private String read(long pid, String file) {
        return read(proc.resolve(Long.toString(pid)).resolve(file));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
