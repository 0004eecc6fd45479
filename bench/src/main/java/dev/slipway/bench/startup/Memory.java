package dev.slipway.bench.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resident memory, as Linux tells it. */
final class Memory {
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private Memory() {}

    /** Of all of them together; what they share counts for each. */
    static double mebibytes(Collection<ProcessHandle> processes) {
        return processes.stream().mapToDouble(Memory::mebibytes).sum();
    }

    private static double mebibytes(ProcessHandle process) {
        try {
            Matcher resident =
                    RESIDENT.matcher(Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status")));
            return resident.find() ? Long.parseLong(resident.group(1)) / 1024.0 : 0;
        } catch (IOException gone) {
            return 0;
        }
    }
}
