package dev.slipway.platform.cli;

import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.shutdown.ShutdownHook;
import dev.slipway.platform.stack.ComponentStatus;
import dev.slipway.platform.stack.RunningStack;
import dev.slipway.platform.stack.State;
import dev.slipway.platform.stack.SupervisorStatus;
import dev.slipway.platform.stack.process.OwnSession;
import dev.slipway.platform.stack.progress.ProgressView;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts the supervisor in a session of its own and shows its progress until it is ready or gone. */
final class DetachedUp {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Session session;
    private final RunningStack stack;
    private final UpReport report;

    DetachedUp(Session session, RunningStack stack, UpReport report) {
        this.session = session;
        this.stack = stack;
        this.report = report;
    }

    /** @param arguments of the same command in the foreground */
    ExitCode run(List<String> arguments) throws IOException, InterruptedException {
        Path log = stack.directory().log("slipway");
        long before = Files.exists(log) ? Files.size(log) : 0;
        Process process = new ProcessBuilder(OwnSession.onThisSystem().wrap(command(arguments)))
                .directory(stack.directory().root().toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
        var interrupted = new ShutdownHook("interrupted", process::destroy); // who gives up wants nothing left
        try {
            return follow(process, log, before);
        } finally {
            interrupted.close();
        }
    }

    private ExitCode follow(Process process, Path log, long before) throws IOException, InterruptedException {
        var view = new ProgressView(session.console(), stack.files(), session.clock(), stack::memory);
        while (process.isAlive()) {
            Optional<SupervisorStatus> supervisor =
                    stack.files().supervisor().filter(status -> status.process().pid() == process.pid());
            if (supervisor.isPresent()) {
                view.refresh();
                if (supervisor.get().settledAt() != null) {
                    report.ready(supervisor.get());
                    return ExitCode.DONE;
                }
            }
            Thread.sleep(PAUSE.toMillis());
        }
        return ended(process, view, log, before);
    }

    private ExitCode ended(Process process, ProgressView view, Path log, long before) throws IOException {
        boolean started = stack.files()
                .supervisor()
                .filter(status -> status.process().pid() == process.pid())
                .isPresent();
        if (started) {
            view.refresh();
            report.failures(stack.files().components().stream()
                    .filter(component -> component.state() == State.FAILED)
                    .filter((ComponentStatus component) -> component.cause() != null)
                    .toList());
        } else {
            String said = Files.readString(log);
            session.console()
                    .note(said.substring((int) Math.min(before, said.length())).strip());
        }
        int code = process.exitValue();
        return List.of(ExitCode.values()).stream()
                .filter(exit -> exit.code() == code && exit != ExitCode.DONE)
                .findFirst()
                .orElse(ExitCode.FAILED);
    }

    /** The same Java with the same settings, apart from those about the terminal and about recording its own cache. */
    private static List<String> command(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-Dslipway.terminal."))
                .filter(argument -> !argument.matches("-XX:(AOTCacheOutput|ArchiveClassesAtExit|\\+AutoCreate).*"))
                .forEach(command::add);
        command.addAll(List.of("-cp", absolute(System.getProperty("java.class.path")), "dev.slipway.platform.Main"));
        command.addAll(arguments);
        return command;
    }

    private static String absolute(String classPath) {
        return String.join(
                File.pathSeparator,
                List.of(classPath.split(File.pathSeparator, -1)).stream()
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
    }
}
