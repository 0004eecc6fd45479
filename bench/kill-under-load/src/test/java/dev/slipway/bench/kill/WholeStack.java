package dev.slipway.bench.kill;

import dev.slipway.platform.smoke.Api;
import dev.slipway.platform.smoke.Doors;
import dev.slipway.platform.smoke.StepFailed;
import dev.slipway.platform.stack.ComponentStatus;
import dev.slipway.platform.stack.DataDirectory;
import dev.slipway.platform.stack.RunningStack;
import dev.slipway.platform.stack.State;
import dev.slipway.platform.stack.process.ProcessIdentity;
import dev.slipway.platform.verify.Verdict;
import dev.slipway.platform.verify.Verification;
import dev.slipway.platform.verify.store.StoredBooks;
import dev.slipway.platform.verify.store.Stores;
import dev.slipway.platform.workspace.Workspace;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.FileSystemUtils;

/**
 * A stack, run by {@code slipway}. One of its own has new databases; start-up caches and logs of earlier runs are kept.
 * With {@code -Dslipway.stack.data=DIRECTORY} it is the one that runs there, which is neither started nor stopped.
 */
final class WholeStack {
    private static final int PORT = 19_180;
    private static final Duration BETWEEN_TASKS = Duration.ofSeconds(3);
    private static final Path HOME = Path.of("..", "..").toAbsolutePath().normalize();

    private final Path folder;
    private final boolean own;
    private final RunningStack running;

    private WholeStack(Path folder, boolean own) {
        this.folder = folder.toAbsolutePath();
        this.own = own;
        this.running = new RunningStack(DataDirectory.at(this.folder), Clock.systemUTC());
    }

    /** @param folder of its own one, when none is given */
    static WholeStack asAskedFor(Path folder) {
        String given = System.getProperty("slipway.stack.data");
        return given == null ? new WholeStack(folder, true) : new WholeStack(Path.of(given), false);
    }

    void up() throws IOException, InterruptedException {
        if (!own) {
            return;
        }
        slipway("down");
        FileSystemUtils.deleteRecursively(folder.resolve("data"));
        slipway("up", "--detach", "--port", String.valueOf(PORT));
    }

    void down() throws IOException, InterruptedException {
        if (own) {
            slipway("down");
        }
    }

    /** The gateway, the hospitals' pages, and their passwords. */
    Doors doors() {
        return Doors.of(workspace(), Clock.systemUTC(), null);
    }

    Path folder() {
        return folder;
    }

    private Workspace workspace() {
        return new Workspace(HOME, folder);
    }

    List<String> components() {
        return running.files().supervisor().orElseThrow().components();
    }

    ProcessIdentity process(String component) {
        return Objects.requireNonNull(status(component).process(), component);
    }

    /** @return who it was */
    ProcessIdentity kill(String component) {
        ProcessIdentity victim = process(component);
        ProcessHandle.of(victim.pid()).orElseThrow().destroyForcibly();
        return victim;
    }

    /** Whether the supervisor has made these usable again, in other processes than before. */
    boolean isReadyAfter(Map<String, ProcessIdentity> before) {
        return before.entrySet().stream().allMatch(each -> isReadyAfter(status(each.getKey()), each.getValue()));
    }

    private boolean isReadyAfter(ComponentStatus now, ProcessIdentity before) {
        return now.state() == State.READY && !before.equals(now.process()) && running.lives(now);
    }

    private ComponentStatus status(String component) {
        return running.files().component(component).orElseThrow();
    }

    /** What the books say once nothing is on its way, however young. What only the clock would start is started. */
    Verdict books(String operator, Duration patience)
            throws IOException, InterruptedException, SQLException, StepFailed {
        var books = new StoredBooks(Stores.of(workspace(), Clock.systemUTC()), Clock.systemUTC());
        var verification = new Verification(books, Duration.ZERO);
        long end = System.nanoTime() + patience.toNanos();
        Verdict verdict;
        do {
            for (String task : List.of("reconcile-requests", "reconcile-payments")) {
                new Api(doors().gateway())
                        .post("/admin/tasks/" + task + "/run", Map.of(), operator)
                        .expect(202);
            }
            verdict = verification.judge(BETWEEN_TASKS);
        } while (!verdict.ok() && System.nanoTime() < end);
        return verdict;
    }

    private void slipway(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(HOME.resolve("slipway").toString(), "--no-build"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", folder.toString()));
        Path log = folder.resolveSibling("slipway.log");
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + code + ", see " + log);
        }
    }
}
