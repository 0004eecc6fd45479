package dev.slipway.platform.cli;

import dev.slipway.platform.cluster.Refusal;
import dev.slipway.platform.cluster.Refusals;
import dev.slipway.platform.report.Console;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.OutputFormat;
import dev.slipway.platform.report.UserError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** Parses one command line and runs the command it names; every way out of it is an {@link ExitCode}. */
public final class Cli {
    private final GlobalOptions options;
    private final Session session;
    private final Function<Session, List<Object>> commands;

    /**
     * Wires the commands below {@code slipway}.
     *
     * @param commands makes them: objects with picocli's {@code @Command} that are a {@link CliCommand} or a {@link
     *     CommandGroup}
     */
    public Cli(Session.Surroundings surroundings, Function<Session, List<Object>> commands) {
        this.options = new GlobalOptions(
                surroundings.environment().getOrDefault("NO_COLOR", "").isEmpty());
        this.session = new Session(surroundings, options);
        this.commands = commands;
    }

    public ExitCode run(String... arguments) {
        int code = commandLine(arguments).execute(arguments);
        return Stream.of(ExitCode.values())
                .filter(exit -> exit.code() == code)
                .findFirst()
                .orElse(ExitCode.FAILED);
    }

    /** All commands, or the one that the first word names: reading what a command takes is most of a start. */
    private CommandLine commandLine(String... arguments) {
        List<Object> all = commands.apply(session);
        List<Object> wanted = all.stream()
                .filter(command -> arguments.length > 0 && isCalled(command, arguments[0]))
                .toList();
        CommandLine commandLine = holding(new SlipwayCommand(options), wanted.isEmpty() ? all : wanted);
        configure(commandLine);
        return commandLine;
    }

    private static CommandLine holding(Object holder, List<Object> commands) {
        var commandLine = new CommandLine(holder);
        commands.forEach(command -> commandLine.addSubcommand(
                command instanceof CommandGroup group ? holding(group, group.commands()) : command));
        return commandLine;
    }

    /** Completion scripts tell about all commands. */
    private static boolean isCalled(Object command, String word) {
        Command described = command.getClass().getAnnotation(Command.class);
        return described != null && described.name().equals(word) && !(command instanceof CompletionCommand);
    }

    private void configure(CommandLine commandLine) {
        var terminal = session.console();
        commandLine
                .setOut(terminal.out())
                .setErr(terminal.err())
                .registerConverter(OutputFormat.class, Cli::format)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setExecutionStrategy(this::execute)
                .setParameterExceptionHandler((failure, arguments) -> usage(failure));
        describeExitCodes(commandLine);
    }

    private static OutputFormat format(String written) {
        return Stream.of(OutputFormat.values())
                .filter(format -> format.toString().equals(written))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "unknown format '" + written + "', expected one of " + List.of(OutputFormat.values())));
    }

    private static void describeExitCodes(CommandLine command) {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (var exit : ExitCode.values()) {
            meanings.put(" " + exit.code(), exit.meaning());
        }
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        usage.exitCodeListHeading("%nExit codes:%n").exitCodeList(meanings);
        command.getSubcommands().values().forEach(Cli::describeExitCodes);
    }

    private int execute(ParseResult parsed) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        CommandLine chosen =
                parsed.asCommandLineList().get(parsed.asCommandLineList().size() - 1);
        if (!(chosen.getCommand() instanceof CliCommand command)) {
            throw new ParameterException(chosen, "a command is missing");
        }
        return run(command).code();
    }

    private ExitCode run(CliCommand command) {
        Console console = session.console();
        try {
            return command.run();
        } catch (UserError error) {
            console.failure(error);
            return error.exitCode();
        } catch (Refusal refusal) {
            UserError error = Refusals.explain("the cluster", refusal);
            console.failure(error);
            return error.exitCode();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        } catch (Exception | StackOverflowError unexpected) {
            console.failure(unexpected);
            return ExitCode.FAILED;
        }
    }

    private int usage(ParameterException failure) {
        session.console().failure(UsageErrors.explain(failure));
        return ExitCode.USAGE.code();
    }
}
