package dev.slipway.platform.cli;

import dev.slipway.platform.report.Console;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.Suggestions;
import dev.slipway.platform.report.UserError;
import dev.slipway.platform.stack.DataDirectory;
import dev.slipway.platform.stack.log.LogReader;
import dev.slipway.platform.stack.log.LogRotation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway logs}. */
@Command(
        name = "logs",
        description = "Print the log of one component, also of one that does not run any more.",
        footer = {"", "Examples:", "  slipway logs service-user", "  slipway logs -f --since 10m server-gateway"})
public final class LogsCommand implements CliCommand {
    private static final String ENDING = ".log";
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Pattern SPAN = Pattern.compile("(\\d{1,6})([smhd])");

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "The component, as 'slipway status' names it.")
    String name = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is written from now on, until Ctrl-C.")
    boolean follow;

    @Option(
            names = "--since",
            paramLabel = "SPAN",
            description = "Only what is younger: a number and s, m, h or d, e.g. 10m.")
    @Nullable
    String since;

    public LogsCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException, InterruptedException {
        Path log = log();
        var reader = new LogReader(
                log, since == null ? null : session.clock().instant().minus(span(since)));
        Console console = session.console();
        reader.history(LogRotation.DEFAULT, console.out()::println);
        reader.next(console.out()::println);
        console.out().flush();
        while (follow && !console.out().checkError()) {
            Thread.sleep(LOOK.toMillis());
            reader.next(console.out()::println);
            console.out().flush();
        }
        return ExitCode.DONE;
    }

    private Path log() throws IOException {
        Path folder = DataDirectory.at(session.workspace().data()).logs();
        List<String> names = List.of();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                names = files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(ENDING))
                        .map(file -> file.substring(0, file.length() - ENDING.length()))
                        .sorted()
                        .toList();
            }
        }
        if (!names.contains(name)) {
            throw unknown(names);
        }
        return folder.resolve(name + ENDING);
    }

    private UserError unknown(List<String> names) {
        String others =
                names.isEmpty() ? "nothing was started yet: 'slipway up'" : "one of: " + String.join(", ", names);
        return new UserError(
                "there is no log of '" + name + "'",
                Suggestions.nearest(name, names)
                        .map(nearest -> "did you mean '" + nearest + "'?")
                        .orElse(others),
                ExitCode.USAGE);
    }

    private static Duration span(String written) {
        Matcher matcher = SPAN.matcher(written);
        if (!matcher.matches()) {
            throw new UserError(
                    "'" + written + "' is no span of time",
                    "a number and s, m, h or d, e.g. --since 10m",
                    ExitCode.USAGE);
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
