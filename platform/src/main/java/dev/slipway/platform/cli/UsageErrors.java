package dev.slipway.platform.cli;

import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.Suggestions;
import dev.slipway.platform.report.UserError;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and which valid word is nearest to an unknown one. */
final class UsageErrors {
    private UsageErrors() {}

    static UserError explain(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        if (failure instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            String what = "unknown " + kind(word, command) + " '" + word + "' for '" + name + "'";
            return usage(what, remedy(word, name, candidates(word, command)), failure);
        }
        return usage(String.valueOf(failure.getMessage()), see(name), failure);
    }

    private static String kind(String word, CommandLine command) {
        if (word.startsWith("-")) {
            return "option";
        }
        return command.getSubcommands().isEmpty() ? "argument" : "command";
    }

    private static Collection<String> candidates(String word, CommandLine command) {
        if (!word.startsWith("-")) {
            return command.getSubcommands().keySet();
        }
        return command.getCommandSpec().options().stream()
                .flatMap(option -> List.of(option.names()).stream())
                .toList();
    }

    private static String remedy(String word, String name, Collection<String> candidates) {
        String written = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        return Suggestions.nearest(written, candidates)
                .map(nearest -> "did you mean '" + nearest + "'? " + see(name))
                .orElse(see(name));
    }

    private static String see(String name) {
        return "see '" + name + " --help'";
    }

    private static UserError usage(String what, String fix, ParameterException cause) {
        return new UserError(what, fix, ExitCode.USAGE, cause);
    }
}
