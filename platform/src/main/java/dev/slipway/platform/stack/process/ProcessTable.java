package dev.slipway.platform.stack.process;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** What the operating system tells about processes that are not children. */
interface ProcessTable {
    /** Start of a living process in the unit of {@link ProcessIdentity}; empty when there is none. */
    OptionalLong started(long pid);

    /** Environment of a process; empty when there is no such process or it may not be read. */
    Map<String, String> environment(long pid);

    /** Whether this system tells environments, programs and directories of processes of the same user. */
    boolean tellsWhose();

    /** Program file of a process; empty when there is no such process or it may not be read. */
    Optional<Path> program(long pid);

    /** Working directory of a process; empty when there is no such process or it may not be read. */
    Optional<Path> directory(long pid);

    LongStream pids();

    /** Bytes of memory that are in use by a process; empty when unknown. */
    OptionalLong residentBytes(long pid);

    static ProcessTable ofThisSystem() {
        var linux = new LinuxProcessTable(Path.of("/proc"));
        return linux.usable() ? linux : new PortableProcessTable();
    }
}
