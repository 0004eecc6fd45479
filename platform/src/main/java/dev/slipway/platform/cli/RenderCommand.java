package dev.slipway.platform.cli;

import dev.slipway.platform.lint.Lint;
import dev.slipway.platform.render.DeployFile;
import dev.slipway.platform.render.part.Variables;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway render}. */
@Command(
        name = "render",
        description = {
            "Write all objects of an environment to deploy/ENV/deploy.yaml, which is committed beside the description.",
            "Nothing is written that breaks a rule; see 'slipway lint'."
        },
        footer = {
            "",
            "Examples:",
            "  slipway render -e dev-ol",
            "  slipway render -e dev-ol --check     for a pipeline: ends with 3 when the file is stale"
        })
public final class RenderCommand implements CliCommand {
    private final Session session;

    @Mixin
    final EnvironmentOption environment = new EnvironmentOption();

    @Option(names = "--check", description = "Write nothing; end with 3 when the file is not what would be written.")
    boolean check;

    public RenderCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        var description = environment.description(session);
        var manifests = environment.manifests(session, description, Variables.PLACEHOLDERS);
        refuse(Lint.check(description, manifests));
        String text = DeployFile.text(manifests);
        Path file = session.workspace().description(environment.name).resolveSibling("deploy.yaml");
        String shownAs = "deploy/" + environment.name + "/deploy.yaml";
        if (text.equals(present(file))) {
            session.console()
                    .note(shownAs + " is up to date: " + manifests.manifests().size() + " objects.");
            return ExitCode.DONE;
        }
        if (check) {
            throw new UserError(
                    shownAs + " is stale",
                    "'slipway render -e " + environment.name + "' writes it anew; commit it",
                    ExitCode.CHANGES);
        }
        Path written = Files.writeString(file.resolveSibling(".deploy.yaml.new"), text);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        session.console().note(shownAs + " is written: " + manifests.manifests().size() + " objects.");
        return ExitCode.DONE;
    }

    private void refuse(Lint.Result result) {
        if (!result.clean()) {
            Stream<Object> all = Stream.concat(result.problems().stream(), result.findings().stream());
            throw new UserError(
                    all.map(Object::toString).collect(Collectors.joining(System.lineSeparator())),
                    "correct them, or waive each with its reason below 'waivers'",
                    ExitCode.USAGE);
        }
    }

    private static String present(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException absent) {
            return "";
        }
    }
}
