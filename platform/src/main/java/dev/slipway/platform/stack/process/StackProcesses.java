package dev.slipway.platform.stack.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The processes of the stack whose data directory is given, on this machine.
 *
 * <p>Every process carries the data directory in its environment. Together with the start time this tells for certain
 * whose it is, and it finds those whose supervisor was killed before it could write their number down.
 */
public final class StackProcesses implements Processes {
    public static final String STACK = "SLIPWAY_STACK";
    public static final String COMPONENT = "SLIPWAY_COMPONENT";

    /** Begins the line that stands in a log before each start. */
    public static final String START_MARK = "=== slipway starts ";

    /** What a process may see of this process' environment: where programs are and how to write text. */
    private static final List<String> INHERITED =
            List.of("PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR");

    private final String stack;
    private final Path binaries;
    private final ProcessTable table;
    private final OwnSession session;

    /** @param data data directory of the stack, real path */
    public StackProcesses(Path data) {
        this(data, ProcessTable.ofThisSystem(), OwnSession.onThisSystem());
    }

    StackProcesses(Path data, ProcessTable table, OwnSession session) {
        this.stack = data.toString();
        this.binaries = data.resolve("binaries");
        this.table = table;
        this.session = session;
    }

    @Override
    public Child start(Launch launch) throws IOException {
        Files.createDirectories(launch.directory());
        mark(launch);
        var builder = new ProcessBuilder(session.wrap(launch.command()))
                .directory(launch.directory().toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(launch.log().toFile()));
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(launch.environment());
        builder.environment().put(STACK, stack);
        builder.environment().put(COMPONENT, launch.component());
        Process process = builder.start();
        long started = table.started(process.pid()).orElse(0);
        return new StartedChild(process, new ProcessIdentity(process.pid(), started));
    }

    @Override
    public Optional<Child> find(ProcessIdentity identity) {
        return ours(identity) ? Optional.of(new FoundChild(identity)) : Optional.empty();
    }

    @Override
    public Map<String, List<Child>> marked() {
        long self = ProcessHandle.current().pid();
        var found = new TreeMap<String, List<Child>>();
        table.pids().filter(pid -> pid != self).forEach(pid -> {
            OptionalLong started = table.started(pid);
            if (started.isPresent() && marked(pid)) {
                found.computeIfAbsent(component(pid), name -> new ArrayList<>())
                        .add(new FoundChild(new ProcessIdentity(pid, started.getAsLong())));
            }
        });
        return found;
    }

    /** This very process. */
    public ProcessIdentity self() {
        return identify(ProcessHandle.current().pid()).orElseThrow();
    }

    /** The living process that has this number now. */
    public Optional<ProcessIdentity> identify(long pid) {
        OptionalLong started = table.started(pid);
        return started.isPresent() ? Optional.of(new ProcessIdentity(pid, started.getAsLong())) : Optional.empty();
    }

    /** Whether a process that carries no mark, such as a supervisor, is still the one that was written down. */
    public boolean lives(ProcessIdentity identity) {
        OptionalLong started = table.started(identity.pid());
        return started.isPresent() && started.getAsLong() == identity.started();
    }

    /** Bytes of memory in use by a process; empty when it is gone or the system does not tell. */
    public OptionalLong residentBytes(ProcessIdentity identity) {
        return lives(identity) ? table.residentBytes(identity.pid()) : OptionalLong.empty();
    }

    /** Tells one start from the next in the log. */
    private static void mark(Launch launch) throws IOException {
        Files.createDirectories(launch.log().toAbsolutePath().getParent());
        Files.writeString(
                launch.log(),
                START_MARK + launch.component() + " at " + Instant.now() + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private boolean ours(ProcessIdentity identity) {
        return lives(identity) && (marked(identity.pid()) || !table.tellsWhose());
    }

    /** Redis writes its title over its environment; but who runs a program that this stack has unpacked belongs to it. */
    private boolean marked(long pid) {
        return stack.equals(table.environment(pid).get(STACK))
                || table.program(pid)
                        .filter(program -> program.startsWith(binaries))
                        .isPresent();
    }

    private String component(long pid) {
        String named = table.environment(pid).get(COMPONENT);
        return named != null
                ? named
                : table.directory(pid)
                        .map(Path::getFileName)
                        .map(Path::toString)
                        .orElse("unnamed");
    }

    /** A process that this one did not start; looked up again before each signal. */
    private final class FoundChild implements Child {
        private final ProcessIdentity identity;

        FoundChild(ProcessIdentity identity) {
            this.identity = identity;
        }

        @Override
        public ProcessIdentity identity() {
            return identity;
        }

        @Override
        public boolean alive() {
            return ours(identity);
        }

        @Override
        public OptionalInt exitCode() {
            return OptionalInt.empty();
        }

        @Override
        public void terminate() {
            handle().ifPresent(ProcessHandle::destroy);
        }

        @Override
        public void kill() {
            handle().ifPresent(ProcessHandle::destroyForcibly);
        }

        private Optional<ProcessHandle> handle() {
            return ours(identity) ? ProcessHandle.of(identity.pid()) : Optional.empty();
        }
    }
}
