package dev.slipway.platform.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The data directory, or the folder that it will be made in: may be written, and has room. */
public record DataDirectoryCheck(Path data) implements Check {
    private static final long GIBI = 1L << 30;
    private static final long LEAST = GIBI;
    private static final long ENOUGH = 3 * GIBI;
    private static final String OTHER = "choose another one with --data";

    @Override
    public List<Finding> look() {
        Path existing = data;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        var findings = new ArrayList<Finding>();
        if (Files.isDirectory(existing) && Files.isWritable(existing)) {
            findings.add(Finding.ok("data directory", data + (existing.equals(data) ? "" : " can be made")));
        } else {
            findings.add(Finding.problem(
                    "data directory",
                    data + " cannot be written",
                    "change the rights of " + existing + ", or " + OTHER));
        }
        findings.add(disk(existing));
        return findings;
    }

    private static Finding disk(Path existing) {
        try {
            long free = Files.getFileStore(existing).getUsableSpace();
            String found = free / (GIBI / 1024) + " MiB are free in " + existing;
            if (free < LEAST) {
                return Finding.problem("disk", found, "make room for at least 1 GiB, or " + OTHER);
            }
            return free < ENOUGH
                    ? Finding.warning("disk", found, "make room for 3 GiB, or " + OTHER)
                    : Finding.ok("disk", found);
        } catch (IOException e) {
            return Finding.warning("disk", "the free space of " + existing + " is unknown: " + e, OTHER);
        }
    }
}
