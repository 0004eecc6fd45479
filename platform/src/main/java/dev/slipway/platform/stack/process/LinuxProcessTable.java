package dev.slipway.platform.stack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Reads {@code /proc}, whose start times are exact and do not move with the wall clock. */
final class LinuxProcessTable implements ProcessTable {
    /** Field 22 of {@code stat} (proc_pid_stat(5)), counted from the state, which is field 3. */
    private static final int START_AFTER_STATE = 19;

    private final Path proc;

    LinuxProcessTable(Path proc) {
        this.proc = proc;
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
        return gone ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(fields[START_AFTER_STATE]));
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
    public boolean environmentsReadable() {
        return true;
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

    private String read(long pid, String file) {
        try {
            return Files.readString(proc.resolve(Long.toString(pid)).resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
