package dev.slipway.platform.cli;

import dev.slipway.platform.report.ExitCode;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slipway completion}. */
@Command(
        name = "completion",
        description = "Print a script that makes a shell complete slipway's commands and options.",
        footer = {
            "",
            "Examples:",
            "  source <(slipway completion bash)",
            "  slipway completion zsh > ~/.zsh/slipway && echo 'source ~/.zsh/slipway' >> ~/.zshrc",
            "  slipway completion fish > ~/.config/fish/completions/slipway.fish"
        })
public final class CompletionCommand implements CliCommand {
    private final Session session;

    /** The shells that a script can be printed for. */
    enum Shell {
        bash,
        zsh,
        fish
    }

    @Parameters(paramLabel = "SHELL", description = "One of: ${COMPLETION-CANDIDATES}.")
    @Nullable
    Shell shell;

    @Spec
    CommandSpec spec;

    public CompletionCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() {
        CommandLine root = spec.root().commandLine();
        session.console().print(shell == Shell.fish ? fish(root) : AutoComplete.bash("slipway", root));
        return ExitCode.DONE;
    }

    private static String fish(CommandLine root) {
        String top = "not __fish_seen_subcommand_from "
                + String.join(" ", new TreeSet<>(root.getSubcommands().keySet()));
        String commands = root.getSubcommands().values().stream()
                .flatMap(command -> Stream.concat(
                        Stream.of(offer(top, command)),
                        command.getSubcommands().values().stream()
                                .map(below -> offer("__fish_seen_subcommand_from " + command.getCommandName(), below))))
                .collect(Collectors.joining("\n"));
        String options = root.getSubcommands().entrySet().stream()
                .flatMap(command -> command.getValue().getCommandSpec().options().stream()
                        .map(option -> option(command.getKey(), option)))
                .collect(Collectors.joining("\n"));
        return commands + "\n" + options;
    }

    private static String offer(String when, CommandLine command) {
        return "complete -c slipway -f -n '" + when + "' -a " + command.getCommandName() + " -d "
                + quoted(firstLine(command.getCommandSpec().usageMessage().description()));
    }

    private static String option(String command, OptionSpec option) {
        String names = Arrays.stream(option.names())
                .map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                .collect(Collectors.joining(" "));
        return "complete -c slipway -n '__fish_seen_subcommand_from " + command + "' " + names
                + (option.arity().max() > 0 ? " -r" : "") + " -d " + quoted(firstLine(option.description()));
    }

    private static String firstLine(String... description) {
        return List.of(description).stream().findFirst().orElse("").replaceAll("\\$\\{[^}]*}", "");
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
