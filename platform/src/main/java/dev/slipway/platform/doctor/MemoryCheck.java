package dev.slipway.platform.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * Memory that is free for the stack.
 *
 * @param needed bytes that all components together may use
 * @param total bytes that this machine or container has
 * @param meminfo {@code /proc/meminfo}; where there is none, only the total is known
 */
public record MemoryCheck(long needed, long total, Path meminfo) implements Check {
    private static final long MEBI = 1L << 20;

    @Override
    public List<Finding> look() {
        long free = Math.min(available().orElse(total), total);
        String found = free / MEBI + " MiB of " + total / MEBI + " MiB are free, the stack may use " + needed / MEBI;
        if (total < needed) {
            return List.of(Finding.problem("memory", found, "leave components out: slipway up --without NAME"));
        }
        return free < needed
                ? List.of(Finding.warning(
                        "memory", found, "end other programs, or leave components out: slipway up --without NAME"))
                : List.of(Finding.ok("memory", found));
    }

    private OptionalLong available() {
        try {
            return Files.readAllLines(meminfo).stream()
                    .filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException elsewhere) {
            return OptionalLong.empty();
        }
    }
}
